using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Escalation.Telling;

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

    /// <summary>When mails begin to wait, by the person's own clock; null with <see cref="QuietUntil"/>: never.</summary>
    public TimeOnly? QuietFrom { get; set; }

    public TimeOnly? QuietUntil { get; set; }

    /// <summary>When the daily digest comes, by the person's own clock.</summary>
    public TimeOnly DigestAt { get; set; } = new(8, 0);

    /// <summary>False: all but imminent danger waits for the digest.</summary>
    public bool WantsMails { get; set; } = true;

    /// <summary>When a time away begins; null with <see cref="AwayUntil"/>: none is planned.</summary>
    public DateTimeOffset? AwayFrom { get; set; }

    /// <summary>From this instant on they are here again.</summary>
    public DateTimeOffset? AwayUntil { get; set; }

    /// <summary>Who is told in their place.</summary>
    public StaffId? Deputy { get; set; }

    /// <summary>How many open cases they can hold; with more, what comes up goes to their deputy. Null: nobody has said.</summary>
    public int? Capacity { get; set; }

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

    /// <summary>When they are told of tasks.</summary>
    public TellingPlan TellingPlan() => new(
        TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _) ? TimeZone : "UTC",
        QuietFrom is { } from && QuietUntil is { } until && from != until ? new QuietHours(from, until) : null,
        DigestAt,
        WantsMails);

    /// <summary>As far as telling goes; null for a role that is told of no task.</summary>
    public Colleague? AsColleague(bool isFull = false)
        => DutyOf(Role) is { } duty
            ? new Colleague(StaffId, duty, ClearedForMinors)
            {
                Away = AwayFrom is { } from && AwayUntil is { } until && from < until ? new Absence(from, until) : null,
                Deputy = Deputy,
                IsFull = isFull,
            }
            : null;

    public Viewer AsViewer() => new(StaffId, Role, ClearedForMinors);

    private static ColleagueDuty? DutyOf(StaffRole role) => role switch
    {
        StaffRole.Advocate => ColleagueDuty.Casework,
        StaffRole.Supervisor => ColleagueDuty.Supervision,
        StaffRole.Admin => ColleagueDuty.Administration,
        _ => null,
    };
}

/// <summary>A one-time link by which somebody sets their password and second factor; only its hash is kept.</summary>
public sealed class StaffInvitation
{
    public required byte[] TokenHash { get; init; }

    public required Guid StaffId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}
