using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Jobs;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Jobs;

/// <summary>
/// Tells whether a sweep is behind: silent for three intervals, finding or leaving things too old, or handing mails to a server
/// that takes none (docs/adr/0020).
/// </summary>
internal sealed class SweepWatch(IEnumerable<Job> jobs, TimeProvider clock)
{
    /// <summary>A server that makes strangers try again takes the second or third attempt; whoever takes none in so long takes nothing.</summary>
    public static readonly TimeSpan MostPutOff = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);

    private readonly Job[] _jobs = [.. jobs];
    private readonly DateTimeOffset _startedAt = clock.Now();
    private (DateTimeOffset Until, IReadOnlyList<SweepStanding> Late) _known = (default, []);

    /// <summary>How one sweep stands. One that never ran is not silent yet in a program that has just started.</summary>
    public async Task<SweepStanding> ReadAsync(IServiceProvider scope, Job job, CancellationToken cancellationToken)
    {
        var db = scope.GetRequiredService<TakedownDbContext>();
        var beat = await db.Heartbeats.AsNoTracking().SingleOrDefaultAsync(beat => beat.Sweep == job.Id, cancellationToken);
        return await ReadAsync(scope, job, beat, cancellationToken);
    }

    public async Task<IReadOnlyList<SweepStanding>> ReadAllAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var beats = await scope.GetRequiredService<TakedownDbContext>().Heartbeats.AsNoTracking().ToListAsync(cancellationToken);
        var standings = new List<SweepStanding>();
        foreach (var job in _jobs)
        {
            standings.Add(await ReadAsync(scope, job, beats.Find(beat => beat.Sweep == job.Id), cancellationToken));
        }

        return standings;
    }

    /// <summary>The late ones, for the banner of staff pages; remembered for a few seconds, so that trouble is not asked after at every page.</summary>
    public async Task<IReadOnlyList<SweepStanding>> LateAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var (now, known) = (clock.Now(), _known);
        if (now - _startedAt < JobTable.Clocks.Patience)
        {
            return [];
        }

        if (now < known.Until && now >= known.Until - Remembered)
        {
            return known.Late;
        }

        var late = (await ReadAllAsync(scope, cancellationToken)).Where(standing => standing.Trouble != SweepTrouble.None).ToList();
        _known = (now + Remembered, late);
        return late;
    }

    private async Task<SweepStanding> ReadAsync(IServiceProvider scope, Job job, Heartbeat? beat, CancellationToken cancellationToken)
    {
        var waiting = await ((Sweep)scope.GetRequiredService(job.Sweep)).WaitingAsync(cancellationToken);
        var now = clock.Now();
        var found = TimeSpan.FromMicroseconds(beat?.LatenessMicroseconds ?? 0);
        var age = waiting.Since is { } since && since < now ? now - since : TimeSpan.Zero;
        var late = age > found ? age : found;
        return new SweepStanding(
            job.Id, job.Every, beat?.FinishedAt, waiting.Count, waiting.More, waiting.Since, waiting.PutOffSince, late,
            now - (beat?.FinishedAt ?? _startedAt) > job.Patience ? SweepTrouble.Silent
                : late > job.MostLate ? SweepTrouble.Behind
                : now - waiting.PutOffSince > MostPutOff ? SweepTrouble.Deferred
                : SweepTrouble.None);
    }
}
