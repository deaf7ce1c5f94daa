using System.Text;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Testing;

namespace TakedownCases.Browser.Tests.Journeys;

/// <summary>
/// The main job whole (issue 2 of 5, Show 1): from the filing to two letters through a real mail server, silence, a reminder,
/// a supervisor, one yes and one no, and what the person sees of it.
/// </summary>
public sealed class NoticeJourneyTests(BrowserFixture browser)
{
    private const string Gone = "https://t.me/canal_invente/41";
    private const string Refused = "https://www.xvideos.com/video4711/exemple";

    private static readonly VisitOptions French = new() { Locale = "fr-FR", Width = 390, Height = 844 };

    [Theory]
    [DatabaseData]
    public async Task Two_letters_leave_one_platform_is_silent_too_long_one_place_goes_and_one_is_refused(DatabaseKind kind)
    {
        var server = new RealMailServer();
        await using var app = await BrowserApp.StartAsync(kind, mail: server);
        var staff = await People.CreateAsync(app, kind);
        var (key, number) = ("", "");
        await browser.VisitAsync(app, French, async visit =>
        {
            (key, number) = await AdultFiling.FileAsync(app, new Visitor(visit, "fr"), "US", Gone, Refused);
            await visit.PicturesAsync($"{kind}-adult-filed");
        });

        var (telegram, xvideos) = ("", "");
        await AtDeskAsync(app, kind, staff.Advocate, number, async desk =>
        {
            await desk.TakeAsync();
            telegram = await desk.WriteAsync("telegram");
            xvideos = await desk.WriteAsync("xvideos", () => desk.Staff.PickAsync("Input.Language", "fr"));
        });
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        await AtDeskAsync(app, kind, staff.Supervisor, number, async desk =>
        {
            read[telegram] = await desk.ApproveAsync(telegram);
            read[xvideos] = await desk.ApproveAsync(xvideos);
        });
        await app.PassAsync(number, TimeSpan.FromMinutes(1), (notices, _) => notices.All(notice => notice.State == NoticeState.Sent));
        await CheckLettersAsync(app, server, number, read);
        await browser.VisitAsync(app, French, visit => SeesAsync(new Visitor(visit, "fr"), key, $"{kind}-adult-sent"));

        await app.PassAsync(number, TimeSpan.FromHours(48), (notices, _) => notices.Count(notice => IsSent(notice, NoticeKind.Reminder)) == 2);
        await app.CheckFrozenAsync(number, server);
        Assert.All(server.Notices().Skip(2), mail => Assert.Contains(mail.To.Contains("telegram", StringComparison.Ordinal) ? telegram : xvideos, mail.Body, StringComparison.Ordinal));

        await AtDeskAsync(app, kind, staff.Advocate, number, async desk =>
        {
            await desk.Staff.OpenAsync("/staff/tasks");
            await desk.PicturesAsync("tasks");
            await desk.TellAsync(telegram, "RemovedConfirmed", "Platform", "Done.");
            await desk.TellAsync(xvideos, "Refused", "Platform", "We see no breach of our rules.");
        });
        await app.PassAsync(number, TimeSpan.FromHours(24), (notices, found) => notices.Any(notice => notice.Kind == NoticeKind.Complaint)
            && found.Tasks.Any(task => task is { Kind: TaskKind.Supervise, IsOpen: true }));
        Assert.Equal(4, server.Notices().Count);
        await AtDeskAsync(app, kind, staff.Supervisor, number, SupervisesAsync);

        await browser.VisitAsync(app, French, visit => SeesAtTheEndAsync(new Visitor(visit, "fr"), key, $"{kind}-adult-end"));
        await app.ProveAsync(number, "notice.approved", "notice.sent", "place.outcome", "ladder.climbed", "clock.overdue");
    }

    private static async Task CheckLettersAsync(TestApp app, RealMailServer server, string number, Dictionary<string, string> read)
    {
        var arrived = server.Notices();
        await app.CheckFrozenAsync(number, server);
        Assert.Equal(["abuse@telegram.org", "abuse@xvideos.com"], arrived.Select(mail => mail.To).Order(StringComparer.Ordinal));
        foreach (var (reference, text) in read)
        {
            var mail = Assert.Single(arrived, mail => mail.Subject.EndsWith(reference, StringComparison.Ordinal));
            Assert.Equal(Lines(text), Lines(mail.Body));
            Assert.Contains("Ada Exemple", mail.Body, StringComparison.Ordinal);
            Assert.Contains(mail.To.Contains("telegram", StringComparison.Ordinal) ? Gone : Refused, mail.Json, StringComparison.Ordinal);
            Assert.DoesNotContain(mail.EveryForm(), form => form.Contains("Cela a commencé en mars", StringComparison.Ordinal));
        }
    }

