using System.Data.Common;
using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Ledger;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Benchmarks.Runs;

/// <summary>The whole verification, opened commitments and projections included, against reading and hashing the same rows.</summary>
internal static class VerifyRun
{
    private const double Budget = 60;

    public static async Task RunAsync(BenchDatabase bench, BenchReport report)
    {
        // Both once before, so that nothing is measured that happens once in the life of a process.
        await BareAsync(bench);
        await VerifyAsync(bench);
        var rows = 0L;
        var bare = await Timing.OnceAsync(async () => rows = await BareAsync(bench));
        LedgerVerdict? verdict = null;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var verified = await Timing.OnceAsync(async () => verdict = await VerifyAsync(bench));
        report.Figure($"verify {bench.Provider}: entries", verdict!.Entries, "");
        report.Figure($"verify {bench.Provider}: commitments opened", verdict.Opened, "");
        report.AtMost($"verify {bench.Provider}: findings", verdict.Failures, "", 0);
        report.Figure($"verify {bench.Provider}: rows read bare", rows, "");
        report.Figure($"verify {bench.Provider}: bare read and hash", bare / 1000, "s");
        report.Figure($"verify {bench.Provider}: verification", verified / 1000, "s");
        report.AtLeast($"verify {bench.Provider}: rate against bare", 100 * bare / verified, "%", Budget);
        report.Figure($"verify {bench.Provider}: memory kept", (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6, "MB");
        report.Figure("verify: peak memory of the process", Process.GetCurrentProcess().PeakWorkingSet64 / 1e6, "MB");
    }

    private static async Task<LedgerVerdict> VerifyAsync(BenchDatabase bench)
    {
        await using var scope = bench.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LedgerVerification>().RunAsync(Actor.Console, null, CancellationToken.None);
    }

    /// <summary>
    /// Every row that verification reads, in order, and every hash that stands for something: of the entries, and of what
    /// commitments stand for, which is sealed and has to be opened for that. Nothing is parsed and nothing compared.
    /// </summary>
    private static async Task<long> BareAsync(BenchDatabase bench)
    {
        await using var connection = await bench.ConnectAsync();
        await using var keys = await bench.ConnectAsync();
        var hash = new byte[SHA256.HashSizeInBytes];
        var rows = await ReadAsync(
            connection,
            "SELECT scope, lane, seq, body, hash FROM ledger_entry ORDER BY scope, lane, seq",
            row => SHA256.HashData((byte[])row[3], hash));
        using var opener = new BareOpener(bench, keys);
        rows += await ReadAsync(connection, "SELECT scope, lane, seq, tag, sealed FROM ledger_secret ORDER BY scope, lane, seq, tag", opener.Open);
        rows += await ReadAsync(connection, "SELECT scope, lane, seq, hash FROM ledger_head ORDER BY scope, lane", null);
        rows += await ReadAsync(
            connection, "SELECT id, number, track, state, severity, language, country, place_count FROM takedown_case ORDER BY id", null);
        return rows + opener.Keys;
    }

    private static async Task<long> ReadAsync(DbConnection connection, string statement, Action<object[]>? look)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the statements stand above
        command.CommandText = statement;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new object[reader.FieldCount];
        var rows = 0L;
        for (; await reader.ReadAsync(); rows++)
        {
            reader.GetValues(values);
            look?.Invoke(values);
        }

        return rows;
    }
}
