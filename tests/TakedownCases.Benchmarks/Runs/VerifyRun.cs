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
        await BareAsync(bench);
        var (rows, bare) = (0L, 0d);
        bare = await Timing.OnceAsync(async () => rows = await BareAsync(bench));
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

    /// <summary>Every row that verification reads, and every hash it computes: entries, and the openings of commitments.</summary>
    private static async Task<long> BareAsync(BenchDatabase bench)
    {
        await using var connection = await bench.ConnectAsync();
        var rows = 0L;
        foreach (var statement in (string[])[
            "SELECT scope, lane, seq, body, hash FROM ledger_entry ORDER BY scope, lane, seq",
            "SELECT scope, lane, seq, tag, sealed FROM ledger_secret ORDER BY scope, lane, seq, tag",
            "SELECT scope, lane, seq, hash FROM ledger_head ORDER BY scope, lane",
            "SELECT case_id, wrapped FROM case_data_key ORDER BY case_id",
            "SELECT id, number, track, state, severity, language, country, place_count FROM takedown_case ORDER BY id"])
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the statements stand above
            command.CommandText = statement;
#pragma warning restore CA2100
            command.CommandTimeout = 0;
            await using var reader = await command.ExecuteReaderAsync();
            var hashed = statement.Contains("body", StringComparison.Ordinal) ? 3 : statement.Contains("sealed", StringComparison.Ordinal) ? 4 : -1;
            var values = new object[reader.FieldCount];
            var hash = new byte[SHA256.HashSizeInBytes];
            while (await reader.ReadAsync())
            {
                reader.GetValues(values);
                if (hashed >= 0)
                {
                    SHA256.HashData((byte[])values[hashed], hash);
                }

                rows++;
            }
        }

        return rows;
    }
}
