namespace TakedownCases.Domain.Cases;

/// <summary>What somebody is asked to do.</summary>
public enum TaskKind
{
    /// <summary>Part of a clock's time has gone.</summary>
    DeadlineNear,

    /// <summary>A deadline of ours or of a platform has passed.</summary>
    DeadlinePassed,

    /// <summary>The same, for whoever supervises.</summary>
    Supervise,

    /// <summary>A notice waits for a second person.</summary>
    ApproveNotice,

    /// <summary>A notice is to be put into a platform's form by hand.</summary>
    FileForm,

    /// <summary>Remind the platform by hand, because it takes no mail.</summary>
    Remind,

    /// <summary>The platform has another channel: try that.</summary>
    SecondChannel,

    /// <summary>Nobody knows whether a notice was sent: decide (design section 6).</summary>
    UnknownSending,

    /// <summary>The mail server refused a notice.</summary>
    SendingRejected,

    /// <summary>A complaint is drafted for the authority that a basis names.</summary>
    FileComplaint,

    /// <summary>Minor track: tell the hotline first (practice P4).</summary>
    TellHotline,

    /// <summary>A place was refused, is silent, partly there or back: decide what is next.</summary>
    NextStep,

    /// <summary>A notice was stopped before it left; look whether another is needed.</summary>
    NoticeStopped,

    /// <summary>Somebody wants to pass the case on without consent: a second person decides (practice P12).</summary>
    DecideReferral,

    /// <summary>The consent under which somebody outside was told was taken back: tell them (practice P15).</summary>
    TellWithdrawal,

    /// <summary>Two people agreed that the case is passed on: hand over exactly that text, and record it.</summary>
    HandOver,

    /// <summary>Tell the person, in a way that is safe for them, what the program cannot show them.</summary>
    TellPerson,

    /// <summary>Find out, by hand and outside the product, who hosts the site of a place.</summary>
    FindHost,

    /// <summary>A notice to whoever hosts the site is drafted.</summary>
    AskHost,

    /// <summary>A notice to the network that delivers the site is drafted.</summary>
    AskCdn,

    /// <summary>A notice to where the site's name is registered is drafted.</summary>
    AskRegistrar,

    /// <summary>A request to a search engine is drafted.</summary>
    DeIndex,

    /// <summary>A complaint pack is made; the house's alone, no person is asked.</summary>
    PreparePack,

    /// <summary>Go through police and lawyer with the survivor, who chooses.</summary>
    PoliceOrLawyer,

    /// <summary>An investigation hold is over; look what it stopped.</summary>
    HoldEnded,
}

/// <summary>Facts about kinds of task.</summary>
public static class TaskKinds
{
    /// <summary>It says that time runs out, and is over when nothing runs any more.</summary>
    public static bool IsAboutDeadline(TaskKind kind) => kind is TaskKind.DeadlineNear or TaskKind.DeadlinePassed or TaskKind.Supervise;

    /// <summary>It follows a notice, and is over when nothing of that notice runs any more.</summary>
    public static bool IsOverWithItsNotice(TaskKind kind)
        => IsAboutDeadline(kind) || kind is TaskKind.Remind or TaskKind.PoliceOrLawyer;

    /// <summary>When a rung asks for it, the house writes first what a person then looks at.</summary>
    public static bool IsForTheHouse(TaskKind kind)
        => kind is TaskKind.Remind or TaskKind.SecondChannel or TaskKind.FileComplaint or TaskKind.AskHost or TaskKind.AskCdn
            or TaskKind.AskRegistrar or TaskKind.DeIndex or TaskKind.PreparePack;

    /// <summary>
    /// Nobody is asked for it on the minor track: addresses go to the platform, a hotline and the police alone, and a word to
    /// whoever runs a site may warn an offender (practice P4, P5).
    /// </summary>
    public static bool IsForAdultsOnly(TaskKind kind)
        => kind is TaskKind.AskHost or TaskKind.AskCdn or TaskKind.AskRegistrar or TaskKind.DeIndex or TaskKind.FileComplaint;

