using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Access;

/// <summary>What can be done with a case one may see.</summary>
public enum CaseAction
{
    /// <summary>Stand in lists with number, track, state, platform and instants.</summary>
    List,

    /// <summary>Open the page with the person's words.</summary>
    Read,

    Claim,
    Release,
    ChangeSeverity,
    Review,
    WriteMessage,
    WriteNote,
    CheckPlace,
    AddPlace,
    Close,
    MoveToMinor,
    MoveToAdult,
    CheckAuthority,
    ReplaceKey,
    Recuse,
    ApproveGlass,
    WriteNotice,
    ApproveNotice,
    TellOutcome,
    TellHotline,

    /// <summary>Say what somebody outside did that begins a clock, or that one is over.</summary>
    StartClock,

    /// <summary>Enter until when a claim can be brought, by which rule.</summary>
    EnterLimitation,

    /// <summary>Agree that a case is passed on without consent, as the second person (practice P12).</summary>
    DecideReferral,

    /// <summary>Agree that a colleague opens an address outside the product (adult track, practice P1).</summary>
    ApproveLook,
    ReadHistory,
    Export,

    /// <summary>Say that an authority asks us to hold still (practice P4).</summary>
    AskHold,

    /// <summary>Agree to that as the second person, or end it.</summary>
    ApproveHold,
}

/// <summary>
/// Role by action. Whether a viewer may see the case at all (track, relation, recusal) is decided in the query: what one
/// may not see does not exist (design section 3).
/// </summary>
public static class CasePermissions
{
    private static readonly Dictionary<StaffRole, HashSet<CaseAction>> Allowed = new()
    {
        [StaffRole.Triage] = [CaseAction.List, CaseAction.ChangeSeverity, CaseAction.MoveToMinor],
        [StaffRole.Advocate] =
        [
            CaseAction.List, CaseAction.Read, CaseAction.Claim, CaseAction.Release, CaseAction.ChangeSeverity, CaseAction.Review,
            CaseAction.WriteMessage, CaseAction.WriteNote, CaseAction.CheckPlace, CaseAction.AddPlace, CaseAction.Close,
            CaseAction.MoveToMinor, CaseAction.CheckAuthority, CaseAction.Recuse, CaseAction.ReplaceKey,
            CaseAction.WriteNotice, CaseAction.ApproveNotice, CaseAction.TellOutcome, CaseAction.TellHotline, CaseAction.AskHold,
            CaseAction.StartClock,
        ],
        [StaffRole.Supervisor] =
        [
            CaseAction.List, CaseAction.Read, CaseAction.Claim, CaseAction.Release, CaseAction.ChangeSeverity, CaseAction.Review,
            CaseAction.WriteMessage, CaseAction.WriteNote, CaseAction.CheckPlace, CaseAction.AddPlace, CaseAction.Close,
            CaseAction.MoveToMinor, CaseAction.MoveToAdult, CaseAction.CheckAuthority, CaseAction.Recuse, CaseAction.ReplaceKey,
            CaseAction.WriteNotice, CaseAction.ApproveNotice, CaseAction.TellOutcome, CaseAction.TellHotline,
            CaseAction.StartClock, CaseAction.ApproveGlass, CaseAction.ApproveLook, CaseAction.DecideReferral, CaseAction.ReadHistory,
            CaseAction.Export, CaseAction.AskHold, CaseAction.ApproveHold,
        ],
        [StaffRole.Legal] =
        [
            CaseAction.List, CaseAction.Read, CaseAction.WriteNote, CaseAction.ReadHistory, CaseAction.Export, CaseAction.AskHold,
            CaseAction.StartClock, CaseAction.EnterLimitation,
        ],
        [StaffRole.Admin] = [],
    };

    public static bool May(Viewer viewer, CaseAction action) => Allowed[viewer.Role].Contains(action);

    /// <summary>Whether the role sees every case of its tracks, or only what is free or its own.</summary>
    public static bool SeesAll(StaffRole role) => role is StaffRole.Supervisor or StaffRole.Legal or StaffRole.Triage;
}
