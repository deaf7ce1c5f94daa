namespace TakedownCases.Domain.Cases;

/// <summary>What was written in one case: messages between both sides, and notes of staff among themselves.</summary>
internal readonly struct CaseConversation(CaseId caseId, List<CaseMessage> messages, List<CaseNote> notes, List<CaseEvent> events)
{
    public MessageId WriteMessage(string text, Actor by, DateTimeOffset now)
    {
        var message = new CaseMessage(caseId, MessageId.New(now), by, SealedText.Of(text), now);
        messages.Add(message);
        events.Add(new MessageWritten(by, now, message.Id, message.Text!));
        return message.Id;
    }

    public NoteId WriteNote(NoteKind kind, string text, Actor by, DateTimeOffset now)
    {
        var staff = by.Staff ?? throw new InvalidOperationException("Only staff write notes.");
        var note = new CaseNote(caseId, NoteId.New(now), kind, staff, SealedText.Of(text), now);
        notes.Add(note);
        events.Add(new NoteWritten(by, now, note.Id, kind, note.Text!));
        return note.Id;
    }

    public void Erase()
    {
        messages.ForEach(message => message.Erase());
        notes.ForEach(note => note.Erase());
    }
}
