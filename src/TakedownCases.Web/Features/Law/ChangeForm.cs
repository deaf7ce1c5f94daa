namespace TakedownCases.Web.Features.Law;

/// <summary>What people type to change a rule: fields, or the whole record. Each kind of rule uses some of the fields.</summary>
public sealed record ChangeForm
{
    /// <summary>The button that was pressed: "json" for the whole record; otherwise the fields.</summary>
    public string? Way { get; init; }

    public string? Id { get; init; }

    public string? Version { get; init; }

    public string? InForceFrom { get; init; }

    public string? InForceUntil { get; init; }

    public string? Duration { get; init; }

    public string? Unit { get; init; }

    public string? Status { get; init; }

    public string? Confidence { get; init; }

    public string? Citation { get; init; }

    public string? Authority { get; init; }

    public string? EscalationIfMissed { get; init; }

    /// <summary>Whoever proposes it is legal and reviewed what stands here.</summary>
    public bool Reviewed { get; init; }

    public string? Notes { get; init; }

    public string? CalendarId { get; init; }

    public string? WarnPercents { get; init; }

    public bool PausesWhileWaiting { get; init; }

    public string? HolidaysKnownUntil { get; init; }

    /// <summary>One day a line: the date, a blank, its name.</summary>
    public string? Holidays { get; init; }

    /// <summary>Calendar text that somebody pasted; its days are added.</summary>
    public string? Ics { get; init; }

    public string? Json { get; init; }

    public string? Reason { get; init; }
}
