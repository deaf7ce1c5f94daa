using System.Net;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;
using TakedownCases.Web.Tests.CaseFile;

namespace TakedownCases.Web.Tests.Notices;

/// <summary>Who may open and do what with notices; the matrix of all endpoints stands in Access.</summary>
public sealed class NoticeAccessTests
{
    [Theory, DatabaseData]
    public async Task A_minors_notice_does_not_exist_without_clearance_and_a_walled_off_colleague_finds_none(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var minor = await NoticeSteps.FileAsync(world, Track.Minor);
        var walled = await NoticeSteps.FileAsync(world);
        using var author = world.As(world.Cleared);
        var references = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [minor.Number.Value] = NoticeSteps.ReferenceOf(await NoticeSteps.DraftAsync(author, minor, NoticeSteps.Telegram)).Value,
            [walled.Number.Value] = NoticeSteps.ReferenceOf(await NoticeSteps.DraftAsync(author, walled, NoticeSteps.Telegram)).Value,
        };
        await world.ChangeAsync(walled, (subject, _, now) => subject.Recuse(world.Advocate.Staff, world.Supervisor.AsActor(), now));
        var free = await world.FileAsync();
        using var session = world.As(world.Advocate);
        var token = await CaseWorld.OpenAsync(session, free);
        var before = ((await world.StreamAsync(minor, LedgerLane.Read)).Count, (await world.StreamAsync(walled)).Count);

        foreach (var (number, reference) in references)
        {
            string[] pages = ["notices", "notices/new", $"notices/{reference}", $"notices/{reference}/change", "outcomes", "referrals", "referrals/new", "referrals/new?to=iwf", "packs/new"];
            foreach (var page in pages)
            {
                Assert.Equal(HttpStatusCode.NotFound, (await session.GetAsync($"/staff/cases/{number}/{page}")).Status);
            }

            string[] forms =
            [
                "notices", $"notices/{reference}/change", $"notices/{reference}/approve", $"notices/{reference}/log", $"notices/{reference}/stop",
                $"notices/{reference}/decide", "outcomes", "referrals", "packs", "look",
            ];
            foreach (var form in forms)
            {
                var answer = await NoticeSteps.ForgeAsync(
                    session, token, $"/staff/cases/{number}/{form}", ("Input.HadNone", "true"), ("Input.Decision", "left"), ("Input.Why", "x"));
                Assert.True(answer.Status == HttpStatusCode.NotFound, $"{form} answers {answer.Status}.");
            }
        }

        Assert.Equal(before, ((await world.StreamAsync(minor, LedgerLane.Read)).Count, (await world.StreamAsync(walled)).Count));
    }

    [Theory]
    [DatabaseData(StaffRole.Legal, true)]
    [DatabaseData(StaffRole.Triage, false)]
    [DatabaseData(StaffRole.Admin, false)]
    public async Task Legal_staff_read_notices_and_nobody_but_case_workers_writes_them(DatabaseKind kind, StaffRole role, bool reads)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        using var author = world.As(world.Advocate);
        var reference = NoticeSteps.ReferenceOf(await NoticeSteps.DraftAsync(author, filed, NoticeSteps.Telegram));
        var viewer = CaseWorld.New(role);
        await world.AddAsync(viewer);
        using var session = world.As(viewer);

        var page = await NoticeSteps.OpenAsync(session, filed, reference);
        Assert.Equal(reads, page.Status == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.Forbidden, (await session.GetAsync($"/staff/cases/{filed.Number}/notices/new")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await session.GetAsync($"/staff/cases/{filed.Number}/outcomes")).Status);
        if (reads)
        {
            Assert.NotEmpty(NoticeSteps.PreviewOf(page));
            Assert.Empty(page.Document.QuerySelectorAll("main form"));
            var stopped = await NoticeSteps.ForgeAsync(session, page, $"/staff/cases/{filed.Number}/notices/{reference}/stop");
            Assert.Equal(HttpStatusCode.Forbidden, stopped.Status);
        }
    }

    [Theory, DatabaseData]
    public async Task Whoever_has_no_relation_says_why_first_and_comes_to_the_notice_then(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        using var author = world.As(world.Advocate);
        var reference = NoticeSteps.ReferenceOf(await NoticeSteps.DraftAsync(author, filed, NoticeSteps.Telegram));
        using var session = world.As(world.Supervisor);

        var asked = await session.OpenAsync($"/staff/cases/{filed.Number}/notices/{reference}");
        Assert.DoesNotContain("canary", asked.Body, StringComparison.OrdinalIgnoreCase);
        var shown = await session.SubmitAsync(asked, "form[action$='/purpose']", ("Input.Purpose", "supervision"));

        Assert.Equal(reference.Value, shown.Find("h1").TextContent);
    }

    [Theory, DatabaseData]
    public async Task Titles_and_paths_of_every_page_are_neutral(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        using var session = world.As(world.Advocate);
        var draft = await NoticeSteps.DraftAsync(session, filed, NoticeSteps.Telegram);

        foreach (var link in draft.Document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!))
        {
            Assert.DoesNotContain("t.me", link, StringComparison.Ordinal);
        }

        Assert.Contains(NoticeSteps.ReferenceOf(draft).Value, draft.Document.Title!, StringComparison.Ordinal);
        Assert.DoesNotContain("Telegram", draft.Document.Title!, StringComparison.Ordinal);
    }
}
