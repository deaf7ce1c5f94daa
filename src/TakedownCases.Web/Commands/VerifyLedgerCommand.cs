using TakedownCases.Data.Ledger;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Commands;

/// <summary>Checks every chain, and that sealed values and the columns of cases are what the ledger says.</summary>
internal sealed class VerifyLedgerCommand(LedgerVerification verification, IServiceProvider scope) : Command
{
    public override async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        await Storage.OpenAsync(scope, cancellationToken);
        var verdict = await verification.RunAsync(Actor.Console, new Progress(call), cancellationToken);
        foreach (var finding in verdict.Findings)
        {
            call.Say($"{(finding.IsWarning ? "note" : "NOT VALID")}: {finding.Stream} entry {finding.Seq}: {finding.Code}: {finding.Message}");
        }

        call.Say($"{verdict.Entries} entries in {verdict.Streams} streams, {verdict.Cases} cases, {verdict.Opened} values opened and compared, {verdict.Erased} erased.");
        if (!verdict.IsValid)
        {
            throw new OperatorException($"The ledger is NOT valid: {verdict.Failures} findings.");
        }

        call.Say($"The ledger is valid.");
    }

    // Not System.Progress, which reports later and on other threads.
    private sealed class Progress(CommandCall call) : IProgress<long>
    {
        public void Report(long value) => call.Say($"{value} entries …");
    }
}
