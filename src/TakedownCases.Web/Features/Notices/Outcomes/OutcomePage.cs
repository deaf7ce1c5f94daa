using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Features.Notices.Outcomes;

/// <summary>The form on which it is recorded how places stand, by whose word.</summary>
public sealed record OutcomePage
{
    public required string Number { get; init; }

    public required Track Track { get; init; }

    /// <summary>The notice that was answered, where the page was opened from one.</summary>
    public string? Notice { get; init; }

    public required IReadOnlyList<OutcomeLine> Places { get; init; }

    /// <summary>What can be said of at least one of the places, in the order of <see cref="PlaceStates.Outcomes"/>.</summary>
    public IEnumerable<PlaceState> States
        => PlaceStates.Outcomes.Where(state => Places.Any(place => PlaceStates.MayBecome(place.State, state)));

    public required IReadOnlyList<OutcomeSource> Sources { get; init; }

    public required OutcomeInput Input { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>In which zone a time is typed.</summary>
    public required string Zone { get; init; }

    public string Back => Notice is null ? $"/staff/cases/{Number}/places" : $"{NoticePath.List(Number)}/{Notice}";

    public Guid NextCommand() => CommandId.New(Now).Value;
}

/// <summary>A place whose outcome may be recorded; <paramref name="MayLook"/>: a second person agreed that it is opened.</summary>
public sealed record OutcomeLine(Guid Id, int Ordinal, PlaceState State, string? Platform, string? Address, bool MayLook);
