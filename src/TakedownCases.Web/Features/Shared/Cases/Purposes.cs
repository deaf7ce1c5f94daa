using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;

namespace TakedownCases.Web.Features.Shared.Cases;

/// <summary>
/// Why somebody without a relation to a case opens it: asked once, kept in the case's read stream, good for half an hour.
/// </summary>
public sealed class Purposes(CaseHistory history, ReadLog log, CaseStore store, StaffSession session, TimeProvider clock)
{
    /// <summary>The codes one may choose from; pages translate them.</summary>
    public static IReadOnlyList<string> Codes { get; } =
        ["supervision", "cover", "survivor-asked", "emergency", "complaint", "legal-request"];

    private const string Kind = "case.purpose-given";
    private const int LookedAt = 200;
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(30);

    /// <summary>Whether they are asked at all: of those whose role relates them to a case nobody wants to know why.</summary>
    public static bool MayBeAsked(Viewer viewer) => viewer.Role is StaffRole.Supervisor or StaffRole.Legal;

    public static bool IsAsked(Viewer viewer, StaffId? assignee) => MayBeAsked(viewer) && assignee != viewer.Staff;

    /// <summary>What the viewer said within the last half hour, or null: then they are asked.</summary>
    public async Task<string?> FindAsync(CaseId caseId, Viewer viewer, CancellationToken cancellationToken)
    {
        var since = clock.Now() - GoodFor;
        var entries = await history.ClearAsync(caseId, LedgerLane.Read, LookedAt, cancellationToken);
        return entries.TakeWhile(entry => entry.At > since)
            .FirstOrDefault(entry => entry.Kind == Kind && entry.Find(LedgerTag.Actor)?.AsGuid() == viewer.Staff.Value)
            ?.Find(LedgerTag.Purpose)?.AsText();
    }

    /// <summary>Keeps the answer; an answer that is none of the codes is refused.</summary>
    public async Task<VerbResult> HandleAsync(string number, string? purpose, CancellationToken cancellationToken)
    {
        var viewer = session.Viewer;
        if (!CaseNumber.TryParse(number, out var parsed) || await store.FindAsync(viewer, parsed, cancellationToken) is not { } caseId)
        {
            return VerbResult.Gone;
        }

        if (purpose is null || !Codes.Contains(purpose))
        {
            return new VerbResult(VerbStatus.Refused, "purpose", "Purpose");
        }

        await log.AppendAsync(
            new LedgerStream(caseId.Value, LedgerLane.Read), Kind, viewer.AsActor(), entry => entry.Code("purpose", purpose), cancellationToken);
        return VerbResult.Done;
    }
}
