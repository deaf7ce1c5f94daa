using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Referrals;

/// <summary>
/// That an administrator checked a record of the directory: its address opened, its name and purpose compared. The newest one counts;
/// none is ever changed.
/// </summary>
public sealed class AuthorityCheck
{
    public const int LongestNote = 500;

    public required Guid Id { get; init; }

    /// <summary>The id in authorities.json.</summary>
    public required string Authority { get; init; }

    /// <summary>False where it turned out to be wrong: nobody should rely on the record.</summary>
    public required bool IsRight { get; init; }

    /// <summary>How it was checked, in words; about the authority, never about a case. Sealed.</summary>
    public required byte[] Note { get; init; }

    /// <summary>Where the note of a check is sealed.</summary>
    public static FieldPlace NoteOf(Guid id) => new("authority_check", "note", id);

    public required StaffId CheckedBy { get; init; }

    public required DateTimeOffset CheckedAt { get; init; }
}