    private static async Task SupervisesAsync(NoticeDesk desk)
    {
        var staff = desk.Staff;
        await staff.OpenAsync("/staff/tasks");
        await desk.PicturesAsync("supervisor-tasks");
        Assert.Contains(desk.Number, await staff.TextAsync(), StringComparison.Ordinal);
        await staff.OpenAsync("/staff/escalations");
        await desk.PicturesAsync("escalations");
        await staff.SendAsync("main .tabs a[href*='tab=drafted']");
        await desk.PicturesAsync("drafted");
        await staff.SendAsync("main tbody a[href*='/notices/']");
        await desk.SayWhyAsync();
        await desk.PicturesAsync("complaint");
        var text = await staff.TextAsync();
        Assert.Contains(Refused, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Gone, text, StringComparison.Ordinal);
        Assert.Contains("TakeItDown.ftc.gov", text, StringComparison.Ordinal);
        await staff.OpenAsync($"/staff/cases/{desk.Number}/notices");
        await desk.PicturesAsync("notices-end");
        await staff.OpenAsync($"/staff/cases/{desk.Number}/places");
        await desk.PicturesAsync("places-end");
        await staff.OpenAsync($"/staff/cases/{desk.Number}/clocks");
        await desk.PicturesAsync("clocks-end");
        await staff.OpenAsync($"/staff/cases/{desk.Number}/timeline");
        await desk.PicturesAsync("timeline-end");
    }

    private static async Task SeesAsync(Visitor person, string key, string pictures)
    {
        await person.EnterAsync(key);
        await person.Visit.PicturesAsync($"{pictures}-key");
        var shown = await person.TextAsync();
        Assert.Contains(Gone, shown, StringComparison.Ordinal);
        Assert.Contains(Refused, shown, StringComparison.Ordinal);
        Assert.Contains("Nous attendons leur réponse", shown, StringComparison.Ordinal);
        await person.SendAsync("main a[href='/fr/k/sent']");
        await person.Visit.PicturesAsync($"{pictures}-letters");
        Assert.Equal(2, await person.Page.Locator("main a[href^='/fr/k/sent/']").CountAsync());
        await person.SendAsync("main a[href^='/fr/k/sent/'][aria-label*='Telegram']");
        await person.Visit.PicturesAsync($"{pictures}-letter");
        Assert.Contains(Gone, await person.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("abuse@", await person.TextAsync(), StringComparison.Ordinal);
    }

    private static async Task SeesAtTheEndAsync(Visitor person, string key, string pictures)
    {
        await person.EnterAsync(key);
        await person.Visit.PicturesAsync($"{pictures}-key");
        Assert.Contains("C’est retiré.", await person.TextAsync($".places > li:has-text('{Gone}')"), StringComparison.Ordinal);
        var refused = await person.TextAsync($".places > li:has-text('{Refused}')");
        Assert.Contains("La réponse est non.", refused, StringComparison.Ordinal);
        Assert.Contains("Un non n’est pas la fin.", refused, StringComparison.Ordinal);
        Assert.Contains("décide de la suite", await person.TextAsync("section[aria-labelledby=next]"), StringComparison.Ordinal);
        await person.SendAsync("main a[href='/fr/k/sent']");
        await person.Visit.PicturesAsync($"{pictures}-letters");
        Assert.Equal(4, await person.Page.Locator("main a[href^='/fr/k/sent/']").CountAsync());
    }

    private Task AtDeskAsync(TestApp app, DatabaseKind kind, TestStaff who, string number, Func<NoticeDesk, Task> work)
        => browser.VisitAsync(app, new VisitOptions { Width = 1280 }, async visit =>
        {
            var staff = new Visitor(visit, "en");
            await staff.SignInAsync(app, who);
            await work(new NoticeDesk(staff, number, $"{kind}-adult"));
        });

    private static bool IsSent(Notice notice, NoticeKind kind) => notice.Kind == kind && notice.State == NoticeState.Sent;

    private static string[] Lines(string text) => text.TrimEnd().ReplaceLineEndings("\n").Split('\n');
}
