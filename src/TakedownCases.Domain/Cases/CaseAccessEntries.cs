namespace TakedownCases.Domain.Cases;

/// <summary>A named colleague walled off from one case (practice P17).</summary>
public sealed class Recusal
{
    private Recusal()
    {
    }

    internal Recusal(CaseId caseId, StaffId staff, DateTimeOffset at)
    {
        CaseId = caseId;
        Staff = staff;
        At = at;
    }

    public CaseId CaseId { get; private set; }

    public StaffId Staff { get; private set; }

    public DateTimeOffset At { get; private set; }
}

/// <summary>Access for a short time without a relationship to the case, asked for with a reason and allowed by a second person.</summary>
public sealed class GlassGrant
{
    private GlassGrant()
    {
    }

    internal GlassGrant(CaseId caseId, StaffId staff, StaffId approver, DateTimeOffset at, DateTimeOffset until)
    {
        CaseId = caseId;
        Staff = staff;
        Approver = approver;
        At = at;
        Until = until;
    }

    public CaseId CaseId { get; private set; }

    public StaffId Staff { get; private set; }

    public StaffId Approver { get; private set; }

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset Until { get; private set; }
}
