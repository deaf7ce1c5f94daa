using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Escalation;

/// <summary>What a rung does. The first three tell people here; the others prepare or send something that leaves the house.</summary>
public enum RungAction
{
    /// <summary>The deadline comes near.</summary>
    WarnAssignee,

    /// <summary>The deadline has passed.</summary>
    TellAssignee,

    TellSupervisor,

    /// <summary>The same recipient again, naming the earlier notice.</summary>
    RemindPlatform,

    /// <summary>The notice to another channel of the same platform.</summary>
    SecondChannel,

    /// <summary>A complaint to the authority that the missed basis names is drafted; a person files it.</summary>
    DraftComplaint,

    /// <summary>A person is asked to refer the case to a hotline or the police (practice P4).</summary>
    ReferToHotline,

    /// <summary>A notice to whoever hosts the site is drafted; where nobody has recorded who that is, a person is asked to find out.</summary>
    AskHost,

    /// <summary>A notice to the network through which the site is delivered is drafted.</summary>
    AskCdn,

    /// <summary>A notice to where the site's name is registered is drafted.</summary>
    AskRegistrar,

    /// <summary>Requests to the search engines of the directory not to show the address are drafted.</summary>
    DeIndex,

    /// <summary>
    /// What the authority that the missed basis names must be told is made ready, as text and as a structured file. Nothing
    /// leaves and nobody is asked: it is there when somebody complains.
    /// </summary>
    PreparePack,

    /// <summary>A person is asked to go through police and lawyer with the survivor, who chooses.</summary>
    AskPoliceOrLawyer,
}

/// <summary>Facts about actions that no data file may change.</summary>
public static class RungActions
{
    /// <summary>Whether it prepares or sends something for somebody outside; only such an action may be skipped (law 8).</summary>
    public static bool IsOutward(RungAction action)
        => action is not (RungAction.WarnAssignee or RungAction.TellAssignee or RungAction.TellSupervisor);

    /// <summary>
    /// Whether a platform's "no" makes it due at once: another way in, whoever hosts the site, or the authority, which are
    /// drafts for a person; and the reminder, which is left out there and then, so that nobody sends one when the place is asked
    /// for elsewhere.
    /// </summary>
    public static bool IsOpenedByRefusal(RungAction action)
        => action is RungAction.RemindPlatform or RungAction.SecondChannel or RungAction.DraftComplaint or RungAction.AskHost;

    /// <summary>
    /// Whether it names addresses to somebody who is neither the platform that was noticed nor a hotline nor the police: never on
    /// the minor track (practice P5).
    /// </summary>
    public static bool WidensWhoKnows(RungAction action)
        => action is RungAction.AskHost or RungAction.AskCdn or RungAction.AskRegistrar or RungAction.DeIndex;

    /// <summary>Whether it is about one site and not about all places of the notice.</summary>
    public static bool IsAboutOneSite(RungAction action)
        => action is RungAction.AskHost or RungAction.AskCdn or RungAction.AskRegistrar;

    /// <summary>The needs that a rung with this action must name at least, so that the data shows what stops it.</summary>
    public static IReadOnlyList<RungNeed> LeastNeeds(RungAction action) => action switch
    {
        RungAction.RemindPlatform => [RungNeed.NoHold, RungNeed.MailChannel],
        RungAction.SecondChannel => [RungNeed.NoHold, RungNeed.SecondChannel],
        _ => IsOutward(action) ? [RungNeed.NoHold] : [],
    };

    /// <summary>The conditions that it must name at least: without them there is nothing it could be about.</summary>
    public static IReadOnlyList<RungCondition> LeastConditions(RungAction action) => action switch
    {
        RungAction.AskHost => [RungCondition.UnlistedSite, RungCondition.WebAddress],
        RungAction.AskCdn => [RungCondition.UnlistedSite, RungCondition.WebAddress, RungCondition.CdnKnown],
        RungAction.AskRegistrar => [RungCondition.UnlistedSite, RungCondition.WebAddress, RungCondition.RegistrarKnown],
        RungAction.DeIndex => [RungCondition.WebAddress, RungCondition.InSearch],
        _ => [],
    };

    /// <summary>The consent without which it must not happen; null where a person asks for it before anything leaves.</summary>
    public static ConsentAction? LeastConsent(RungAction action)
        => action is RungAction.RemindPlatform or RungAction.SecondChannel || WidensWhoKnows(action) ? ConsentAction.NotifyPlatforms : null;

    /// <summary>The fewest people who must say yes: nothing goes to somebody new without one, nor to a host without two.</summary>
    public static RungApproval LeastApproval(RungAction action)
        => IsAboutOneSite(action) ? RungApproval.Two
            : !IsOutward(action) || action is RungAction.RemindPlatform or RungAction.PreparePack ? RungApproval.None
            : RungApproval.One;
}
