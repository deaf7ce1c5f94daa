using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Identity;

/// <summary>A member of staff. One role; clearance for the minor track is a grant of its own.</summary>
public sealed class StaffUser : IdentityUser<Guid>
{
    public required string DisplayName { get; set; }

    public StaffRole Role { get; set; }

    public bool ClearedForMinors { get; set; }

    /// <summary>Language of the staff pages.</summary>
    public string Language { get; set; } = "en";

    /// <summary>IANA time zone in which instants are shown beside UTC.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>"light" or "dark"; null follows the device.</summary>
    public string? Theme { get; set; }

    /// <summary>Whether single letters on the staff pages are commands.</summary>
    public bool ShortcutsOff { get; set; }

    /// <summary>The TOTP secret, sealed under the installation's key; null until enrolled.</summary>
    public byte[]? TotpSecret { get; set; }

    /// <summary>The last TOTP step that was accepted: each step works once.</summary>
    public long? TotpLastStep { get; set; }

    public DateTimeOffset? EnrolledAt { get; set; }

    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>Sign-ins that failed in a row; slows the next one, never locks a colleague out.</summary>
    public int FailedSignIns { get; set; }

    public DateTimeOffset? LastFailedSignInAt { get; set; }

    public StaffId StaffId => new(Id);

    /// <summary>An account that cannot sign in yet: its owner sets password and second factor through a link.</summary>
    public static StaffUser Invited(string email, string name, StaffRole role, DateTimeOffset now)
    {
        var key = email.Normalize().ToUpperInvariant();
        var user = new StaffUser
        {
            Id = Guid.CreateVersion7(now),
            UserName = email,
            NormalizedUserName = key,
            Email = email,
            NormalizedEmail = key,
            DisplayName = name,
            Role = role,
        };
        user.EndSessions();
        return user;
    }

    /// <summary>Every session that is open ends within a minute.</summary>
    public void EndSessions() => SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    /// <summary>Back to before enrolment: password and second factor are gone, and so is every session.</summary>
    public void ForgetFactors()
    {
        (PasswordHash, TotpSecret, TotpLastStep, EnrolledAt) = (null, null, null, null);
        EndSessions();
    }

    public Viewer AsViewer() => new(StaffId, Role, ClearedForMinors);
}

/// <summary>A one-time link by which somebody sets their password and second factor; only its hash is kept.</summary>
public sealed class StaffInvitation
{
    public required byte[] TokenHash { get; init; }

    public required Guid StaffId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}
