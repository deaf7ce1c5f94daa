namespace TakedownCases.Domain.Notices;

/// <summary>
/// A notice that was checked against its kind, its track and every law it cites. Nothing else can be composed, so a
/// notice that is incomplete has no form in which it could be sent (design law 6).
/// </summary>
public sealed class ApprovedNotice
{
    private ApprovedNotice(NoticeFacts facts) => Facts = facts;

    /// <summary>The facts as they go into the text: cleaned, in order, and without what its track leaves out.</summary>
    public NoticeFacts Facts { get; }

    internal static Outcome<ApprovedNotice> Make(NoticeFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var prepared = PreparedFacts.Of(facts);
        if (PreparedFacts.Contradiction(prepared) is { } contradiction)
        {
            return contradiction;
        }

        var missing = NoticeValidity.Check(prepared);
        return missing.Count == 0 ? new ApprovedNotice(prepared) : NoticeRefusals.Incomplete(missing);
    }
}
