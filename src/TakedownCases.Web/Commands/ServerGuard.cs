using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Commands;

/// <summary>Refuses what must not happen under a running server, which leaves heartbeats in the database.</summary>
internal sealed class ServerGuard(TakedownDbContext db, TimeProvider clock)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(60);

    public async Task RequireStoppedAsync(CancellationToken cancellationToken)
    {
        var last = await db.Heartbeats.AsNoTracking().MaxAsync(beat => (DateTimeOffset?)beat.FinishedAt, cancellationToken);
        var ago = clock.Now() - last;
        if (ago < Quiet)
        {
            throw new OperatorException(
                $"A server worked on this database {Math.Max(0, (int)ago.Value.TotalSeconds)} seconds ago. Stop every server, wait a minute, and run this again.");
        }
    }
}
