using System.Globalization;

namespace TakedownCases.Web.Tests.Faults;

/// <summary>One filing under load: what was typed, and what its person was told about it.</summary>
internal sealed class LoadedFiling(string lang, bool isMinor, int number)
{
    public string Lang { get; } = lang;

    public bool IsMinor { get; } = isMinor;

    /// <summary>In no other filing, so that one told twice is found.</summary>
    public string Words { get; } = string.Create(CultureInfo.InvariantCulture, $"words of {number}");

    public IReadOnlyList<string> Places { get; } = isMinor
        ? [string.Create(CultureInfo.InvariantCulture, $"https://example.org/{number}")]
        : [string.Create(CultureInfo.InvariantCulture, $"https://example.org/{number}/a"),
            string.Create(CultureInfo.InvariantCulture, $"https://example.com/{number}/b"),
            "#example"];

    /// <summary>The draft's id, which names the filing; known once the check screen stands.</summary>
    public Guid Draft { get; set; }

    /// <summary>How often the line broke while it was being sent.</summary>
    public int Broken { get; set; }

    /// <summary>The line broke and the person went away: nobody knows whether it was filed.</summary>
    public bool IsLeft { get; set; }

    /// <summary>The person was sent to the key page.</summary>
    public bool IsAcknowledged { get; set; }

    public string? Key { get; set; }

    /// <summary>"I have it safe" was begun; what it adds to the case is no part of the filing.</summary>
    public bool IsConfirming { get; set; }

    public long AcknowledgedAt { get; set; }

    public (string Name, string? Value)[] AnswersTo(string step) => step switch
    {
        "Age" => IsMinor ? [("Age", "under")] : [("Age", "adult"), ("Edited", "no")],
        "Today" => [("Today", "no")],
        "Danger" => [("Danger", "no"), ("Threatened", IsMinor ? "yes" : "no"), ("Suicide", "no"), ("Country", IsMinor ? "GB" : "FR")],
        "Where" => [("Where", string.Join('\n', Places))],
        "What" => IsMinor
            ? [("Harms", "Blackmail"), ("AgeRange", "13-15"), ("Words", Words)]
            : [("Harms", "SharedWithoutConsent"), ("Words", Words)],
        "Statement" => [("Signing", "sign"), ("Name", "Ada Example"), ("Signature", "Ada Example")],
        "Contact" => IsMinor
            ? [("FirstAdult", "my aunt"), ("FirstRule", "MayContact"), ("MayTell", "hotline")]
            : [("Channel", "Mail"), ("Mail", "ada@example.org"), ("Recovery", "blue boat")],
        _ => throw new InvalidOperationException($"The form asks {step}, which nobody knows."),
    };
}
