using TakedownCases.Data.Jobs;
using TakedownCases.Data.Law;

namespace TakedownCases.Web.Jobs.Sweeps;

/// <summary>Counts open clocks again after two people changed a law, a promise, a calendar or a ladder.</summary>
internal sealed class RecountSweep(Recounting recounting) : Sweep
{
    public override async Task<SweepResult> RunAsync(CancellationToken cancellationToken)
    {
        var (looked, lateness) = await recounting.RunAsync(cancellationToken);
        return new SweepResult(looked, lateness);
    }

    public override Task<Backlog> WaitingAsync(CancellationToken cancellationToken)
        => Backlog.OfAsync(recounting.Due().Select(recount => recount.NotBefore), cancellationToken);
}
