namespace TakedownCases.Domain.Cases;

/// <summary>An authority asks us to hold still, so that nobody is warned (practice P4).</summary>
public sealed partial class TakedownCase
{
    /// <summary>The longest that an authority's word is good for: it can be asked for again.</summary>
    public static readonly TimeSpan LongestHold = TimeSpan.FromDays(92);

    /// <summary>
    /// Two people agree that an authority has asked for it: until <paramref name="until"/> nothing is sent or drafted for anybody
    /// outside. A hold that runs is replaced. What people here promise, and the time a law gives, runs on.
    /// </summary>
    public Outcome Hold(InvestigationHold hold, DateTimeOffset until, Actor by, StaffId? second, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return CaseRefusals.NotOpen;
        }

        if (second is null || second == by.Staff)
        {
            return CaseRefusals.NeedsSecondPerson;
        }

        if (until <= now || until - now > LongestHold)
        {
            return CaseRefusals.NoSuchHold;
        }

        HoldUntil = until;
        HoldWords = SealedText.OfRecord(hold);
        return Record(new HoldSet(by, now, until, second.Value, HoldWords));
    }

    /// <summary>
    /// The hold is over: a person says so, or its end has come. What it stopped is looked at again; doing it twice is doing it
    /// once. Needs clocks and tasks loaded.
    /// </summary>
    public Outcome EndHold(Actor by, DateTimeOffset now)
    {
        if (HoldUntil is not { } until)
        {
            return CaseRefusals.NoHold;
        }

        if (by.Kind == ActorKind.System && until > now)
        {
            return CaseRefusals.NoHold;
        }

        (HoldUntil, HoldWords) = (null, null);
        Record(new HoldEnded(by, now, until));
        if (IsOpen)
        {
            ClocksOf().LookAgainAtAll(now);
            TasksOf().Raise(new NewTask(TaskKind.HoldEnded, TaskFor.Holder, now), by, now);
        }

        return Outcome.Done;
    }

    /// <summary>Whether an authority's request to hold still is in force.</summary>
    public bool IsOnHold(DateTimeOffset now) => HoldUntil > now;
}
