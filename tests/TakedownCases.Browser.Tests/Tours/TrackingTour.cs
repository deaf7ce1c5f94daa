using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TakedownCases.Testing;

namespace TakedownCases.Browser.Tests.Tours;

/// <summary>Every page of a visit with the key, on both tracks, from the first look to the erasure that waits.</summary>
internal sealed class TrackingTour(TestApp app, Visitor visitor, PageCheck check)
{
    private static readonly string[] Parts = ["case", "sent", "print", "messages", "places", "words", "contact", "allow", "stop", "erase", "new"];

    private static readonly string Words = string.Join('\n', Enumerable.Range(1, 9).Select(n
        => $"{n}. https://www.instagram.com/p/{new string('a', n * 9)}\n   Please remove what is at this address, and every identical copy on your service."));

    private string Root => $"/{visitor.Lang}/k";

    public async Task RunAsync(Track track)
    {
        var voice = track == Track.Minor ? "minor" : "adult";
        var key = CaseKey.NewRandom();
        var filed = await BrowserApp.FileAsync(app, key, track, visitor.Lang);
        await visitor.OpenAsync(Root);
        await visitor.TypeAsync("Key", "1234");
        await visitor.SendAsync();
        await check.LookAsync(visitor, $"{voice}-key-wrong");
        await visitor.EnterAsync(key.Show());
        await visitor.OpenAsync($"{Root}/sent");
        await check.LookAsync(visitor, $"{voice}-k-sent-none");
        await WriteAsync(filed.Id);
        foreach (var part in Parts)
        {
            await visitor.OpenAsync($"{Root}/{part}");
            await check.LookAsync(visitor, $"{voice}-k-{part}");
        }

        await visitor.SendAsync();
        await check.LookAsync(visitor, $"{voice}-k-new-shown");
        await visitor.SendAsync("#not button.button");

        await LettersAsync(track, voice);
        await visitor.OpenAsync($"{Root}/messages");
        await visitor.SendAsync();
        await check.LookAsync(visitor, $"{voice}-k-messages-error");
        await visitor.TypeAsync("Text", "Is there news?");
        await visitor.SendAsync();
        await check.LookAsync(visitor, $"{voice}-k-messages-said");

        await visitor.OpenAsync($"{Root}/erase");
        await visitor.SendAsync();
        await check.LookAsync(visitor, $"{voice}-k-erase-error");
        await visitor.ChooseAsync("Keep", "proof");
        await visitor.SendAsync();
        await check.LookAsync(visitor, $"{voice}-k-erasing");
        await visitor.SendAsync("main form[action$='/keep'] button.button");
        await visitor.OpenAsync($"{Root}/stop");
        await visitor.SendAsync("#all button.button");
        await check.LookAsync(visitor, $"{voice}-k-stopped");
        await visitor.SendAsync("main form[action$='/leave'] button");
    }

    // One that left, one that waits, one of which nobody knows, one that came back and one to a site without a name.
    private async Task WriteAsync(CaseId id)
    {
        var due = app.Clock.GetUtcNow().AddHours(48);
        await TestLetters.AddAsync(app, id, new TestLetter { Platform = "meta-instagram", Due = due, Text = Words, Places = [0] });
        await TestLetters.AddAsync(app, id, new TestLetter { State = NoticeState.Unknown, Places = [1] });
        await TestLetters.AddAsync(app, id, new TestLetter { State = NoticeState.Rejected, Places = [1] });
        await TestLetters.AddAsync(app, id, new TestLetter { Kind = NoticeKind.Reminder, State = NoticeState.Queued, Platform = PlatformId.Unlisted });
    }

    // What was sent, word for word where it may be read; then what waits is stopped.
    private async Task LettersAsync(Track track, string voice)
    {
        if (track == Track.Adult)
        {
            await visitor.OpenAsync($"{Root}/sent");
            await visitor.SendAsync("main a[href*='/sent/']");
            await check.LookAsync(visitor, $"{voice}-k-sent-letter");
        }

        await visitor.OpenAsync($"{Root}/sent");
        await visitor.SendAsync("#hold button.button");
        await check.LookAsync(visitor, $"{voice}-k-sent-held");
    }
}
