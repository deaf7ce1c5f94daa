namespace TakedownCases.Domain.Cases;

/// <summary>The keys that open one case: of each holder at most one that has not ended.</summary>
internal readonly struct CaseKeys(CaseId caseId, List<AccessKey> keys, List<CaseEvent> events)
{
    /// <summary>The key of the filing; the filing's own event stands for it.</summary>
    public void Make(byte[] lookup, KeyHolder holder, DateTimeOffset now, bool spoken = false)
        => keys.Add(new AccessKey(caseId, lookup, holder, now, spoken));

    public Outcome Confirm(Actor by, DateTimeOffset now)
    {
        var holder = by.Kind == ActorKind.Filer ? KeyHolder.Filer : KeyHolder.Survivor;
        var live = keys.FindAll(key => key.EndedAt is null);
        if ((live.Find(key => key.Holder == holder) ?? live.FirstOrDefault()) is { ConfirmedAt: null } current)
        {
            current.Confirm(now);
            events.Add(new KeyConfirmed(by, now));
        }

        return Outcome.Done;
    }

    public Outcome Replace(
        byte[] lookup, KeyHolder holder, string reason, Actor by, StaffId? second, DateTimeOffset now, bool filerStays)
    {
        if (by.Kind == ActorKind.Staff && (second is null || second == by.Staff))
        {
            return CaseRefusals.NeedsSecondPerson;
        }

        foreach (var key in keys.Where(key => key.Holder == holder || (holder == KeyHolder.Survivor && !filerStays)))
        {
            key.End(now);
        }

        Make(lookup, holder, now, spoken: by.Kind == ActorKind.Staff);
        events.Add(new KeyReplaced(by, now, reason, second));
        return Outcome.Done;
    }

    public void EndAll(DateTimeOffset now) => keys.ForEach(key => key.End(now));
}
