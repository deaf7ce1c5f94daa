using System.Net;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Queue;

public sealed class QueuePagingTests
{
    [Theory]
    [DatabaseData]
    public async Task Walking_forward_and_back_over_equal_deadlines_loses_and_doubles_nothing(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var filed = new List<string>();
        for (var hour = 0; hour < 2; hour++)
        {
            filed.AddRange((await Filed.CasesAsync(app, 50)).Select(one => one.Number.Value));
            filed.AddRange((await Filed.CasesAsync(app, 36, Track.Minor)).Select(one => one.Number.Value));
            app.Clock.Advance(TimeSpan.FromHours(1));
        }

        filed.Add((await Filed.CaseAsync(app)).Number.Value);
        using var session = await SignedIn.AsAsync(app, StaffRole.Supervisor, cleared: true);

        var (forward, last) = await WalkAsync(session, "/staff/queue?tab=all", "next");
        var (back, _) = await WalkAsync(session, last, "prev");

        Assert.Equal(173, filed.Count);
        Assert.Equal([50, 50, 50, 23], forward.Select(page => page.Count));
        Assert.Equal(filed.Order(), forward.SelectMany(page => page).Order());
        Assert.Equal(forward.SelectMany(page => page), back.AsEnumerable().Reverse().SelectMany(page => page));
    }

    [Theory]
    [DatabaseData("after=nonsense")]
    [DatabaseData("before=AAAA")]
    [DatabaseData("after=________________________________")]
    [DatabaseData("after=%00&before=%F0%9F%98%80")]
    public async Task A_cursor_that_cannot_be_read_shows_the_first_page(DatabaseKind kind, string query)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var filed = await Filed.CaseAsync(app);
        using var session = await SignedIn.AsAsync(app, StaffRole.Supervisor);

        var page = await session.OpenAsync("/staff/queue?tab=all&" + query);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal([filed.Number.Value], Filed.Numbers(page));
    }

    [Theory]
    [DatabaseData]
    public async Task An_empty_queue_says_so_in_every_part(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        using var session = await SignedIn.AsAsync(app, StaffRole.Supervisor, cleared: true);
        foreach (var tab in new[] { "mine", "free", "all", "overdue", "danger", "minor", "quiet" })
        {
            var page = await session.OpenAsync("/staff/queue?tab=" + tab);

            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.NotEmpty(page.Find(".empty").TextContent);
            Assert.Null(page.Document.QuerySelector("table"));
        }
    }

    [Theory]
    [DatabaseData]
    public async Task The_earliest_deadline_stands_first(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var standard = await Filed.CaseAsync(app);
        var threatened = await Filed.CaseAsync(app, danger: new DangerAnswers(Threatened: true));
        var danger = await Filed.CaseAsync(app, danger: new DangerAnswers(DangerNow: true));
        using var session = await SignedIn.AsAsync(app, StaffRole.Legal);

        var page = await session.OpenAsync("/staff/queue");

        Assert.Equal([danger.Number.Value, threatened.Number.Value, standard.Number.Value], Filed.Numbers(page));
    }

    [Theory]
    [DatabaseData]
    public async Task Fifty_rows_stay_within_sixty_kilobytes(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        for (var i = 0; i < 51; i++)
        {
            await Filed.CaseAsync(
                app, i % 2 == 0 ? Track.Adult : Track.Minor, "fr", "CD", new DangerAnswers(DangerNow: true), false,
                "https://www.instagram.com/p/a", "https://x.com/a/status/1", "https://www.facebook.com/a", "https://example.net/1");
        }

        using var session = await SignedIn.AsAsync(app, StaffRole.Supervisor, cleared: true);

        var page = await session.OpenAsync("/staff/queue");

        Assert.Equal(50, Filed.Numbers(page).Count);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(page.Body), 1, 60 * 1024);
    }

    private static async Task<(List<List<string>> Pages, string Last)> WalkAsync(WebSession session, string address, string relation)
    {
        var pages = new List<List<string>>();
        while (true)
        {
            var page = await session.OpenAsync(address);
            pages.Add(Filed.Numbers(page));
            if (page.Document.QuerySelector($".pager a[rel={relation}]")?.GetAttribute("href") is not { } next || pages.Count > 9)
            {
                return (pages, address);
            }

            address = next;
        }
    }
}
