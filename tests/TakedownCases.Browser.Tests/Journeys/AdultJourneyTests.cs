using TakedownCases.Domain.Access;
using TakedownCases.Testing;

namespace TakedownCases.Browser.Tests.Journeys;

/// <summary>One adult's whole way, in French, and the advocate who answers.</summary>
public sealed class AdultJourneyTests(BrowserFixture browser)
{
    private static readonly VisitOptions French = new() { Locale = "fr-FR", Width = 390, Height = 844, ExpectedConsole = ["404", "410"] };

    [Theory]
    [DatabaseData]
    public async Task An_adult_files_in_French_comes_back_is_answered_and_withdraws(DatabaseKind kind)
    {
        await using var app = await BrowserApp.StartAsync(kind);
        var (key, number) = ("", "");
        await browser.VisitAsync(app, French, async visit =>
        {
            var person = new Visitor(visit, "fr");
            (key, number) = await AdultFiling.FileAsync(
                app, person, "FR", "https://www.instagram.com/p/abc", "https://x.com/quelquun/status/1", "https://x.com/quelquun/status/2");
        });
        await browser.VisitAsync(app, French, async visit => await AddAsync(new Visitor(visit, "fr"), key, number));
        await browser.VisitAsync(app, new VisitOptions(), async visit => await AnswerAsync(app, new Visitor(visit, "en"), number));
        await browser.VisitAsync(app, French, async visit => await WithdrawAsync(new Visitor(visit, "fr"), key));

        await BrowserApp.VerifyLedgerAsync(app);
    }

    private static async Task AddAsync(Visitor person, string key, string number)
    {
        await person.EnterAsync(key);
        Assert.Contains(number, await person.TextAsync(), StringComparison.Ordinal);
        await person.SendAsync("main a[href='/fr/k/places']");
        await person.TypeAsync("Text", "https://www.tiktok.com/@quelquun/video/7");
        await person.SendAsync();
        Assert.Contains("tiktok.com/@quelquun", await person.TextAsync(), StringComparison.Ordinal);
        await person.SendAsync("main a[href='/fr/k/messages']");
        await person.TypeAsync("Text", "Y a-t-il du nouveau ?");
        await person.SendAsync();
        Assert.Contains("Y a-t-il du nouveau ?", await person.TextAsync(), StringComparison.Ordinal);
    }

    private static async Task AnswerAsync(TestApp app, Visitor advocate, string number)
    {
        await advocate.SignInAsync(app, await TestStaff.CreateAsync(app, StaffRole.Advocate));
        await advocate.OpenAsync("/staff/queue?tab=free");
        await advocate.SendAsync($"main button[name=number][value='{number}']");
        await advocate.SendAsync($"main a[href='/staff/cases/{number}']");
        Assert.Contains("Cela a commencé en mars.", await advocate.TextAsync(), StringComparison.Ordinal);
        await advocate.OpenAsync($"/staff/cases/{number}/places");
        Assert.Contains("tiktok.com/@quelquun", await advocate.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await advocate.Page.Locator("main a[href*='tiktok']").CountAsync());
        await advocate.OpenAsync($"/staff/cases/{number}/messages");
        Assert.Contains("Y a-t-il du nouveau ?", await advocate.TextAsync(), StringComparison.Ordinal);
        await advocate.TypeAsync("Input.Message", "Nous avons commencé.");
        await advocate.SendAsync("main form[action$='/message'] button.button");
        Assert.Contains("Nous avons commencé.", await advocate.TextAsync(".messages"), StringComparison.Ordinal);
    }

    private static async Task WithdrawAsync(Visitor person, string key)
    {
        await person.EnterAsync(key);
        Assert.Contains("Nous avons commencé.", await person.TextAsync(), StringComparison.Ordinal);
        await person.OpenAsync("/fr/k/stop");
        var left = await person.Page.Locator("main [name=Places]").CountAsync();
        Assert.Equal(4, left);
        await person.TickAsync("main [name=Places]");
        await person.SendAsync();
        await person.OpenAsync("/fr/k/stop");
        Assert.Equal(left - 1, await person.Page.Locator("main [name=Places]").CountAsync());
        await person.SendAsync("#all .actions button.button");
        Assert.Equal("/fr/k/case", person.Path);
        Assert.Equal(1, await person.Page.Locator("main form[action$='/again']").CountAsync());
    }
}
