namespace TakedownCases.Domain.Referrals;

/// <summary>How far a referral is, by what they told us.</summary>
public enum ReferralState
{
    /// <summary>One person wants it without consent; a second one must agree before anything is passed on.</summary>
    Proposed,

    /// <summary>Two people agreed; nobody has handed it over yet.</summary>
    Agreed,

    /// <summary>A person handed it over.</summary>
    Made,

    /// <summary>They said that they have it.</summary>
    Received,

    /// <summary>They acted: asked, ordered or passed it on. Their clocks begin.</summary>
    Acted,

    /// <summary>They answered or decided.</summary>
    Answered,

    /// <summary>They will not take it up.</summary>
    Refused,

    /// <summary>We took it back, or it was never passed on.</summary>
    Withdrawn,

    /// <summary>Only the person can turn to them: we told the person of it, and passed nothing on.</summary>
    Mentioned,
}

/// <summary>The transitions of a referral.</summary>
public static class ReferralStates
{
    /// <summary>What a person may record of them, in the order in which it mostly happens.</summary>
    public static IReadOnlyList<ReferralState> Steps { get; } =
        [ReferralState.Received, ReferralState.Acted, ReferralState.Answered, ReferralState.Refused];

    /// <summary>It was handed over: they have it, or had it.</summary>
    public static bool WasPassedOn(ReferralState state, DateTimeOffset? madeAt) => madeAt is not null && state != ReferralState.Mentioned;

    /// <summary>People of ours want it, and nothing has left.</summary>
    public static bool IsPending(ReferralState state) => state is ReferralState.Proposed or ReferralState.Agreed;

    /// <summary>They may act again, and answer after they refused; what was taken back stays so.</summary>
    public static bool MayFollow(ReferralState from, ReferralState to) => (from, to) switch
    {
        (ReferralState.Proposed, ReferralState.Agreed or ReferralState.Withdrawn) => true,
        (ReferralState.Agreed, ReferralState.Made or ReferralState.Withdrawn) => true, // and see Referral.MayHaveLeft
        (ReferralState.Proposed or ReferralState.Agreed or ReferralState.Withdrawn or ReferralState.Mentioned, _) => false,
        (ReferralState.Made, ReferralState.Received) => true,
        (_, ReferralState.Acted or ReferralState.Answered or ReferralState.Refused or ReferralState.Withdrawn) => true,
        _ => false,
    };
}

/// <summary>By what right something was passed on (practice P12).</summary>
public enum ReferralGround
{
    /// <summary>The consent that names them was in force.</summary>
    Consent,

    /// <summary>A duty to report compels it.</summary>
    Duty,

    /// <summary>Two people decided it, with a reason.</summary>
    TwoPeople,

    /// <summary>None is needed: nothing is passed on, the person turns to them.</summary>
    ByPerson,
}

/// <summary>One thing that can be passed on; what is not chosen stays here.</summary>
public enum PassedItem
{
    Addresses,
    Harms,
    Dates,
    Notices,
    Country,
    OwnWords,
    Name,
    Contact,
}
