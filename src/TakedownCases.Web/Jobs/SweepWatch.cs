using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;

namespace TakedownCases.Web.Jobs;

/// <summary>Tells from the heartbeats whether a sweep is behind: silent for three intervals, or finding things too old.</summary>
internal sealed class SweepWatch(TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);

    private readonly DateTimeOffset _startedAt = clock.Now();
    private DateTimeOffset _fineUntil;

    /// <summary>A sweep that never ran is not late yet in a program that has just started.</summary>
    public async Task<bool> IsLateAsync(TakedownDbContext db, Job job, CancellationToken cancellationToken)
    {
        var beat = await db.Heartbeats.AsNoTracking().SingleOrDefaultAsync(beat => beat.Sweep == job.Id, cancellationToken);
        var silence = clock.Now() - (beat?.FinishedAt ?? _startedAt);
        return silence > job.Patience
            || (beat is not null && TimeSpan.FromMicroseconds(beat.LatenessMicroseconds) > job.MostLate);
    }

    /// <summary>The same for the banner of staff pages: all jobs, good news remembered for a few seconds.</summary>
    public async Task<bool> IsAnyLateAsync(TakedownDbContext db, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        if (now < _fineUntil || now - _startedAt < JobTable.Clocks.Patience)
        {
            return false;
        }

        foreach (var job in JobTable.All)
        {
            if (await IsLateAsync(db, job, cancellationToken))
            {
                return true;
            }
        }

        _fineUntil = now + Remembered;
        return false;
    }
}
