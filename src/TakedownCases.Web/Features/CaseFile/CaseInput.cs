using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.CaseFile.Clocks;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.CaseFile;

/// <summary>What the forms of a case page can carry; each form uses a few of these.</summary>
public sealed class CaseInput : CommandForm
{
    public string? Message { get; set; }

    public string? Question { get; set; }

    public string? SaidElsewhere { get; set; }

    public string? Note { get; set; }

    public NoteKind? NoteKind { get; set; }

    public Guid Place { get; set; }

    public string? Platform { get; set; }

    public string? NewPlaces { get; set; }

    public Severity? Severity { get; set; }

    public string? AdultReason { get; set; }

    public string? Authority { get; set; }

    public Guid? Colleague { get; set; }

    public string? Answer { get; set; }

    public string? LookReason { get; set; }

    /// <summary>Id of the law under which somebody outside acted.</summary>
    public string? Basis { get; set; }

    public string? StartedAt { get; set; }

    public string? LastDay { get; set; }

    public string? Citation { get; set; }

    /// <summary>How a clock ends by word: what it waited for has happened, or nobody waits any more.</summary>
    public ClockEnding? Ending { get; set; }

    public string? EndWords { get; set; }

    /// <summary>Somebody is sure that nobody waits any more.</summary>
    public bool Sure { get; set; }

    public string? Purpose { get; set; }

    /// <summary>Where to go on to once the purpose is said.</summary>
    public string? Back { get; set; }
}
