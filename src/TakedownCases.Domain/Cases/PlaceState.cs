namespace TakedownCases.Domain.Cases;

/// <summary>Where one place stands. <see cref="PlaceStates"/> says which may follow which.</summary>
public enum PlaceState
{
    /// <summary>As filed; nobody has looked at the record yet.</summary>
    Filed,

    /// <summary>A person checked the record.</summary>
    Checked,

    /// <summary>The survivor took it back.</summary>
    Withdrawn,

    /// <summary>A notice that names it has left.</summary>
    Noticed,

    /// <summary>The platform said it has the notice.</summary>
    Acknowledged,

    /// <summary>Somebody says it is gone; nobody who may confirm it has (practice P1).</summary>
    RemovedClaimed,

    /// <summary>Gone, by the word of somebody who may confirm it.</summary>
    RemovedConfirmed,

    /// <summary>Some of it is gone (mission S18): never "removed".</summary>
    PartlyRemoved,

    /// <summary>A search engine no longer shows it; it is still where it was (mission S18).</summary>
    HiddenInSearch,

    /// <summary>The platform said no.</summary>
    Refused,

    /// <summary>The platform asks for an identity document, or for the picture (practice P19).</summary>
    AsksIdentity,

    /// <summary>No answer in time.</summary>
    Silent,

    /// <summary>The same is at another address now, which joins the case as a place of its own.</summary>
    Moved,

    /// <summary>It was gone and is back (mission S10).</summary>
    Reappeared,
}

/// <summary>Facts about the states of a place.</summary>
public static class PlaceStates
{
    /// <summary>What somebody can report about a place, in the order in which pages offer it.</summary>
    public static IReadOnlyList<PlaceState> Outcomes { get; } =
    [
        PlaceState.Acknowledged, PlaceState.RemovedClaimed, PlaceState.RemovedConfirmed, PlaceState.PartlyRemoved,
        PlaceState.HiddenInSearch, PlaceState.Refused, PlaceState.AsksIdentity, PlaceState.Silent, PlaceState.Moved, PlaceState.Reappeared,
    ];

    /// <summary>The platform has done what the law asks of it.</summary>
    public static bool IsGone(PlaceState state) => state is PlaceState.RemovedClaimed or PlaceState.RemovedConfirmed;

    /// <summary>Nothing more comes by itself: a person decides what is next.</summary>
    public static bool NeedsNextStep(PlaceState state)
        => state is PlaceState.Refused or PlaceState.AsksIdentity or PlaceState.Silent or PlaceState.PartlyRemoved
            or PlaceState.HiddenInSearch or PlaceState.Moved or PlaceState.Reappeared;

    /// <summary>The platform has answered, and what it says is not "removed": asking the same again is no use.</summary>
    public static bool SaysNo(PlaceState state) => state is PlaceState.Refused or PlaceState.AsksIdentity;

    /// <summary>Whether an outcome may be told of a place in that state; telling the same again is no change.</summary>
    public static bool MayBecome(PlaceState from, PlaceState outcome)
        => from != PlaceState.Withdrawn && from != outcome && Outcomes.Contains(outcome) && outcome switch
        {
            PlaceState.Reappeared => IsGone(from) || from is PlaceState.PartlyRemoved or PlaceState.HiddenInSearch or PlaceState.Moved,
            PlaceState.Acknowledged => from is PlaceState.Noticed or PlaceState.Silent or PlaceState.Reappeared,
            PlaceState.Silent => from is PlaceState.Noticed or PlaceState.Acknowledged or PlaceState.PartlyRemoved or PlaceState.AsksIdentity,
            PlaceState.RemovedClaimed => from != PlaceState.RemovedConfirmed,
            _ => true,
        };

    /// <summary>A notice may name it: not taken back, and not gone.</summary>
    public static bool MayBeNoticed(PlaceState state) => state != PlaceState.Withdrawn && !IsGone(state);
}
