using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Escalation;

/// <summary>One step of escalation: what happens, for which clocks, when, and what it needs. Data; a ladder checks it.</summary>
public sealed record Rung
{
    /// <summary>Small letters, digits and hyphens; part of the key that makes it happen once, so it is never renamed.</summary>
    public required string Id { get; init; }

    public required RungAction Action { get; init; }

    public required IReadOnlyList<ClockKind> Clocks { get; init; }

    public required RungOffset At { get; init; }

    /// <summary>The severities it is for; null for all.</summary>
    public IReadOnlyList<Severity>? Severities { get; init; }

    /// <summary>
    /// What the place or its platform must be for the rung to exist at all. A rung that does not apply is not climbed and not
    /// skipped: where it applies later, it is climbed then.
    /// </summary>
    public IReadOnlyList<RungCondition> When { get; init; } = [];

    /// <summary>What must hold, beside consent. Telling people here needs nothing.</summary>
    public IReadOnlyList<RungNeed> Needs { get; init; } = [];

    /// <summary>The consent it needs; null for none.</summary>
    public ConsentAction? Consent { get; init; }

    /// <summary>How often again while the clock runs; null for once.</summary>
    public RungRepeat? Repeat { get; init; }

    /// <summary>Whose task it becomes, where it becomes one for a person.</summary>
    public RungTells Tells { get; init; }

    /// <summary>How many people must say yes before anything leaves.</summary>
    public RungApproval Approval { get; init; }

    /// <summary>How many times it can be climbed for one clock.</summary>
    public int Most => Repeat?.Most ?? 1;

    public bool IsFor(ClockKind clock, Severity severity)
        => Clocks.Contains(clock) && (Severities is null || Severities.Contains(severity));

    /// <summary>
    /// Under what it is kept when it is climbed for the <paramref name="time"/>-th time: its id, then "id#2" and so on, so that a
    /// rung that began to repeat later is not climbed anew where it was climbed once.
    /// </summary>
    public string KeyOf(int time) => time == 1 ? Id : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Id}#{time}");

    /// <summary>The rung's id and which time it was, from what is kept.</summary>
    public static (string Id, int Time) OfKey(string key)
    {
        var mark = key.IndexOf('#', StringComparison.Ordinal);
        return mark < 0 ? (key, 1) : (key[..mark], int.Parse(key[(mark + 1)..], System.Globalization.CultureInfo.InvariantCulture));
    }
}
