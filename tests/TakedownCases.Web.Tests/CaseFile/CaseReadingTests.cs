using System.Net;
using Microsoft.Data.Sqlite;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.CaseFile;

public sealed class CaseReadingTests
{
    public static readonly string[] Parts = ["", "/places", "/notices", "/clocks", "/messages", "/notes", "/people", "/timeline", "/readers", "/history"];

    private static readonly string[] Verbs =
    [
        "purpose", "claim", "release", "review", "severity", "minor", "adult", "message", "ask", "answered", "note", "places/check", "places/add",
        "places/withdraw", "close", "reopen", "authority", "recuse", "key", "look", "sites", "sites/unknown", "sites/ask",
    ];

    [Theory, DatabaseData]
    public async Task Each_part_opens_logged_and_shows_how_the_person_may_be_reached(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync(Track.Minor);
        using var session = world.As(world.Supervisor);

        foreach (var part in Parts)
        {
            var page = await CaseWorld.OpenAsync(session, filed, part);

            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("No voicemail, ever.", page.Find(".safe-contact").TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain(page.Document.QuerySelectorAll("a[href]"), link => link.GetAttribute("href")!.Contains("example.org", StringComparison.Ordinal));
        }

        var reads = await world.StreamAsync(filed, LedgerLane.Read);
        Assert.Equal(Parts.Length, reads.Count(entry => entry.Kind == "case.read"));
        Assert.All(reads.Where(entry => entry.Kind == "case.read"), entry => Assert.Equal("cover", entry.Find(LedgerTag.Purpose)!.AsText()));
    }

    [Theory, DatabaseData]
    public async Task Words_and_places_are_shown_blurred_and_as_inert_text(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync(Track.Minor);
        using var session = world.As(world.Cleared);

        Assert.Contains("canary words", (await CaseWorld.OpenAsync(session, filed)).Find(".secret").TextContent, StringComparison.Ordinal);
        var places = await CaseWorld.OpenAsync(session, filed, "/places");
        Assert.Contains("https://example.org/canary-place", places.Document.QuerySelectorAll(".places bdi.address").Select(place => place.TextContent));
        Assert.Contains("Nobody opens these addresses", places.Text, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task A_minor_case_does_not_exist_without_clearance_at_any_endpoint(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var minor = await world.FileAsync(Track.Minor);
        var adult = await world.FileAsync();
        var supervisor = CaseWorld.New(StaffRole.Supervisor);
        await world.AddAsync(supervisor);
        using var session = world.As(supervisor);
        var token = (await CaseWorld.OpenAsync(session, adult)).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;

        foreach (var part in Parts.Append("/clocks/" + Guid.CreateVersion7()))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await session.GetAsync($"/staff/cases/{minor.Number}{part}")).Status);
        }

        foreach (var verb in Verbs)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/staff/cases/{minor.Number}/{verb}")
            {
                Content = new FormUrlEncodedContent(Everything(token)),
            };
            var answer = await session.SendAsync(request);
            Assert.True(answer.Status == HttpStatusCode.NotFound, $"{verb} answers {answer.Status}.");
        }

