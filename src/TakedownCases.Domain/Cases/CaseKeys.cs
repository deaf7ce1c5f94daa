namespace TakedownCases.Domain.Cases;

/// <summary>The keys that open one case: at most one that has not ended.</summary>
internal readonly struct CaseKeys(CaseId caseId, List<AccessKey> keys, List<CaseEvent> events)
{
    /// <summary>The key of the filing; the filing's own event stands for it.</summary>
    public void Make(byte[] lookup, KeyHolder holder, DateTimeOffset now) => keys.Add(new AccessKey(caseId, lookup, holder, now));

    public Outcome Confirm(Actor by, DateTimeOffset now)
    {
        if (keys.Find(key => key.EndedAt is null) is { ConfirmedAt: null } current)
        {
            current.Confirm(now);
            events.Add(new KeyConfirmed(by, now));
        }

        return Outcome.Done;
    }

    public Outcome Replace(byte[] lookup, KeyHolder holder, string reason, Actor by, StaffId? second, DateTimeOffset now)
    {
        if (by.Kind == ActorKind.Staff && (second is null || second == by.Staff))
        {
            return CaseRefusals.NeedsSecondPerson;
        }

        EndAll(now);
        Make(lookup, holder, now);
        events.Add(new KeyReplaced(by, now, reason, second));
        return Outcome.Done;
    }

    public void EndAll(DateTimeOffset now) => keys.ForEach(key => key.End(now));
}
