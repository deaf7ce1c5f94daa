using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.Notices.Outcomes;

/// <summary>What somebody told of places.</summary>
public sealed class OutcomeInput : CommandForm
{
    /// <summary>The reference of the notice that was answered; empty where the latest one that names the place counts.</summary>
    public string? Notice { get; set; }

    public List<Guid> Places { get; set; } = [];

    public PlaceState? State { get; set; }

    public OutcomeSource? Source { get; set; }

    /// <summary>Day and time in UTC, yyyy-MM-ddTHH:mm; empty is now.</summary>
    public string? LearnedAt { get; set; }

    public string? Words { get; set; }

    public string? Views { get; set; }

    public string? Reposts { get; set; }
}
