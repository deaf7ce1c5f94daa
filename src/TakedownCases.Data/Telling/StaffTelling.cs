using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Telling;

/// <summary>How far telling one person has come. Every mail to them changes it, so that two processes never write two.</summary>
public sealed class StaffTelling
{
    private StaffTelling()
    {
    }

    internal StaffTelling(StaffId staff, DateOnly digestDay) => (Staff, DigestDay) = (staff, digestDay);

    public StaffId Staff { get; private set; }

    /// <summary>The person's own day whose digest was decided on last: written, or left out because nothing waited.</summary>
    public DateOnly DigestDay { get; private set; }

    /// <summary>When the last mail to them was written.</summary>
    public DateTimeOffset? LastMailAt { get; private set; }

    /// <summary>Since when mails to them are refused; null while they arrive.</summary>
    public DateTimeOffset? UnreachableSince { get; private set; }

    /// <summary>Counts the changes.</summary>
    public int Version { get; private set; }

    internal void Digest(DateOnly day) => (DigestDay, Version) = (day, Version + 1);

    internal void Write(DateTimeOffset now) => (LastMailAt, Version) = (now, Version + 1);

    internal void Reach(bool reached, DateTimeOffset now)
        => (UnreachableSince, Version) = (reached ? null : UnreachableSince ?? now, Version + 1);
}
