using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Cases;

/// <summary>What is said: messages and notes, what we ask and wait for, and what the survivor tells more of.</summary>
public sealed partial class TakedownCase
{
    /// <summary>A message by either side. Staff's keeps the person informed: that clock is met and starts again.</summary>
    public Outcome<MessageId> WriteMessage(string text, Actor by, StartClock startClock, DateTimeOffset now)
    {
        if (IsErased || ErasureDueAt is not null)
        {
            return CaseRefusals.NotOpen;
        }

        var message = ConversationOf().WriteMessage(text, by, now);
        if (by.Kind == ActorKind.Staff)
        {
            Informed(startClock, by, now);
        }
        else
        {
            Answered(startClock, by, now);
        }

        return message;
    }

    /// <summary>A note of staff. Throws for anybody else, and on an erased case, where nothing can be sealed any more.</summary>
    public NoteId WriteNote(NoteKind kind, string text, Actor by, DateTimeOffset now)
        => IsErased
            ? throw new InvalidOperationException("Nothing is written in an erased case.")
            : ConversationOf().WriteNote(kind, text, by, now);

    /// <summary>We asked the survivor something: internal clocks that may pause do so from here.</summary>
    public Outcome WaitForSurvivor(StartClock startClock, Actor by, DateTimeOffset now)
    {
        if (!CaseStates.MayFollow(State, CaseState.WaitingForSurvivor))
        {
            return CaseRefusals.NotOpen;
        }

        var isReview = State == CaseState.Filed;
        MoveTo(CaseState.WaitingForSurvivor, by, now);
        if (isReview)
        {
            Reviewed(startClock, by, now);
        }

        return Outcome.Done;
    }

    /// <summary>
    /// They answered in another way than by writing here, such as on the telephone (practice P16): what stood still goes on.
    /// Doing it twice is doing it once.
    /// </summary>
    public Outcome StopWaiting(StartClock startClock, Actor by, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return CaseRefusals.NotOpen;
        }

        StopWaiting(by, startClock, now);
        return Outcome.Done;
    }

    /// <summary>The survivor tells more, which answers what we asked; the whole of the details is kept anew. Needs clocks loaded.</summary>
    public Outcome AddContext(CaseDetails details, StartClock startClock, Actor by, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return CaseRefusals.NotOpen;
        }

        Details = SealedText.OfRecord(details);
        Record(new ContextAdded(by, now, Details));
        Answered(startClock, by, now);
        return Outcome.Done;
    }

    public Outcome ChangeContact(SafeContact contact, Actor by, DateTimeOffset now)
    {
        if (IsErased)
        {
            return CaseRefusals.NotOpen;
        }

        Contact = SealedText.OfRecord(contact);
        return Record(new ContactChanged(by, now, Contact));
    }
}
