namespace TakedownCases.Domain.Cases;

/// <summary>What changes the deadlines of a case without anything having happened in it.</summary>
public sealed partial class TakedownCase
{
    /// <summary>
    /// A basis, a policy or a calendar is another one now: each running clock is counted again and keeps its id, its start and
    /// the rungs it has climbed; one that has ended stays as it ended. <paramref name="again"/> answers null for a clock that
    /// is not concerned; <paramref name="reason"/> is a code. How many clocks moved; needs the clocks loaded.
    /// </summary>
    public int RecountClocks(Func<CaseClock, ClockStart?> again, string reason, Actor by, DateTimeOffset now)
    {
        var moved = ClocksOf().CountAgain(again, reason, by, now);
        NextDueAt = ClocksOf().NextDueAt;
        return moved;
    }
}
