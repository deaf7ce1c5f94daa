namespace TakedownCases.Domain.Cases;

/// <summary>The consents of one case: one in force for each action at most.</summary>
internal readonly struct CaseConsents(CaseId caseId, List<Consent> consents, List<CaseEvent> events)
{
    public void Give(ConsentAction action, Actor by, DateTimeOffset now)
    {
        if (consents.Exists(consent => consent.Action == action && consent.IsInForce))
        {
            return;
        }

        var consent = new Consent(caseId, action, now);
        consents.Add(consent);
        events.Add(new ConsentGiven(by, now, consent.Id, action));
    }

    public Outcome Withdraw(ConsentAction action, Actor by, DateTimeOffset now)
    {
        foreach (var consent in consents.Where(consent => consent.Action == action && consent.IsInForce))
        {
            consent.Withdraw(now);
            events.Add(new ConsentWithdrawn(by, now, consent.Id, action));
        }

        return Outcome.Done;
    }
}
