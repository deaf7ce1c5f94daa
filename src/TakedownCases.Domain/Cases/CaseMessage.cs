namespace TakedownCases.Domain.Cases;

/// <summary>One message between the survivor and the people working on the case; sealed.</summary>
public sealed class CaseMessage
{
    private CaseMessage()
    {
    }

    internal CaseMessage(CaseId caseId, MessageId id, Actor by, SealedText text, DateTimeOffset writtenAt)
    {
        CaseId = caseId;
        Id = id;
        By = by.Kind;
        Staff = by.Staff;
        Text = text;
        WrittenAt = writtenAt;
    }

    public CaseId CaseId { get; private set; }

    public MessageId Id { get; private set; }

    public ActorKind By { get; private set; }

    public StaffId? Staff { get; private set; }

    public SealedText? Text { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    internal void Erase() => Text = null;
}

/// <summary>Who may later read a note (practice P22).</summary>
public enum NoteKind
{
    Operational,
    Supervision,
    Privileged,
}

/// <summary>One note of staff; sealed, never shown to the survivor.</summary>
public sealed class CaseNote
{
    private CaseNote()
    {
    }

    internal CaseNote(CaseId caseId, NoteId id, NoteKind kind, StaffId staff, SealedText text, DateTimeOffset writtenAt)
    {
        CaseId = caseId;
        Id = id;
        Kind = kind;
        Staff = staff;
        Text = text;
        WrittenAt = writtenAt;
    }

    public CaseId CaseId { get; private set; }

    public NoteId Id { get; private set; }

    public NoteKind Kind { get; private set; }

    public StaffId Staff { get; private set; }

    public SealedText? Text { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    internal void Erase() => Text = null;
}
