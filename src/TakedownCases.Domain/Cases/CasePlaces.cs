namespace TakedownCases.Domain.Cases;

/// <summary>The places of one case: each address once, each change an event.</summary>
internal readonly struct CasePlaces(CaseId caseId, List<Place> places, List<CaseEvent> events)
{
    /// <summary>Adds those the case does not hold yet and answers how many they were.</summary>
    public int Add(IReadOnlyList<NewPlace> newPlaces, Actor by, DateTimeOffset now)
    {
        var known = new HashSet<string>(places.Count + newPlaces.Count, StringComparer.Ordinal);
        foreach (var place in places)
        {
            if (place.BlindIndex is { } index)
            {
                known.Add(Convert.ToHexString(index));
            }
        }

        var added = 0;
        foreach (var newPlace in newPlaces)
        {
            if (newPlace.BlindIndex is { } index && !known.Add(Convert.ToHexString(index)))
            {
                continue;
            }

            var place = new Place(caseId, newPlace, places.Count + 1, now);
            places.Add(place);
            events.Add(new PlaceAdded(by, now, place.Id, place.Platform, place.Details!, place.Reach));
            added++;
        }

        return added;
    }

    public Outcome Check(PlaceId id, string? platform, Actor by, DateTimeOffset now)
    {
        if (places.Find(place => place.Id == id) is not { } place)
        {
            return CaseRefusals.NoSuchPlace;
        }

        if (place.State == PlaceState.Filed)
        {
            place.Check(platform, now);
            events.Add(new PlaceChecked(by, now, id, place.Platform));
        }

        return Outcome.Done;
    }

    public Outcome Withdraw(PlaceId id, Actor by, DateTimeOffset now)
    {
        if (places.Find(place => place.Id == id) is not { } place)
        {
            return CaseRefusals.NoSuchPlace;
        }

        if (place.State != PlaceState.Withdrawn)
        {
            place.Withdraw(now);
            events.Add(new PlaceWithdrawn(by, now, id));
        }

        return Outcome.Done;
    }

    /// <summary>How a place stands, by somebody's word.</summary>
    public Outcome Tell(PlaceId id, Track track, PlaceOutcome told, Actor by, DateTimeOffset now)
    {
        if (places.Find(place => place.Id == id) is not { } place)
        {
            return CaseRefusals.NoSuchPlace;
        }

        if (OutcomeRules.Check(track, place.State, told, by) is { } refusal)
        {
            return refusal;
        }

        var from = place.State;
        place.Tell(told.State, told.Reach, now);
        events.Add(new PlaceOutcomeTold(by, now, id, from, told, SealedText.OfOptional(told.Words), place.Reach));
        return Outcome.Done;
    }

    /// <summary>A notice that names these places has left; what is gone or taken back stays as it is.</summary>
    public void Notice(IReadOnlyCollection<PlaceId> ids, DateTimeOffset now)
    {
        foreach (var place in places.Where(place => ids.Contains(place.Id) && PlaceStates.MayBeNoticed(place.State)))
        {
            place.Notice(now);
        }
    }
}
