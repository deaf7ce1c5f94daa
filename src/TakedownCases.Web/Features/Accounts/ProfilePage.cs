using TakedownCases.Domain.Access;

namespace TakedownCases.Web.Features.Accounts;

/// <summary>One's own account.</summary>
public sealed record ProfilePage
{
    public required string DisplayName { get; init; }

    public required string Email { get; init; }

    public required StaffRole Role { get; init; }

    public required bool ClearedForMinors { get; init; }

    public required string Language { get; init; }

    public required string TimeZone { get; init; }

    public string? Theme { get; init; }

    public bool Shortcuts { get; init; }

    public required TellingForm Telling { get; init; }

    /// <summary>Who may stand in.</summary>
    public required IReadOnlyList<Deputy> Deputies { get; init; }

    /// <summary>Whether the role is told of tasks at all.</summary>
    public bool IsTold => Role is StaffRole.Advocate or StaffRole.Supervisor or StaffRole.Admin;

    public required IReadOnlyList<PasskeyLine> Passkeys { get; init; }

    public string? CurrentPassword { get; init; }

    public string? Password { get; init; }

    public string? PasswordAgain { get; init; }

    /// <summary>Zones to pick from, by their IANA names.</summary>
    public static IReadOnlyList<string> Zones { get; } =
        [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id)
            .Where(id => id == "UTC" || (id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)];
}

/// <summary>One passkey in the list.</summary>
public sealed record PasskeyLine(string Id, string Name, DateTimeOffset AddedAt);

/// <summary>What the profile form sends.</summary>
public sealed record ProfileForm
{
    public string? DisplayName { get; init; }

    public string? Language { get; init; }

    public string? TimeZone { get; init; }

    public string? Theme { get; init; }

    public bool Shortcuts { get; init; }
}

/// <summary>The old password and the new one, twice.</summary>
public sealed record PasswordForm
{
    public string? CurrentPassword { get; init; }

    public string? Password { get; init; }

    public string? PasswordAgain { get; init; }
}
