namespace TakedownCases.Domain.Cases;

/// <summary>Who is kept out of one case by name, and who was let in for a short time.</summary>
internal readonly struct CaseWalls(CaseId caseId, List<Recusal> recusals, List<GlassGrant> glass, List<CaseEvent> events)
{
    public bool KeepOut(StaffId staff) => recusals.Exists(recusal => recusal.Staff == staff);

    /// <summary>True when the colleague was not walled off before.</summary>
    public bool Recuse(StaffId staff, Actor by, DateTimeOffset now)
    {
        if (KeepOut(staff))
        {
            return false;
        }

        recusals.Add(new Recusal(caseId, staff, now));
        events.Add(new ColleagueRecused(by, now, staff));
        return true;
    }

    public Outcome BreakGlass(StaffId staff, Actor approver, string reason, DateTimeOffset until, DateTimeOffset now)
    {
        if (approver.Staff is not { } second || second == staff)
        {
            return CaseRefusals.NeedsSecondPerson;
        }

        glass.Add(new GlassGrant(caseId, staff, second, now, until));
        events.Add(new GlassBroken(approver, now, staff, second, until, SealedText.Of(reason)));
        return Outcome.Done;
    }
}
