using TakedownCases.Domain.Access;

namespace TakedownCases.Web.Tests.Access;

/// <summary>
/// Who may see which case and read which field: design section 3 and practice P4, P7, P8, P22 said a second time, without
/// a word from the program's own rules.
/// </summary>
internal static class AccessRules
{
    /// <summary>Whether the case exists for the viewer: its number may stand in what they are shown.</summary>
    public static bool Sees(AccessViewer viewer, CaseFacts facts, DateTimeOffset now) => viewer.Kind switch
    {
        ViewerKind.Anonymous => false,
        ViewerKind.SurvivorKey or ViewerKind.FilerKey => viewer.Holds == facts.Name,
        _ => StaffSees(viewer, facts, now),
    };

    /// <summary>Whether one sealed field may stand in an answer to the viewer.</summary>
    public static bool Reads(AccessViewer viewer, CaseFacts facts, Canary canary, string route, DateTimeOffset now)
        => Sees(viewer, facts, now) && viewer.Kind switch
        {
            ViewerKind.SurvivorKey => OfSurvivor(facts.Name).Contains(canary.Secret) || (canary.Secret == Secret.NoticeText && !facts.IsMinor),
            ViewerKind.FilerKey => OfFiler.Contains(canary.Secret),
            _ => StaffReads(viewer, facts, canary, route),
        };

    private static bool StaffSees(AccessViewer viewer, CaseFacts facts, DateTimeOffset now)
    {
        var me = viewer.Staff!.Value.Value;
        if ((facts.IsMinor && !viewer.Cleared) || facts.Recused.Contains(me))
        {
            return false;
        }

        return viewer.Role switch
        {
            StaffRole.Triage or StaffRole.Supervisor or StaffRole.Legal => true,
            StaffRole.Advocate => facts.Assignee is null || facts.Assignee == me
                || facts.Glass.Any(grant => grant.Staff == me && grant.Until > now),
            _ => false,
        };
    }

    private static bool StaffReads(AccessViewer viewer, CaseFacts facts, Canary canary, string route)
    {
        if (viewer.Role is not (StaffRole.Advocate or StaffRole.Supervisor or StaffRole.Legal) || facts.IsErased)
        {
            return false;
        }

        var seesAll = viewer.Role is StaffRole.Supervisor or StaffRole.Legal;
        if (seesAll && facts.Assignee != viewer.Staff!.Value.Value && !viewer.GavePurpose)
        {
            // The second person reads what they decide about; everything else waits until they have said why.
            return viewer.Role == StaffRole.Supervisor && route == "staff/approvals"
                && canary.Secret is Secret.ApprovalReason;
        }

        return canary.Secret switch
        {
            Secret.Recovery => false,
            Secret.PrivilegedNote => seesAll,
            Secret.SupervisionNote => seesAll || canary.Author == viewer.Staff,
            _ => true,
        };
    }

    private static HashSet<Secret> OfSurvivor(string inCase) => inCase == AccessWorld.Represented
        ? [Secret.Words, Secret.Address, Secret.Hashtag, Secret.SurvivorPlace, Secret.SurvivorMessage, Secret.StaffMessage,
            Secret.ContactAddress, Secret.ContactWho, Secret.SafeWhen]
        : [Secret.Words, Secret.Address, Secret.Hashtag, Secret.SurvivorMessage, Secret.StaffMessage,
            Secret.ContactAddress, Secret.ContactWho, Secret.SafeWhen];

    /// <summary>What they wrote themselves, and what we answered before the survivor had a key; no contact, no words of hers.</summary>
    private static HashSet<Secret> OfFiler { get; } =
        [Secret.Address, Secret.Hashtag, Secret.FilerMessage, Secret.EarlyStaffMessage];
}
