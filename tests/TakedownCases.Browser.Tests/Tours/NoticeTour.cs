using TakedownCases.Data;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Browser.Tests.Tours;

/// <summary>The pages on which a notice is written, approved, filed and answered, as one advocate comes to them.</summary>
internal sealed class NoticeTour(Visitor visitor, PageCheck check)
{
    private const string Main = "main .actions button.button";

    public async Task RunAsync(FiledCase filed, Track track, string name)
    {
        var at = $"/staff/cases/{filed.Number}";
        await LookAsync($"{at}/notices/new", $"{name}-notice-start");
        await LookAsync($"{at}/notices/new?platform=meta-instagram&kind=Removal", $"{name}-notice-compose");
        await visitor.SendAsync(Main);
        await check.LookAsync(visitor, $"{name}-notice-draft");
        var notice = visitor.Path;
        await LookAsync($"{notice}/change", $"{name}-notice-change");
        await visitor.OpenAsync(notice);
        if (await visitor.Page.Locator("#approve").CountAsync() == 0)
        {
            // What is missing is mended as the page says: no law is cited, and the organisation signs.
            await MendAsync(notice, track);
            await check.LookAsync(visitor, $"{name}-notice-mended");
        }

        await visitor.SendAsync("#approve button.button");
        await check.LookAsync(visitor, $"{name}-notice-form");
        await visitor.SendAsync("#log button.button");
        await check.LookAsync(visitor, $"{name}-notice-form-error");
        await visitor.TypeAsync("Input.FormReference", "PLATFORM-4711");
        await visitor.SendAsync("#log button.button");
        await check.LookAsync(visitor, $"{name}-notice-filed");
        await LookAsync($"{at}/notices", $"{name}-notices");
        await visitor.OpenAsync(notice);
        await visitor.SendAsync("a[href*='/outcomes?notice=']");
        await check.LookAsync(visitor, $"{name}-outcome");
        await visitor.SendAsync(Main);
        await check.LookAsync(visitor, $"{name}-outcome-error");
        await visitor.ChooseAsync("Input.State", "Refused");
        await visitor.ChooseAsync("Input.Source", "Platform");
        await visitor.SendAsync(Main);
        await check.LookAsync(visitor, $"{name}-outcome-kept");
        await LookAsync($"{at}/places", $"{name}-places-after");
        await LookAsync($"{at}/clocks", $"{name}-clocks-after");
        await LookAsync($"{at}/clocks/new", $"{name}-clocks-new");
        await LookAsync($"{at}/timeline", $"{name}-timeline-after");
        await LookAsync($"{at}/referrals/new", $"{name}-referrals-choose");
        await LookAsync($"{at}/referrals/new?to=police", $"{name}-referrals-make");
        await visitor.SendAsync(Main);
        await check.LookAsync(visitor, $"{name}-referrals-make-error");
        await LookAsync($"{at}/referrals/new?to=other", $"{name}-referrals-other");
        await visitor.PickAsync("Input.Ground", "two-people");
        await visitor.TypeAsync("Input.Whom", "An invented school");
        await visitor.TypeAsync("Input.Reason", "Somebody may be hurt tonight.");
        await visitor.SendAsync(Main);
        await visitor.SendAsync("main a[href*='/referrals/TR-']");
        await check.LookAsync(visitor, $"{name}-referral-proposed");
        await LookAsync($"{at}/packs/new", $"{name}-pack-new");
        await visitor.SendAsync(Main);
        await check.LookAsync(visitor, $"{name}-pack-new-error");
        await visitor.TickAsync("main [name='Input.Notice']");
        await visitor.TickAsync("main [name='Input.Authority']");
        await visitor.SendAsync(Main);
        await check.LookAsync(visitor, $"{name}-pack");
        await LookAsync($"{at}/referrals", $"{name}-referrals");
        await LookAsync("/staff/authorities", $"{name}-authorities");
        await LookAsync("/staff/authorities/iwf", $"{name}-authority");
        if (track == Track.Adult)
        {
            await TypedAsync(at, name);
        }
    }

    private async Task MendAsync(string notice, Track track)
    {
        await visitor.OpenAsync($"{notice}/change");
        var laws = visitor.Page.Locator("main [name='Input.Bases']:checked");
        while (await laws.CountAsync() > 0)
        {
            await visitor.Page.ClickAsync($"label[for='{await laws.First.GetAttributeAsync("id")}']");
        }

        if (track == Track.Adult)
        {
            await visitor.ChooseAsync("Input.Signer", "Organisation");
            await visitor.TypeAsync("Input.AddedWords", "The picture was shared without consent.");
        }
        else
        {
            await visitor.ChooseAsync("Input.Harms", "SharedWithoutConsent");
        }

        await visitor.SendAsync(Main);
    }

    /// <summary>An address typed by hand: refused without a reason, then put before a second person, then stopped.</summary>
    private async Task TypedAsync(string at, string name)
    {
        await visitor.OpenAsync($"{at}/notices/new?platform=meta-instagram&kind=Preservation");
        await visitor.ChooseAsync("Input.Channel", "other");
        await visitor.TypeAsync("Input.Recipient", "abuse@example.org");
        await visitor.SendAsync(Main);
        await check.LookAsync(visitor, $"{name}-notice-compose-error");
        await visitor.TypeAsync("Input.WhyThisRecipient", "Their own page for reports, read today.");
        await visitor.SendAsync(Main);
        await visitor.SendAsync("#approve button.button");
        await check.LookAsync(visitor, $"{name}-notice-proposed");
        await visitor.Page.ClickAsync("main aside details summary");
        await visitor.SendAsync("main form[action$='/stop'] button.button");
        await check.LookAsync(visitor, $"{name}-notice-stopped");
    }

    private async Task LookAsync(string path, string name)
    {
        await visitor.OpenAsync(path);
        await check.LookAsync(visitor, name);
    }
}
