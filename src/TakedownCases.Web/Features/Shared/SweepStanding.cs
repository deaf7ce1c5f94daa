namespace TakedownCases.Web.Features.Shared;

/// <summary>Why a sweep counts as late.</summary>
public enum SweepTrouble
{
    None,

    /// <summary>No sign of life for three intervals.</summary>
    Silent,

    /// <summary>It runs, but what it last did, or what waits now, is older than it may be.</summary>
    Behind,

    /// <summary>It runs, and the mail server puts off everything that it is given.</summary>
    Deferred,
}

/// <summary>How one sweep stands. It names no case; <paramref name="Waiting"/> counts both tracks and stops at 1,000.</summary>
public sealed record SweepStanding(
    string Sweep,
    TimeSpan Every,
    DateTimeOffset? RanAt,
    int Waiting,
    bool More,
    DateTimeOffset? WaitingSince,
    DateTimeOffset? PutOffSince,
    TimeSpan Late,
    SweepTrouble Trouble);

/// <summary>Answers how all sweeps stand; the room of the jobs registers it, slices ask.</summary>
public sealed record SweepReport(Func<IServiceProvider, CancellationToken, Task<IReadOnlyList<SweepStanding>>> ReadAsync);
