using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Sql;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests;

/// <summary>Cases filed as the app files them, and what tests look at underneath.</summary>
internal static class Samples
{
    public static readonly StaffId Ada = new(Guid.Parse("01000000-0000-7000-8000-000000000001"));

    public static readonly StaffId Ben = new(Guid.Parse("01000000-0000-7000-8000-000000000002"));

    public static readonly Actor ByAda = Actor.OfStaff(Ada, "advocate");

    public static FilingRequest Request(string words = "what happened") => new()
    {
        Command = new CommandId(Guid.CreateVersion7()),
        Track = Track.Adult,
        Language = "fr",
        Details = new CaseDetails { Words = words },
        Contact = new SafeContact { Channel = ContactChannel.Mail, Address = "someone@example.org" },
        Statement = new SignedStatement { Statement = "s", Name = "n", Signature = "n", SignedAt = ManualTimeProvider.DefaultStart },
        Places = [new TypedPlace("https://example.org/a", Views: 3), new TypedPlace("https://example.org/b", Views: 4)],
        Consents = [ConsentAction.NotifyPlatforms],
        Key = CaseKey.NewRandom(),
        By = Actor.Survivor,
    };

    public static async Task<FiledCase> FileAsync(IServiceProvider services, FilingRequest? request = null)
    {
        await using var scope = services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<CaseFiling>()
            .FileAsync(request ?? Request(), CancellationToken.None);
        Assert.True(outcome.IsDone, outcome.Refusal?.Message);
        return outcome.Value;
    }

    /// <summary>Changes one case the way handlers do: loads, acts, saves, and decides again when somebody else was first.</summary>
    public static async Task<int> ChangeAsync(IServiceProvider services, CaseId id, Action<TakedownCase> change)
    {
        for (var tries = 1; ; tries++)
        {
            await using var scope = services.CreateAsyncScope();
            var takedownCase = await scope.ServiceProvider.GetRequiredService<CaseStore>().LoadWholeAsync(id, CancellationToken.None);
            change(takedownCase!);
            try
            {
                await scope.ServiceProvider.GetRequiredService<TakedownDbContext>().SaveChangesAsync();
                return tries;
            }
            catch (DbUpdateException conflict) when (DatabaseErrors.IsConflict(conflict))
            {
                Assert.True(tries < 500, "Nobody gets through.");
            }
        }
    }

    public static ClockStart StartClock(Domain.Deadlines.ClockKind kind, Track track, Severity severity, DateTimeOffset from, IReadOnlyList<Domain.Deadlines.Pause> pauses)
        => new(kind, "test", "1", from, from.AddHours(4), from.AddHours(3), 75);

    public static async Task<List<string>> VerifyAsync(TakedownDbContext db)
    {
        var findings = new List<string>();
        var verifier = new ChainVerifier(finding => findings.Add($"{finding.Code} {finding.Message}"));
        foreach (var head in await db.LedgerHeads.AsNoTracking().ToListAsync())
        {
            var stream = new LedgerStream(head.Scope, head.Lane);
            var rows = db.LedgerEntries.AsNoTracking()
                .Where(row => row.Scope == head.Scope && row.Lane == head.Lane).OrderBy(row => row.Seq);
            await foreach (var row in rows.AsAsyncEnumerable())
            {
                verifier.Add(new LedgerRow(stream, row.Seq, row.Body, row.Hash));
            }

            verifier.CompareHead(new LedgerHead(stream, head.Seq, head.Hash));
        }

        verifier.Finish();
        return findings;
    }

    /// <summary>SQL as the owner of the tables sends it, past everything the app does.</summary>
    public static async Task<object?> SqlAsync(TestDatabase database, string statement)
    {
        await using System.Data.Common.DbConnection connection = database.Kind == DatabaseKind.Postgres
            ? new NpgsqlConnection(database.ConnectionString)
            : new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // statements are written out in the tests
        command.CommandText = statement;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
