namespace TakedownCases.Domain.Cases;

/// <summary>What a place says, sealed as one record: the words exactly as typed, and what we read from them.</summary>
public sealed record PlaceDetails
{
    public required string AsTyped { get; init; }

    /// <summary>The kind's name from the Platforms room.</summary>
    public required string Kind { get; init; }

    /// <summary>The canonical address, for de-duplication; absent where there is none.</summary>
    public string? Canonical { get; init; }

    /// <summary>Code of the hint shown when the address looked wrong.</summary>
    public string? Hint { get; init; }
}

/// <summary>How far something has spread when somebody looked (mission S5).</summary>
public sealed record Reach(long? Views, long? Reposts, DateTimeOffset At)
{
    public bool IsEmpty => Views is null && Reposts is null;
}

/// <summary>One locator within a case: where something is, or that there is no link.</summary>
public sealed class Place
{
    private Place()
    {
        Details = null!;
    }

    internal Place(CaseId caseId, NewPlace place, int ordinal, DateTimeOffset addedAt)
    {
        CaseId = caseId;
        Ordinal = ordinal;
        Id = place.Id;
        Platform = place.Platform;
        BlindIndex = place.BlindIndex;
        Site = place.Site;
        Details = SealedText.OfRecord(place.Details);
        Reach = place.Reach is { IsEmpty: false } reach ? SealedText.OfRecord(reach) : null;
        AddedAt = addedAt;
    }

    public CaseId CaseId { get; private set; }

    public PlaceId Id { get; private set; }

    /// <summary>Which place of its case this is, from 1, in the order they were given; never used again.</summary>
    public int Ordinal { get; private set; }

    public PlaceState State { get; private set; }

    /// <summary>The platform's id, where the address or its words told.</summary>
    public string? Platform { get; private set; }

    /// <summary>Keyed hash of the canonical address: equality only, never the address (security 3).</summary>
    public byte[]? BlindIndex { get; private set; }

    /// <summary>Keyed hash of the host name, which places of one site share; null where there is no web address.</summary>
    public byte[]? Site { get; private set; }

    public SealedText? Details { get; private set; }

    public SealedText? Reach { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>When its state last changed; null while nothing was said about it.</summary>
    public DateTimeOffset? StateSince { get; private set; }

    internal void Check(string? platform, DateTimeOffset now)
    {
        (State, StateSince) = (PlaceState.Checked, now);
        Platform = platform ?? Platform;
    }

    internal void Withdraw(DateTimeOffset now) => (State, StateSince) = (PlaceState.Withdrawn, now);

    internal void Notice(DateTimeOffset now) => (State, StateSince) = (PlaceState.Noticed, now);

    internal void Tell(PlaceState state, Reach? reach, DateTimeOffset now)
    {
        (State, StateSince) = (state, now);
        Reach = reach is { IsEmpty: false } known ? SealedText.OfRecord(known) : Reach;
    }

    internal void Erase(bool keepProof)
    {
        Reach = null;
        if (!keepProof)
        {
            Details = null;
            BlindIndex = Site = null;
        }
    }
}

/// <summary>A place about to join a case. The blind indexes are computed by the vault from the canonical address and its host.</summary>
public sealed record NewPlace(PlaceId Id, string? Platform, byte[]? BlindIndex, PlaceDetails Details, Reach? Reach = null, byte[]? Site = null);
