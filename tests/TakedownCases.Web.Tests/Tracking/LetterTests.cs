using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Testing;
using TakedownCases.Web.Jobs;
using TakedownCases.Web.Tests.Jobs;

namespace TakedownCases.Web.Tests.Tracking;

/// <summary>What was sent about a person, as their key shows it, and what of it can still be stopped (practice P7, P13).</summary>
public sealed class LetterTests
{
    private const string Recipient = "canary-recipient@example.com";

    private static readonly string[] Pages = ["case", "sent", "sent/1", "sent/2", "print", "stop", "messages", "allow"];

    [Theory, DatabaseData]
    public async Task An_adult_reads_the_letter_that_left_and_the_reading_is_logged(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app);
        await TestLetters.AddAsync(app, filed.Id, new TestLetter { Recipient = Recipient, Text = $"canary-letter\n550 <{Recipient}> no" });
        using var visitor = app.NewSession();
        await filed.EnterAsync(visitor);

        var list = await visitor.OpenAsync("/en/k/sent");
        var before = await filed.OpeningsAsync();
        var letter = await visitor.OpenAsync(list.Find("a[href$='/sent/1']").GetAttribute("href")!);

        Assert.Contains("To X", list.Text, StringComparison.Ordinal);
        Assert.Contains("It asks them to take it down.", list.Text, StringComparison.Ordinal);
        Assert.Contains("1 March 2027", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-letter", list.Body, StringComparison.Ordinal);
        Assert.Contains("canary-letter", letter.Find(".told").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-recipient", letter.Body, StringComparison.Ordinal);
        Assert.Contains("no-store", letter.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.DoesNotContain("etter", letter.Find("title").TextContent, StringComparison.Ordinal);
        Assert.Equal(before + 1, await filed.OpeningsAsync());
        Assert.Equal([], await filed.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task On_the_minor_track_stands_that_and_when_and_to_whom_but_no_legal_text(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        foreach (var adultToday in new bool?[] { null, true })
        {
            var filed = await Filed.NewAsync(app, Track.Minor, adultToday: adultToday);
            await TestLetters.AddAsync(app, filed.Id, new TestLetter { Recipient = Recipient, Text = "canary-letter" });
            using var visitor = app.NewSession();
            await filed.EnterAsync(visitor, "fr");

            var list = await visitor.OpenAsync("/fr/k/sent");
            var refused = await visitor.OpenAsync("/fr/k/sent/1");

            Assert.Contains("À X", list.Text, StringComparison.Ordinal);
            Assert.Contains("1er mars 2027", list.Text, StringComparison.Ordinal);
            Assert.Null(list.Document.QuerySelector("a[href*='/sent/']"));
            Assert.Equal("/fr/k/sent", Filed.PathOf(refused));
            Assert.DoesNotContain("canary-letter", refused.Body, StringComparison.Ordinal);
            Assert.Contains(adultToday == true ? "Vous voyez ici" : "Tu vois ici", list.Text, StringComparison.Ordinal);
        }
    }

    [Theory, DatabaseData]
    public async Task No_page_shows_a_recipient_a_receipt_a_hotlines_reference_or_what_has_not_left(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        foreach (var track in Enum.GetValues<Track>())
        {
            var filed = await Filed.NewAsync(app, track);
            foreach (var state in Enum.GetValues<NoticeState>())
            {
                await TestLetters.AddAsync(app, filed.Id, new TestLetter
                {
                    State = state,
                    Recipient = Recipient,
                    Receipt = "canary-receipt",
                    Text = NoticeStates.HasLeft(state) ? $"sent to {Recipient}" : "canary-unsent",
                });
            }

            await filed.ChangeAsync((found, clocks, now) => found.TellHotline(
                "canary-hotline", "canary-reference", "canary-duty", clocks.Start, Actor.OfStaff(StaffId.New(now), "advocate"), now));
            using var visitor = app.NewSession();
            await filed.EnterAsync(visitor);

            foreach (var path in Pages.Concat(Enumerable.Range(3, 9).Select(n => $"sent/{n}")))
            {
                var page = await visitor.OpenAsync($"/en/k/{path}");
                foreach (var canary in new[] { "canary-recipient", "canary-receipt", "canary-unsent", "canary-reference", "canary-hotline", "canary-duty" })
                {
                    Assert.DoesNotContain(canary, page.Body, StringComparison.Ordinal);
                }
            }

            var stages = Filed.States(await visitor.OpenAsync("/en/k/sent")).Order();
            string[] expected =
            [
                "Leaving now, too late to stop", "Not sent yet", "Not sent yet", "Not taken by their system. A person looks.",
                "Perhaps sent. A person finds out.", "Sent", "Sent", "Stopped. It was never sent.",
            ];
            Assert.Equal(expected.Order(), stages);
            Assert.DoesNotContain(app.Logs, line => line.Everything.Contains("canary", StringComparison.Ordinal));
        }
    }

    [Theory, DatabaseData]
    public async Task Whoever_represents_without_checked_authority_sees_nothing_of_it(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app, filer: FilerKind.Representative);
        await TestLetters.AddAsync(app, filed.Id, new TestLetter { Text = "canary-letter", Due = app.Clock.GetUtcNow().AddHours(48) });
        await TestLetters.AddAsync(app, filed.Id, new TestLetter { State = NoticeState.Queued });
        using var filer = app.NewSession();
        await filed.EnterAsync(filer);

        await SeesNothingAsync(filer);
        var stopped = await filer.SubmitAsync(await filer.OpenAsync("/en/k/stop"), "#all");
        Assert.DoesNotContain("had left already", stopped.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("letter", stopped.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, DatabaseData]
    public async Task A_checked_representative_sees_it_until_the_survivor_has_a_key(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app, filer: FilerKind.Representative);
        await TestLetters.AddAsync(app, filed.Id, new TestLetter { Text = "canary-letter" });
        await filed.ChangeAsync((found, _, now) => found.CheckAuthority("seen", Actor.OfStaff(StaffId.New(now), "advocate"), now));
        using var filer = app.NewSession();
        using var survivor = app.NewSession();
        await filed.EnterAsync(filer);
        await filed.EnterAsync(survivor);
        Assert.Contains("canary-letter", (await filer.OpenAsync("/en/k/sent/1")).Text, StringComparison.Ordinal);

        var shown = await survivor.SubmitAsync(await survivor.OpenAsync("/en/k/new"), "#ask", ("TakeOver", "true"), ("FilerStays", "true"));
        await survivor.SubmitAsync(shown, "#ask");

        await SeesNothingAsync(filer);
        Assert.Contains("canary-letter", (await survivor.OpenAsync("/en/k/sent/1")).Text, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task A_filer_whose_access_ended_is_asked_for_a_key(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app, filer: FilerKind.Representative);
        await TestLetters.AddAsync(app, filed.Id, new TestLetter { Text = "canary-letter" });
        await filed.ChangeAsync((found, _, now) => found.CheckAuthority("seen", Actor.OfStaff(StaffId.New(now), "advocate"), now));
        using var filer = app.NewSession();
        await filed.EnterAsync(filer);
        await filed.ChangeAsync((found, _, now) => found.ReplaceKey([1, 2, 3], KeyHolder.Survivor, "taken-over", Actor.Filer, null, now));

        Assert.Equal("/en/k", Filed.PathOf(await filer.OpenAsync("/en/k/sent")));
        Assert.Equal("/en/k", Filed.PathOf(await filer.OpenAsync("/en/k/sent/1")));
    }

    [Theory, DatabaseData("place"), DatabaseData("hold"), DatabaseData("all")]
    public async Task What_waits_is_stopped_before_it_leaves(DatabaseKind kind, string way)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app);
        var id = await TestLetters.AddAsync(app, filed.Id, new TestLetter { State = NoticeState.Queued });
        using var visitor = app.NewSession();
        var first = await filed.EnterAsync(visitor);
        Assert.Contains("A letter about it is ready. It is not sent yet.", first.Find("section[aria-labelledby=places]").TextContent, StringComparison.Ordinal);
        Assert.Contains("One letter is not sent yet.", first.Text, StringComparison.Ordinal);
        var list = await visitor.OpenAsync("/en/k/sent");

        var page = way switch
        {
            "place" => await visitor.SubmitAsync(list, "#ask", ("Places", list.Find("#ask input[type=checkbox]").GetAttribute("value"))),
            "hold" => await visitor.SubmitAsync(list, "#hold"),
            _ => await visitor.SubmitAsync(await visitor.OpenAsync(list.Find("main a[href$='/stop']").GetAttribute("href")!), "#all"),
        };

        Assert.DoesNotContain("cannot be called back.", page.Document.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Stopped. It was never sent.", Filed.States(await visitor.OpenAsync("/en/k/sent")));
        Assert.True(await app.SweepAsync(JobTable.Sending));
        Assert.False(Directory.Exists(app.MailFolder) && Directory.EnumerateFiles(app.MailFolder, "*.eml").Any());
        var reason = await filed.ReadAsync(db => db.Notices.Where(notice => notice.Id == id).Select(notice => notice.StoppedBecause).SingleAsync());
        Assert.Equal(way switch { "place" => StopReason.PlaceWithdrawn, "hold" => StopReason.ConsentWithdrawn, _ => StopReason.CaseWithdrawn }, reason);
        Assert.Equal([], await filed.VerifyAsync());
    }

    [Theory, DatabaseData("place"), DatabaseData("hold"), DatabaseData("all")]
    public async Task What_left_between_the_page_and_the_wish_is_said_honestly(DatabaseKind kind, string way)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app);
        await TestLetters.AddAsync(app, filed.Id, new TestLetter { State = NoticeState.Queued });
        using var visitor = app.NewSession();
        await filed.EnterAsync(visitor);
        var list = await visitor.OpenAsync("/en/k/sent");
        var all = await visitor.OpenAsync("/en/k/stop");
        Assert.True(await app.SweepAsync(JobTable.Sending));

        var page = way switch
        {
            "place" => await visitor.SubmitAsync(list, "#ask", ("Places", list.Find("#ask input[type=checkbox]").GetAttribute("value"))),
            "hold" => await visitor.SubmitAsync(list, "#hold"),
            _ => await visitor.SubmitAsync(all, "#all"),
        };

        Assert.Contains("One letter had left already. It cannot be called back.", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Sent", Filed.States(await visitor.OpenAsync("/en/k/sent")));
    }

    [Fact]
    public async Task A_stopped_case_offers_nothing_to_stop()
    {
        await using var app = await TestApp.StartAsync();
        var filed = await Filed.NewAsync(app);
        using var visitor = app.NewSession();
        await filed.EnterAsync(visitor);
        var open = await visitor.OpenAsync("/en/k/sent");
        await filed.ChangeAsync((found, _, now) => found.Withdraw(Actor.Survivor, now));

        Assert.NotNull(open.Document.QuerySelector("#hold"));
        Assert.Null((await visitor.OpenAsync("/en/k/sent")).Document.QuerySelector("#hold"));
    }

    private static async Task SeesNothingAsync(WebSession filer)
    {
        foreach (var path in Pages)
        {
            var page = await filer.OpenAsync($"/en/k/{path}");
            Assert.DoesNotContain("canary-letter", page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("letter", page.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("answer until", page.Text, StringComparison.Ordinal);
        }
    }
}
