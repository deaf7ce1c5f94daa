using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;

namespace TakedownCases.Data.Ledger;

/// <summary>
/// Verifies every stream of the database: chains and heads, that sealed values are what was committed to, and that the
/// columns of each case and of its notices say what its stream says. Reads each row once, in order, and holds none: memory stays flat.
/// </summary>
public sealed class LedgerVerification(IServiceScopeFactory scopes, InstallationVault installation, ReadLog log)
{
    /// <summary>Findings beyond this number are counted, not kept.</summary>
    public const int MostFindings = 1000;

    private const int ProgressEvery = 10_000;

    /// <summary>Runs the verification, reports entries seen so far from time to time, and logs that it ran and what it found.</summary>
    public async Task<LedgerVerdict> RunAsync(Actor by, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        await using var entries = scopes.CreateAsyncScope();
        await using var keys = scopes.CreateAsyncScope();
        await using var cases = scopes.CreateAsyncScope();
        await using var notices = scopes.CreateAsyncScope();
        await using var rereads = scopes.CreateAsyncScope();
        using var run = new LedgerVerificationRun(Db(entries), Db(keys), Db(cases), Db(notices), Db(rereads), installation);
        await foreach (var count in run.VerifyAsync(cancellationToken))
        {
            if (count % ProgressEvery == 0)
            {
                progress?.Report(count);
            }
        }

        var verdict = run.Verdict;
        await log.AppendAsync(
            LedgerStream.System,
            "ledger.verified",
            by,
            fields => fields.Number("count", verdict.Entries).Code("outcome", verdict.IsValid ? "valid" : "not-valid"),
            cancellationToken);
        return verdict;
    }

    private static TakedownDbContext Db(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
}
