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
}

/// <summary>Facts about actions that no data file may change.</summary>
public static class RungActions
{
    /// <summary>Whether it prepares or sends something for somebody outside; only such an action may be skipped (law 8).</summary>
    public static bool IsOutward(RungAction action) => action switch
    {
        RungAction.WarnAssignee or RungAction.TellAssignee or RungAction.TellSupervisor => false,
        RungAction.RemindPlatform or RungAction.SecondChannel or RungAction.DraftComplaint or RungAction.ReferToHotline => true,
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    /// <summary>
    /// Whether a platform's "no" makes it due at once: another way in, or the authority, which are drafts for a person; and
    /// the reminder, which is left out there and then, so that nobody sends one when the place is asked for elsewhere.
    /// </summary>
    public static bool IsOpenedByRefusal(RungAction action)
        => action is RungAction.RemindPlatform or RungAction.SecondChannel or RungAction.DraftComplaint;

    /// <summary>The needs that a rung with this action must name at least, so that the data shows what stops it.</summary>
    public static IReadOnlyList<RungNeed> LeastNeeds(RungAction action) => action switch
    {
        RungAction.WarnAssignee or RungAction.TellAssignee or RungAction.TellSupervisor => [],
        RungAction.RemindPlatform => [RungNeed.NoHold, RungNeed.MailChannel],
        RungAction.SecondChannel => [RungNeed.NoHold, RungNeed.SecondChannel],
        RungAction.DraftComplaint or RungAction.ReferToHotline => [RungNeed.NoHold],
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    /// <summary>The consent without which it must not happen; null where a person asks for it before anything leaves.</summary>
    public static ConsentAction? LeastConsent(RungAction action)
        => action is RungAction.RemindPlatform or RungAction.SecondChannel ? ConsentAction.NotifyPlatforms : null;
}
