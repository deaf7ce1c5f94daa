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
            place.Check(platform);
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
            place.Withdraw();
            events.Add(new PlaceWithdrawn(by, now, id));
        }

        return Outcome.Done;
    }
}
