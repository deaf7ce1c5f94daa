using TakedownCases.Testing;

namespace TakedownCases.Browser.Tests.Journeys;

/// <summary>Staff at the notices of one case, going from page to page as the pages lead.</summary>
internal sealed class NoticeDesk(Visitor staff, string number, string pictures)
{
    private const string Main = "main .actions button.button";

    private string At => $"/staff/cases/{number}";

    public Visitor Staff => staff;

    public string Number => number;

    /// <summary>Takes the case from the queue, and says that it was looked through.</summary>
    public async Task TakeAsync()
    {
        await staff.OpenAsync("/staff/queue?tab=free");
        await staff.SendAsync($"main button[name=number][value='{number}']");
        await staff.SendAsync($"main a[href='{At}']");
        await staff.SendAsync("form[action$='/review'] button");
    }

    /// <summary>
    /// Writes to a platform of the case: nobody has written there before, so a second person is asked. Gives the notice's
    /// reference. <paramref name="choose"/> changes what the page proposes.
    /// </summary>
    public async Task<string> WriteAsync(string platform, Func<Task>? choose = null)
    {
        await staff.OpenAsync(At);
        await staff.SendAsync($"main a[href='{At}/notices']");
        await PicturesAsync("notices");
        await staff.SendAsync($"main a[href='{At}/notices/new']");
        await PicturesAsync("start");
        await staff.SendAsync($"main a[href*='platform={platform}&'][href$='Removal']");
        await PicturesAsync($"compose-{platform}");
        if (choose is not null)
        {
            await choose();
        }

        await staff.SendAsync(Main);
        await PicturesAsync($"preview-{platform}");
        await staff.SendAsync("#approve button.button");
        await PicturesAsync($"proposed-{platform}");
        Assert.Equal(0, await staff.Page.Locator("#approve").CountAsync());
        return (await staff.TextAsync("h1")).Trim();
    }

    /// <summary>The second person finds it among the tasks, says why they open the case, reads it and agrees. Gives what was read.</summary>
    public async Task<string> ApproveAsync(string reference)
    {
        await staff.OpenAsync("/staff/tasks");
        await PicturesAsync("tasks-second");
        await staff.SendAsync($"main tbody th a[href='{At}/notices/{reference}']");
        await SayWhyAsync();
        await PicturesAsync("second");
        var read = await staff.Page.Locator("#text").TextContentAsync();
        await staff.SendAsync("#approve button.button");
        await PicturesAsync("queued");
        return read!;
    }

    /// <summary>What the platform answered about the places of a notice.</summary>
    public async Task TellAsync(string reference, string state, string source, string words)
    {
        await OpenAsync(reference);
        await PicturesAsync($"sent-{state}");
        await staff.SendAsync("a[href*='/outcomes?notice=']");
        await staff.ChooseAsync("Input.State", state);
        await staff.ChooseAsync("Input.Source", source);
        await staff.TypeAsync("Input.Words", words);
        await PicturesAsync($"outcome-{state}");
        await staff.SendAsync(Main);
        await PicturesAsync($"told-{state}");
    }

    public async Task OpenAsync(string reference)
    {
        await staff.OpenAsync(At);
        await staff.SendAsync($"main a[href='{At}/notices']");
        await staff.SendAsync($"main a[href='{At}/notices/{reference}']");
    }

    /// <summary>Who does not hold the case is asked once why they open it, and then comes to what they wanted to see.</summary>
    public async Task SayWhyAsync()
    {
        if (await staff.Page.Locator("main [name='Input.Purpose']").CountAsync() > 0)
        {
            await PicturesAsync("why");
            await staff.TickAsync("main [name='Input.Purpose']");
            await staff.SendAsync(Main);
        }
    }

    public Task PicturesAsync(string name) => staff.Visit.PicturesAsync($"{pictures}-{name}");
}
