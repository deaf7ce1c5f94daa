namespace TakedownCases.Domain.Cases;

/// <summary>The case moved from one state to another.</summary>
public sealed record StateChanged(Actor By, DateTimeOffset At, CaseState From, CaseState To) : CaseEvent(By, At)
{
    public override string Kind => "case.state-changed";

    public override void Describe(EventFields fields) => fields.Code<CaseState>("from", From).Code<CaseState>("to", To);
}

/// <summary>A person took the case, or gave it back (<paramref name="To"/> is null).</summary>
public sealed record CaseAssigned(Actor By, DateTimeOffset At, StaffId? From, StaffId? To) : CaseEvent(By, At)
{
    public override string Kind => To is null ? "case.released" : "case.claimed";

    public override void Describe(EventFields fields) => fields
        .Id("previous-staff", From?.Value).Id("staff", To?.Value);
}

/// <summary>The urgency was changed by a person.</summary>
public sealed record SeverityChanged(Actor By, DateTimeOffset At, Severity From, Severity To) : CaseEvent(By, At)
{
    public override string Kind => "case.severity-changed";

    public override void Describe(EventFields fields) => fields
        .Code<Severity>("from", From).Code<Severity>("to", To).Code<Severity>("severity", To);
}

/// <summary>The case moved to the minor track; the way back needs two people (design section 2).</summary>
public sealed record TrackChanged(Actor By, DateTimeOffset At, Track From, Track To, StaffId? Second) : CaseEvent(By, At)
{
    public override string Kind => "case.track-changed";

    public override void Describe(EventFields fields) => fields
        .Code<Track>("from", From).Code<Track>("to", To).Id("second-staff", Second?.Value);
}

/// <summary>A message was written, by the survivor or by staff.</summary>
public sealed record MessageWritten(Actor By, DateTimeOffset At, MessageId Message, SealedText Text) : CaseEvent(By, At)
{
    public override string Kind => "message.written";

    public override void Describe(EventFields fields) => fields.Id("message", Message.Value).Secret("text", Text);
}

/// <summary>A note of staff was written.</summary>
public sealed record NoteWritten(Actor By, DateTimeOffset At, NoteId Note, NoteKind NoteKind, SealedText Text)
    : CaseEvent(By, At)
{
    public override string Kind => "note.written";

    public override void Describe(EventFields fields) => fields
        .Id("note", Note.Value).Code<NoteKind>("reason-code", NoteKind).Secret("text", Text);
}

/// <summary>The survivor added to what they told us.</summary>
public sealed record ContextAdded(Actor By, DateTimeOffset At, SealedText Details) : CaseEvent(By, At)
{
    public override string Kind => "case.context-added";

    public override void Describe(EventFields fields) => fields.Secret("details", Details);
}

/// <summary>The way to reach the person changed.</summary>
public sealed record ContactChanged(Actor By, DateTimeOffset At, SealedText Contact) : CaseEvent(By, At)
{
    public override string Kind => "case.contact-changed";

    public override void Describe(EventFields fields) => fields.Secret("contact", Contact);
}

/// <summary>The survivor stopped the whole case.</summary>
public sealed record CaseWithdrawn(Actor By, DateTimeOffset At) : CaseEvent(By, At)
{
    public override string Kind => "case.withdrawn";

    public override void Describe(EventFields fields) => fields.Code<CaseState>("state", CaseState.Withdrawn);
}

/// <summary>The key was replaced, or handed over from the filer to the survivor.</summary>
public sealed record KeyReplaced(Actor By, DateTimeOffset At, string Reason, StaffId? Second) : CaseEvent(By, At)
{
    public override string Kind => "key.replaced";

    public override void Describe(EventFields fields) => fields
        .Code("reason-code", Reason).Id("second-staff", Second?.Value);
}

/// <summary>The person said the key is safe: it is never shown again.</summary>
public sealed record KeyConfirmed(Actor By, DateTimeOffset At) : CaseEvent(By, At)
{
    public override string Kind => "key.confirmed";

    public override void Describe(EventFields fields)
    {
        // That it happened is all there is to say.
    }
}

/// <summary>A person checked that a representative may speak for the survivor (practice P7).</summary>
public sealed record AuthorityChecked(Actor By, DateTimeOffset At, SealedText Reason) : CaseEvent(By, At)
{
    public override string Kind => "case.authority-checked";

    public override void Describe(EventFields fields) => fields.Secret("reason", Reason);
}

/// <summary>A named colleague was walled off from the case (practice P17).</summary>
public sealed record ColleagueRecused(Actor By, DateTimeOffset At, StaffId Staff) : CaseEvent(By, At)
{
    public override string Kind => "case.recused";

    public override void Describe(EventFields fields) => fields.Id("staff", Staff.Value);
}

/// <summary>The survivor asked for erasure; it waits and can be undone (practice P13).</summary>
public sealed record ErasureRequested(Actor By, DateTimeOffset At, DateTimeOffset DueAt, bool KeepProof) : CaseEvent(By, At)
{
    public override string Kind => "erasure.requested";

    public override void Describe(EventFields fields) => fields
        .Instant("due-at", DueAt).Code("outcome", KeepProof ? "keep-proof" : "everything");
}

/// <summary>The survivor took the erasure back in time.</summary>
public sealed record ErasureUndone(Actor By, DateTimeOffset At) : CaseEvent(By, At)
{
    public override string Kind => "erasure.undone";

    public override void Describe(EventFields fields) => fields.Instant("at", At);
}

/// <summary>The person's words are destroyed. This entry is the tombstone.</summary>
public sealed record CaseErased(Actor By, DateTimeOffset At, bool KeepProof) : CaseEvent(By, At)
{
    public override string Kind => "case.erased";

    public override Certainty Certainty => Certainty.Computed;

    public override void Describe(EventFields fields) => fields
        .Code("outcome", KeepProof ? "keep-proof" : "everything").Code<CaseState>("state", CaseState.Erased);
}

/// <summary>Somebody without a relationship to the case was let in for a short time (design section 6).</summary>
public sealed record GlassBroken(Actor By, DateTimeOffset At, StaffId Staff, StaffId Approver, DateTimeOffset Until, SealedText Reason)
    : CaseEvent(By, At)
{
    public override string Kind => "access.break-glass";

    public override void Describe(EventFields fields) => fields
        .Id("staff", Staff.Value)
        .Id("second-staff", Approver.Value)
        .Instant("until", Until)
        .Secret("reason", Reason);
}