    /// <summary>A notice to whoever is recorded in that role behind a site.</summary>
    public static TaskKind Asking(ProviderRole role) => role switch
    {
        ProviderRole.Host => TaskKind.AskHost,
        ProviderRole.Cdn => TaskKind.AskCdn,
        _ => TaskKind.AskRegistrar,
    };

    /// <summary>It is owed to somebody whether or not the case goes on: word to who was told, or to the person (practice P12, P15).</summary>
    public static bool IsOwedAfterwards(TaskKind kind) => kind is TaskKind.TellWithdrawal or TaskKind.TellPerson;

    /// <summary>
    /// There is a deadline behind it. Without one a task is due when it is raised, which is its place in the list and nothing
    /// to be missed; one that says that time runs out may be raised at that very instant, and others after it.
    /// </summary>
    public static bool HasDeadline(TaskKind kind, DateTimeOffset raisedAt, DateTimeOffset dueAt) => IsAboutDeadline(kind) || dueAt != raisedAt;

    /// <summary>
    /// A person's word is enough to be done with it. The others are over when what they ask for has happened: a notice was
    /// approved, filed or decided about, the hotline was told, the host of a site recorded or given up (a word alone would leave
    /// nobody to write to, docs/escalation.md).
    /// </summary>
    public static bool EndsByWord(TaskKind kind)
        => IsAboutDeadline(kind)
            || kind is TaskKind.Remind or TaskKind.SecondChannel or TaskKind.FileComplaint or TaskKind.NextStep or TaskKind.NoticeStopped
                or TaskKind.AskHost or TaskKind.AskCdn or TaskKind.AskRegistrar or TaskKind.DeIndex
                or TaskKind.PoliceOrLawyer or TaskKind.HoldEnded or TaskKind.TellWithdrawal or TaskKind.TellPerson;
}

/// <summary>Whose task it is, when nobody is named.</summary>
public enum TaskFor
{
    /// <summary>Whoever holds the case; nobody in particular while nobody does.</summary>
    Holder,
    Supervisors,

    /// <summary>Not a person's at all: a sweep drafts what the rung asks for (docs/escalation.md).</summary>
    House,
}

/// <summary>One thing that a person of ours is asked to do in a case, until it is done or no longer needed.</summary>
public sealed class StaffTask
{
    private StaffTask()
    {
    }

    internal StaffTask(CaseId caseId, TaskId id, NewTask task, DateTimeOffset raisedAt)
    {
        CaseId = caseId;
        Id = id;
        Kind = task.Kind;
        For = task.For;
        Clock = task.Clock;
        Notice = task.Notice;
        Place = task.Place;
        Referral = task.Referral;
        RaisedAt = raisedAt;
        DueAt = task.DueAt;
    }

    public CaseId CaseId { get; private set; }

    public TaskId Id { get; private set; }

    public TaskKind Kind { get; private set; }

    public TaskFor For { get; private set; }

    public ClockId? Clock { get; private set; }

    public NoticeId? Notice { get; private set; }

    public PlaceId? Place { get; private set; }

    public ReferralId? Referral { get; private set; }

    public DateTimeOffset RaisedAt { get; private set; }

    /// <summary>What the mailbox is sorted by: the deadline behind the task, else when it was raised.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Who did it; null while it is open, and where it ended because it was no longer needed.</summary>
    public StaffId? DoneBy { get; private set; }

    public bool IsOpen => EndedAt is null;

    internal void End(StaffId? doneBy, DateTimeOffset now) => (EndedAt, DoneBy) = (now, doneBy);
}

/// <summary>A task about to be raised.</summary>
public sealed record NewTask(
    TaskKind Kind, TaskFor For, DateTimeOffset DueAt, ClockId? Clock = null, NoticeId? Notice = null, PlaceId? Place = null,
    ReferralId? Referral = null);
