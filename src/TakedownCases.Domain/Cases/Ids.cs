namespace TakedownCases.Domain.Cases;

/// <summary>One case; also the scope of its ledger streams.</summary>
public readonly record struct CaseId(Guid Value) : IComparable<CaseId>
{
    public static CaseId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>By time of making, as both databases order it: lists are read on from an id.</summary>
    public int CompareTo(CaseId other) => Value.CompareTo(other.Value);

    public static bool operator <(CaseId left, CaseId right) => left.CompareTo(right) < 0;

    public static bool operator <=(CaseId left, CaseId right) => left.CompareTo(right) <= 0;

    public static bool operator >(CaseId left, CaseId right) => left.CompareTo(right) > 0;

    public static bool operator >=(CaseId left, CaseId right) => left.CompareTo(right) >= 0;
}

/// <summary>One place within a case.</summary>
public readonly record struct PlaceId(Guid Value)
{
    public static PlaceId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

/// <summary>The survivor a case is about: links the cases of one person (practice P11).</summary>
public readonly record struct PersonId(Guid Value)
{
    public static PersonId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

/// <summary>A member of staff.</summary>
public readonly record struct StaffId(Guid Value)
{
    public static StaffId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

/// <summary>One running or finished deadline of a case.</summary>
public readonly record struct ClockId(Guid Value) : IComparable<ClockId>
{
    public static ClockId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>By time of making, as both databases order it: lists are read on from an id.</summary>
    public int CompareTo(ClockId other) => Value.CompareTo(other.Value);

    public static bool operator <(ClockId left, ClockId right) => left.CompareTo(right) < 0;

    public static bool operator <=(ClockId left, ClockId right) => left.CompareTo(right) <= 0;

    public static bool operator >(ClockId left, ClockId right) => left.CompareTo(right) > 0;

    public static bool operator >=(ClockId left, ClockId right) => left.CompareTo(right) >= 0;
}

/// <summary>One message between the survivor and the people working on the case.</summary>
public readonly record struct MessageId(Guid Value)
{
    public static MessageId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

/// <summary>One note of staff, never shown to the survivor.</summary>
public readonly record struct NoteId(Guid Value)
{
    public static NoteId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

/// <summary>One handing over of a case to somebody outside.</summary>
public readonly record struct ReferralId(Guid Value)
{
    public static ReferralId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

/// <summary>One notice to one platform.</summary>
public readonly record struct NoticeId(Guid Value) : IComparable<NoticeId>
{
    public static NoticeId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>By time of making, as both databases order it: lists are read on from an id.</summary>
    public int CompareTo(NoticeId other) => Value.CompareTo(other.Value);

    public static bool operator <(NoticeId left, NoticeId right) => left.CompareTo(right) < 0;

    public static bool operator <=(NoticeId left, NoticeId right) => left.CompareTo(right) <= 0;

    public static bool operator >(NoticeId left, NoticeId right) => left.CompareTo(right) > 0;

    public static bool operator >=(NoticeId left, NoticeId right) => left.CompareTo(right) >= 0;
}

/// <summary>One thing that a person is asked to do.</summary>
public readonly record struct TaskId(Guid Value) : IComparable<TaskId>
{
    public static TaskId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>By time of making, as both databases order it: lists are read on from an id.</summary>
    public int CompareTo(TaskId other) => Value.CompareTo(other.Value);

    public static bool operator <(TaskId left, TaskId right) => left.CompareTo(right) < 0;

    public static bool operator <=(TaskId left, TaskId right) => left.CompareTo(right) <= 0;

    public static bool operator >(TaskId left, TaskId right) => left.CompareTo(right) > 0;

    public static bool operator >=(TaskId left, TaskId right) => left.CompareTo(right) >= 0;
}

/// <summary>One consent, for one action.</summary>
public readonly record struct ConsentId(Guid Value)
{
    public static ConsentId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

/// <summary>One provider of one site, as one case knows it.</summary>
public readonly record struct ProviderId(Guid Value)
{
    public static ProviderId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

/// <summary>
/// Names one submission of one form: a form that arrives twice carries the same id and is done once (design section 6).
/// </summary>
public readonly record struct CommandId(Guid Value)
{
    public static CommandId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}