        Assert.Empty(await world.StreamAsync(minor, LedgerLane.Read));
    }

    [Theory]
    [DatabaseData(StaffRole.Advocate, true, true, false)]
    [DatabaseData(StaffRole.Supervisor, true, true, true)]
    [DatabaseData(StaffRole.Legal, true, false, true)]
    [DatabaseData(StaffRole.Triage, false, false, false)]
    [DatabaseData(StaffRole.Admin, false, false, false)]
    public async Task The_role_says_who_reads_who_works_and_who_sees_the_readers(
        DatabaseKind kind, StaffRole role, bool reads, bool works, bool seesReaders)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        var viewer = CaseWorld.New(role);
        await world.AddAsync(viewer);
        using var session = world.As(viewer);

        var page = await CaseWorld.OpenAsync(session, filed);
        Assert.Equal(reads, page.Status == HttpStatusCode.OK);
        Assert.Equal(seesReaders, (await session.GetAsync($"/staff/cases/{filed.Number}/readers")).Status == HttpStatusCode.OK);
        Assert.Equal(works, page.Document.QuerySelector("form[action$='/claim']") is not null);
        if (reads)
        {
            var token = page.Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/staff/cases/{filed.Number}/review")
            {
                Content = new FormUrlEncodedContent(Everything(token)),
            };
            var answer = await session.SendAsync(request);
            Assert.Equal(works ? HttpStatusCode.Redirect : HttpStatusCode.Forbidden, answer.Status);
        }
    }

    [Theory, DatabaseData]
    public async Task A_purpose_is_asked_of_those_without_a_relation_and_good_for_half_an_hour(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        using var session = world.As(world.Legal);
        var path = $"/staff/cases/{filed.Number}";

        var asked = await session.OpenAsync(path);
        Assert.DoesNotContain("canary", asked.Body, StringComparison.Ordinal);
        Assert.Empty(await world.StreamAsync(filed, LedgerLane.Read));
        var none = await session.PostAsync(asked, "form[action$='/purpose']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.Status);

        Assert.Contains("canary words", (await CaseWorld.OpenAsync(session, filed)).Text, StringComparison.Ordinal);
        world.App.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Contains("canary words", (await session.OpenAsync(path)).Text, StringComparison.Ordinal);
        world.App.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.DoesNotContain("canary words", (await session.OpenAsync(path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_shown_when_the_reading_cannot_be_logged()
    {
        await using var world = await CaseWorld.StartAsync(DatabaseKind.Sqlite);
        var filed = await world.FileAsync();
        using var session = world.As(world.Advocate);
        await using (var connection = new SqliteConnection(world.App.Database.ConnectionString))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TRIGGER full BEFORE INSERT ON ledger_entry BEGIN SELECT RAISE(ABORT, 'no room'); END;";
            await command.ExecuteNonQueryAsync();
        }

        var page = await session.GetAsync($"/staff/cases/{filed.Number}");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.DoesNotContain("canary", page.Body, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task The_timeline_takes_the_same_queries_for_ten_and_for_two_hundred_entries(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var small = await world.FileAsync();
        var large = await world.FileAsync();
        for (var i = 0; i < 10; i++)
        {
            await world.ChangeAsync(large, (subject, start, now) =>
            {
                for (var j = 0; j < 20; j++)
                {
                    subject.WriteNote(NoteKind.Operational, "canary note", world.Advocate.AsActor(), now);
                }
            });
        }

        using var session = world.As(world.Advocate);
        var few = await QueriesAsync(world, session, small);
        var many = await QueriesAsync(world, session, large);

        Assert.Equal(few, many);
        Assert.True(many <= 14, $"{many} commands.");
        var page = await CaseWorld.OpenAsync(session, large, "/timeline");
        Assert.Equal(50, page.Document.QuerySelectorAll("ol.timeline > li").Length);
        var pages = 1;
        while (page.Document.QuerySelector("a[rel=next]") is { } next)
        {
            page = await session.OpenAsync(next.GetAttribute("href")!);
            pages++;
        }

        Assert.Equal(5, pages);
        Assert.Contains("Filed. Addresses given: 2", page.Text, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task Every_clock_says_line_by_line_why_it_is_due(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        using var session = world.As(world.Advocate);

        var clocks = await CaseWorld.OpenAsync(session, filed, "/clocks");
        foreach (var link in clocks.Document.QuerySelectorAll("a[data-open]"))
        {
            var trace = await session.OpenAsync(link.GetAttribute("href")!);
            Assert.Contains("under our own policy", trace.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("differs", trace.Text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await session.GetAsync($"/staff/cases/{filed.Number}/clocks/{Guid.CreateVersion7()}")).Status);
    }

    private static async Task<int> QueriesAsync(CaseWorld world, WebSession session, TakedownCases.Data.FiledCase filed)
    {
        await session.OpenAsync($"/staff/cases/{filed.Number}/timeline");
        var before = Executed(world);
        await session.OpenAsync($"/staff/cases/{filed.Number}/timeline");
        return Executed(world) - before;
    }

    private static int Executed(CaseWorld world)
        => world.App.Logs.Count(line => line.Category == "Microsoft.EntityFrameworkCore.Database.Command"
            && line.Everything.Contains("Executed DbCommand", StringComparison.Ordinal));

    private static Dictionary<string, string> Everything(string token) => new(StringComparer.Ordinal)
    {
        ["__RequestVerificationToken"] = token,
        ["Input.Command"] = Guid.CreateVersion7().ToString(),
        ["Input.Message"] = "x",
        ["Input.Question"] = "x",
        ["Input.SaidElsewhere"] = "x",
        ["Input.Note"] = "x",
        ["Input.NoteKind"] = "Operational",
        ["Input.Place"] = Guid.CreateVersion7().ToString(),
        ["Input.NewPlaces"] = "x",
        ["Input.Severity"] = "Urgent",
        ["Input.AdultReason"] = "x",
        ["Input.Authority"] = "x",
        ["Input.Colleague"] = Guid.CreateVersion7().ToString(),
        ["Input.Answer"] = "x",
        ["Input.LookReason"] = "x",
        ["Input.Purpose"] = "cover",
        ["Input.Role"] = "Host",
        ["Input.Name"] = "x",
        ["Input.Mail"] = "x@example.net",
        ["Input.NotFound"] = "x",
    };
}
