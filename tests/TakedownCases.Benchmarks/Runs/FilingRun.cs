using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Benchmarks.Seeding;
using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Benchmarks.Runs;

/// <summary>
/// Filing through the app's own path against the same rows, made before the clock starts, in prepared raw statements: one
/// transaction a filing on both sides, on the same database.
/// </summary>
internal static class FilingRun
{
    private const int WarmUp = 100;
    private const int Times = 400;
    private const double Budget = 25;

    public static async Task RunAsync(BenchDatabase bench, BenchOptions options, BenchReport report)
    {
        var maker = new CaseMaker(options with { Seed = options.Seed + 7_000, Cases = WarmUp + Times }, bench.Vault, bench.Services);
        var made = Enumerable.Range(0, WarmUp + Times).Select(number => maker.MakeFiled(number, Places)).ToList();
        var tables = new BulkTables(bench.Model());
        await using var connection = await bench.ConnectAsync();
        var statements = new Dictionary<BulkTable, DbCommand>();

        // In turn, so that what else the machine does falls on both alike.
        var requests = Enumerable.Range(0, WarmUp + Times).Select(Request).ToList();
        var (filed, raw) = await Timing.MeasureInTurnAsync(
            WarmUp, Times, number => FileAsync(bench, requests[number]), number => InsertAsync(bench, connection, tables, statements, made[number]));

        report.Figure($"filing {bench.Provider}: rows a filing", made[0].Rows().Count(), "");
        report.Figure($"filing {bench.Provider}: through the app, median", filed.Median(), "ms");
        report.Figure($"filing {bench.Provider}: through the app, p99", filed.P99(), "ms");
        report.Figure($"filing {bench.Provider}: raw SQL, median", raw.Median(), "ms");
        report.AtLeast($"filing {bench.Provider}: rate against raw SQL", 100 * raw.Median() / filed.Median(), "%", Budget);
    }

    private const int Places = 2;

    private static FilingRequest Request(int number) => new()
    {
        Command = new CommandId(Guid.CreateVersion7()),
        Track = Track.Adult,
        Language = "fr",
        Country = "BE",
        Details = new CaseDetails { Words = $"An invented account, number {number}, of a length that people write. It says what happened." },
        Contact = new SafeContact { Channel = ContactChannel.Mail, Address = "someone@example.org" },
        Statement = new SignedStatement
        {
            Statement = "I did not agree to this and ask for its removal.", Name = "A. Example", Signature = "A. Example", SignedAt = DateTimeOffset.UnixEpoch,
        },
        Places = [.. Enumerable.Range(0, Places).Select(index => new TypedPlace($"https://media.example.org/f/{Guid.CreateVersion7():N}-{index}", Views: 3))],
        Consents = [ConsentAction.NotifyPlatforms],
        Key = CaseKey.NewRandom(),
        By = Actor.Survivor,
    };

    private static async Task FileAsync(BenchDatabase bench, FilingRequest request)
    {
        await using var scope = bench.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<CaseFiling>().FileAsync(request, CancellationToken.None);
        if (!outcome.IsDone)
        {
            throw new InvalidOperationException(outcome.Refusal.Message);
        }
    }

    private static async Task InsertAsync(
        BenchDatabase bench, DbConnection connection, BulkTables tables, Dictionary<BulkTable, DbCommand> statements, MadeCase made)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        var position = await SqliteBulk.PositionAsync(bench, connection, transaction);
        foreach (var row in made.Rows())
        {
            if (row is LedgerEntryRow entry)
            {
                entry.Position = ++position;
            }

            var table = tables.Of(row);
            var values = table.Row(row);
            if (!statements.TryGetValue(table, out var statement))
            {
                statements[table] = statement = SqliteBulk.Prepare(connection, table);
            }

            statement.Transaction = transaction;
            for (var i = 0; i < values.Length; i++)
            {
                statement.Parameters[i].Value = values[i] ?? DBNull.Value;
            }

            await statement.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }
}
