using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Cases;

/// <summary>The deadlines of a case: those that something outside begins or ends, and all when what they are counted from changes.</summary>
public sealed partial class TakedownCase
{
    /// <summary>
    /// Something happened outside that begins clocks: an authority acted, a refusal was told, a counter-notice came. What runs
    /// already of the same basis, about the same thing, runs on; it gives nobody more time.
    /// </summary>
    public Outcome StartClocks(IReadOnlyList<ClockStart> starts, DateTimeOffset now, Actor? by = null)
    {
        if (!IsOpen)
        {
            return CaseRefusals.NotOpen;
        }

        if (starts.Any(start => start.StartedAt > now))
        {
            return CaseRefusals.NotYetHappened;
        }

        Start([.. starts.Where(start => !_clocks.Exists(clock => clock.IsRunning && clock.Kind == start.Kind
            && clock.Basis == start.Basis && clock.Place == start.Place && clock.Notice == start.Notice))], now, by);
        return Outcome.Done;
    }

    /// <summary>
    /// A legal colleague says until when a claim can be brought, and by which rule. The date is theirs, nothing counts it; it is
    /// watched also when the case has ended.
    /// </summary>
    public Outcome EnterLimitation(ClockStart start, string citation, Actor by, DateTimeOffset now)
    {
        if (IsErased || start.DueAt <= now)
        {
            return IsErased ? CaseRefusals.NotOpen : CaseRefusals.LimitationPassed;
        }

        Start([start with { Words = SealedText.Of(citation) }], now, by);
        return Outcome.Done;
    }

    /// <summary>
    /// A person says that what a clock of <see cref="ClockKinds.EndsByWord"/> waits for has happened, or that it is waited for no
    /// more. Which of both, when, and their words for it are kept.
    /// </summary>
    public Outcome EndClock(ClockId id, bool met, Actor by, DateTimeOffset now, SealedText? words = null, DateTimeOffset? at = null)
    {
        if (IsErased || _clocks.Find(clock => clock.Id == id) is not { } found)
        {
            return IsErased ? CaseRefusals.NotOpen : CaseRefusals.NoSuchClock;
        }

        if (!ClockKinds.EndsByWord(found.Kind))
        {
            return CaseRefusals.ClockEndsByItself;
        }

        if (!found.IsRunning)
        {
            return CaseRefusals.ClockEnded;
        }

        if (met)
        {
            Meet(clock => clock.Id == id, by, now, at, words);
        }
        else
        {
            Stop(clock => clock.Id == id, by, now, words);
        }

        return Outcome.Done;
    }

    /// <summary>
    /// A basis, a policy or a calendar is another one now: each running clock is counted again and keeps its id, its start and
    /// the rungs it has climbed; one that has ended stays as it ended. <paramref name="again"/> answers null for a clock that
    /// is not concerned; <paramref name="reason"/> is a code. How many clocks moved; needs the clocks loaded.
    /// </summary>
    public int RecountClocks(Func<CaseClock, ClockStart?> again, string reason, Actor by, DateTimeOffset now)
    {
        var moved = ClocksOf().CountAgain(again, reason, by, now);
        Settle(now);
        return moved;
    }
}
