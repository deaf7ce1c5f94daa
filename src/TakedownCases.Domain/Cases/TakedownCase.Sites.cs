namespace TakedownCases.Domain.Cases;

/// <summary>Who hosts, delivers and registers the sites that no directory knows.</summary>
public sealed partial class TakedownCase
{
    /// <summary>
    /// Staff found out, by hand, who is behind the site of a place. It holds for all places of the case on that site; where
    /// somebody was asked to find out, the house goes on from there. Needs places, clocks, tasks and providers loaded.
    /// </summary>
    public Outcome RecordProvider(PlaceId id, ProviderRole role, ProviderDetails details, Actor by, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return CaseRefusals.NotOpen;
        }

        if (_places.Find(place => place.Id == id) is not { Site: { } site })
        {
            return CaseRefusals.NoSite;
        }

        var provider = _providers.Find(known => known.Role == role && known.Site.AsSpan().SequenceEqual(site));
        if (provider is null)
        {
            provider = new SiteProvider(Id, site, role, now);
            _providers.Add(provider);
        }

        var told = SealedText.OfRecord(details);
        provider.Tell(told, by.Staff, now);
        Record(new ProviderRecorded(by, now, id, role, told));
        foreach (var place in _places.Where(place => AreOnOneSite(place.Id, id)))
        {
            GoOn(place, role, by, now);
            ClocksOf().LookAgain(now, place.Id);
        }

        return Outcome.Done;
    }

    /// <summary>
    /// Nobody can find out who hosts the site of a place: whoever was asked to look need not look on. A host that is
    /// found later is asked by a person (<see cref="AskProvider"/>): the step that would have asked it has been taken. Needs places and tasks loaded.
    /// </summary>
    public Outcome GiveUpHost(PlaceId id, Actor by, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return CaseRefusals.NotOpen;
        }

        if (_places.Find(place => place.Id == id) is not { Site: not null })
        {
            return CaseRefusals.NoSite;
        }

        TasksOf().End(task => task is { Kind: TaskKind.FindHost, Place: { } place } && AreOnOneSite(place, id), by, now);
        return Outcome.Done;
    }

    /// <summary>
    /// A person wants whoever is recorded behind the site of a place to be written to before the ladder comes to it, or after it has gone by,
    /// following <paramref name="earlier"/>, which names the place: the house drafts it, and two people let it leave. Never on the minor track (practice P4, P5).
    /// Needs places, tasks, consents and providers loaded.
    /// </summary>
    public Outcome AskProvider(PlaceId id, ProviderRole role, NoticeId earlier, Actor by, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return CaseRefusals.NotOpen;
        }

        if (Track == Track.Minor)
        {
            return CaseRefusals.NobodyWrites;
        }

        if (HoldUntil is not null)
        {
            return CaseRefusals.OnHold;
        }

        if (!HasConsent(ConsentAction.NotifyPlatforms))
        {
            return CaseRefusals.NoConsent;
        }

        if (!HasProvider(id, role))
        {
            return CaseRefusals.NoProvider;
        }

        if (!PlaceStates.MayBeNoticed(_places.First(place => place.Id == id).State))
        {
            return CaseRefusals.NothingOnSite;
        }

        TasksOf().Raise(new NewTask(TaskKinds.Asking(role), TaskFor.House, now, Notice: earlier, Place: id), by, now);
        return Outcome.Done;
    }

    /// <summary>What is known of the site of a place.</summary>
    public IEnumerable<SiteProvider> ProvidersOf(Place? place)
        => place?.Site is { } site ? _providers.Where(provider => provider.Site.AsSpan().SequenceEqual(site)) : [];

    public bool HasProvider(PlaceId? place, ProviderRole role)
        => ProvidersOf(_places.Find(one => one.Id == place)).Any(provider => provider.Role == role);

    /// <summary>Whether two places lie on one site; a place of which no site is known is alone.</summary>
    public bool AreOnOneSite(PlaceId? one, PlaceId? other)
        => one == other
            || (_places.Find(place => place.Id == one)?.Site is { } site && _places.Find(place => place.Id == other)?.Site is { } same
                && site.AsSpan().SequenceEqual(same));

    // Whoever was asked to find the host has done so: what the rung wanted written is written now. On the minor track no host is
    // written to (practice P4); the country says which hotline is the right one.
    private void GoOn(Place place, ProviderRole role, Actor by, DateTimeOffset now)
    {
        foreach (var asked in _tasks.Where(task => task is { IsOpen: true, Kind: TaskKind.FindHost } && task.Place == place.Id).ToList())
        {
            if (role != ProviderRole.Host)
            {
                continue;
            }

            TasksOf().End(task => task.Id == asked.Id, by, now);
            if (Track == Track.Adult && PlaceStates.MayBeNoticed(place.State))
            {
                TasksOf().Raise(
                    new NewTask(TaskKind.AskHost, TaskFor.House, asked.DueAt, asked.Clock, asked.Notice, asked.Place), Actor.System, now);
            }
        }
    }
}
