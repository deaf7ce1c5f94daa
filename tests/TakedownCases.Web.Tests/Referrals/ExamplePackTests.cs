using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Referrals;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Referrals;
using TakedownCases.Testing;
using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Tests.Referrals;

/// <summary>
/// The packs in docs/examples are made from the invented cases of the demo; APPROVE=1 writes them again. References, hashes and
/// Message-IDs are drawn anew at each start, so the examples carry made-up ones.
/// </summary>
public sealed partial class ExamplePackTests
{
    public static TheoryData<string> Authorities => ["ftc", "ofcom", "esafety", "arcom", "gac"];

    [Theory]
    [MemberData(nameof(Authorities))]
    public async Task The_examples_in_docs_are_what_the_demo_makes(string id)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = TestApp.StartOn(database, new TestAppOptions
        {
            Environment = "Development",
            Settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Demo"] = "true", ["ConnectionStrings:Takedown"] = database.ConnectionString,
            },
        });
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<TakedownDbContext>();
        var to = services.GetRequiredService<AuthorityDirectory>().Find(id)!;
        var reader = services.GetRequiredService<PackReader>();
        var notice = await ChooseAsync(db, to);
        var subject = await db.Cases.AsNoTracking().AsSplitQuery().Include(one => one.Places).Include(one => one.Clocks)
            .SingleAsync(one => one.Id == notice.CaseId);
        var reading = await services.GetRequiredService<ReadLog>().OpenAsync(subject.Id, Actor.Console, "pack", "test", CancellationToken.None);

        var loaded = new LoadedNotice(subject, notice);
        var facts = await reader.ReadAsync(
            loaded, to, reader.LawFor(to, loaded, reading), services.GetRequiredService<MailSender>().AsNoticeSender(), reading,
            MadeAt(subject, to, app.Clock.GetUtcNow()), CancellationToken.None);
        var pack = ComplaintPack.Make(subject.Id, notice.Id, facts, Actor.System).Value!;

        using (var json = JsonDocument.Parse(pack.Json!.Plain))
        {
            Assert.NotEqual(0, json.RootElement.GetProperty("timeline").GetArrayLength());
            Assert.NotEqual(0, json.RootElement.GetProperty("places").GetArrayLength());
        }

        await HoldAsync($"complaint-{id}.txt", MadeUp(pack.Text!.Plain));
        await HoldAsync($"complaint-{id}.json", MadeUp(pack.Json.Plain));
    }

    [Fact]
    public void Every_example_says_what_the_schema_names()
    {
        var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Docs(), "schemas", "complaint-pack-1.json"))).RootElement;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Docs(), "examples"), "complaint-*.json"))
        {
            using var example = JsonDocument.Parse(File.ReadAllText(file));
            Check(example.RootElement, schema, schema, Path.GetFileName(file));
        }
    }

    // The best story for this authority: a law of its own was cited and its time runs; else cited; refused; else any notice whose time runs.
    private static async Task<Notice> ChooseAsync(TakedownDbContext db, Authority to)
    {
        var left = await db.Notices.AsNoTracking().Include(notice => notice.Places)
            .Where(notice => notice.LeftAt != null && notice.Kind == NoticeKind.Removal)
            .OrderBy(notice => notice.CreatedAt).ToListAsync();
        var late = (await db.Clocks.AsNoTracking().Where(clock => clock.EndedAt == null && clock.Notice != null && clock.Place != null)
            .Select(clock => new { clock.Notice, clock.Basis }).ToListAsync()).ToLookup(clock => clock.Notice, clock => clock.Basis);
        var refused = (await db.Places.AsNoTracking().Where(place => place.State == PlaceState.Refused).Select(place => place.CaseId).ToListAsync()).ToHashSet();
        return left.Where(notice => to.IsFor(notice.Track)).OrderByDescending(notice => late[notice.Id].Any(to.ComplaintsUnder.Contains))
            .ThenByDescending(notice => to.ComplaintsUnder.Any(basis => notice.Bases.Contains(basis + "@", StringComparison.Ordinal)))
            .ThenByDescending(notice => refused.Contains(notice.CaseId)).ThenByDescending(notice => late[notice.Id].Any()).ThenBy(notice => notice.Track).ThenBy(notice => notice.CreatedAt).First();
    }

    // A minute after the last time of its laws ran out, as the sweep makes it.
    private static DateTimeOffset MadeAt(TakedownCase subject, Authority to, DateTimeOffset now)
        => subject.Clocks.Where(clock => clock.IsRunning && to.ComplaintsUnder.Contains(clock.Basis)).Select(clock => clock.DueAt.AddMinutes(1)).Append(now).Max();

    private static string MadeUp(string said)
    {
        var references = new Dictionary<string, string>(StringComparer.Ordinal);
        var named = Reference().Replace(said, found => references.TryGetValue(found.Value, out var known) ? known
            : references[found.Value] = $"TN-{new string((char)('2' + references.Count), 4)}-{new string((char)('2' + references.Count), 4)}");
        return MessageId().Replace(Hash().Replace(named, new string('0', 64)), "<made-up@");
    }

    private static async Task HoldAsync(string name, string made)
    {
        var path = Path.Combine(Docs(), "examples", name);
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            await File.WriteAllTextAsync(path, made);
        }

        Assert.True(File.Exists(path) && await File.ReadAllTextAsync(path) == made, $"docs/examples/{name} differs from what the demo makes (APPROVE=1 writes it).");
    }

    // Types, required members, constants, enumerations and that nothing else is there: what the schema uses.
    private static void Check(JsonElement value, JsonElement schema, JsonElement root, string at)
    {
        if (schema.TryGetProperty("const", out var constant))
        {
            Assert.Equal(constant.GetString(), value.GetString());
        }

        if (schema.TryGetProperty("enum", out var values))
        {
            Assert.Contains(value.GetString(), values.EnumerateArray().Select(one => one.GetString()));
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Check(item, schema.GetProperty("items"), root, at + "[]");
            }
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var known = schema.GetProperty("properties");
        Assert.All(schema.GetProperty("required").EnumerateArray(), name => Assert.True(value.TryGetProperty(name.GetString()!, out _), $"{at} lacks {name}"));
        foreach (var member in value.EnumerateObject())
        {
            Assert.True(known.TryGetProperty(member.Name, out var part), $"{at}.{member.Name} is not in the schema");
            Check(member.Value, part, root, $"{at}.{member.Name}");
        }
    }

    private static string Docs()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TakedownCases.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The repository was not found.");
        }

        return Path.Combine(folder.FullName, "docs");
    }

    [GeneratedRegex("TN-[0-9A-Z]{4}-[0-9A-Z]{4}", RegexOptions.None, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex("[0-9a-f]{64}", RegexOptions.None, 1000)]
    private static partial Regex Hash();

    [GeneratedRegex("<[0-9A-Za-z.-]+@", RegexOptions.None, 1000)]
    private static partial Regex MessageId();
}
