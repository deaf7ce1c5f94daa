using TakedownCases.Web.Jobs.Sweeps;

namespace TakedownCases.Web.Jobs;

/// <summary>A sweep and its schedule. <paramref name="MostLate"/>: what is found older than this means that we are behind.</summary>
internal sealed record Job(string Id, TimeSpan Every, TimeSpan MostLate, Type Sweep)
{
    /// <summary>Without a sign of life for this long, something is wrong.</summary>
    public TimeSpan Patience => 3 * Every;
}

/// <summary>Everything that runs by itself. Whatever schedules asks the services for its rows; nothing else names a sweep.</summary>
internal static class JobTable
{
    /// <summary>
    /// Law 8: what passes its deadline is seen within 60 seconds, also when another process has the turn at one tick and dies
    /// with it: two periods must fit.
    /// </summary>
    public static Job Clocks { get; } = new("clocks", TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(60), typeof(ClockSweep));

    public static Job Erasures { get; } = new("erasures", TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), typeof(ErasureSweep));

    public static Job Drafts { get; } = new("drafts", TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), typeof(DraftSweep));

    public static Job Drafting { get; } = new("notices", TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5), typeof(DraftingSweep));

    /// <summary>What a person approved leaves within seconds.</summary>
    public static Job Sending { get; } = new("sending", TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(5), typeof(SendingSweep));

    /// <summary>Staff are told of what is due within a minute; when there is nobody to tell, it is late and says so.</summary>
    public static Job Telling { get; } = new("telling", TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5), typeof(TellingSweep));

    /// <summary>After a change of a rule; a large house may take minutes, and goes on where it was.</summary>
    public static Job Recounting { get; } = new("recounting", TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(15), typeof(RecountSweep));

    /// <summary>What a hold stopped goes on by itself (the clocks' sweep asks for its end too); this one writes the end down.</summary>
    public static Job Holds { get; } = new("holds", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), typeof(HoldSweep));

    public static IReadOnlyList<Job> All { get; } = [Clocks, Erasures, Drafts, Drafting, Sending, Telling, Recounting, Holds];
}
