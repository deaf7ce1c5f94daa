namespace TakedownCases.Domain.Cases;

/// <summary>From whom we know how a place stands.</summary>
public enum OutcomeSource
{
    Platform,
    Survivor,
    Hotline,
    Police,

    /// <summary>A person of ours opened the address outside the product: adult track only, and two people (practice P1).</summary>
    OwnLook,

    /// <summary>Nobody said anything: a sweep or a person drew the conclusion.</summary>
    Conclusion,
}

/// <summary>
/// How a place stands now, as somebody told it. <paramref name="LearnedAt"/> is when we were told, <paramref name="Words"/>
/// what they answered or how they call it, <paramref name="Second"/> who agreed to an own look.
/// </summary>
public sealed record PlaceOutcome(
    PlaceState State,
    OutcomeSource Source,
    DateTimeOffset LearnedAt,
    NoticeId? Notice = null,
    string? Words = null,
    Reach? Reach = null,
    StaffId? Second = null);

/// <summary>Who may say what of a place (practice P1).</summary>
public static class OutcomeRules
{
    /// <summary>Why this outcome cannot be told; null when it can.</summary>
    public static Refusal? Check(Track track, PlaceState from, PlaceOutcome told, Actor by)
    {
        if (!PlaceStates.MayBecome(from, told.State))
        {
            return CaseRefusals.NoSuchOutcome;
        }

        if (told.Source == OutcomeSource.OwnLook)
        {
            return track == Track.Minor ? CaseRefusals.NobodyLooks
                : told.Second is null || told.Second == by.Staff ? CaseRefusals.NeedsSecondPerson
                : null;
        }

        return told.State == PlaceState.RemovedConfirmed && !MayConfirm(track, told.Source) ? CaseRefusals.NotTheirsToConfirm : null;
    }

    private static bool MayConfirm(Track track, OutcomeSource source)
        => source is OutcomeSource.Platform or OutcomeSource.Hotline or OutcomeSource.Police
            || (source == OutcomeSource.Survivor && track == Track.Adult);
}
