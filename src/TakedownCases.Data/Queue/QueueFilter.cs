using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Queue;

/// <summary>What the queue is narrowed to; null asks for everything.</summary>
public sealed record QueueFilter
{
    public static QueueFilter None { get; } = new();

    public CaseState? State { get; init; }

    public Severity? Severity { get; init; }

    public string? Language { get; init; }

    /// <summary>A platform's id.</summary>
    public string? Platform { get; init; }

    /// <summary>Two capital letters.</summary>
    public string? Country { get; init; }

    /// <summary>The survivor wrote last.</summary>
    public bool WaitingForUs { get; init; }

    internal IQueryable<TakedownCase> Apply(IQueryable<TakedownCase> cases)
    {
        if (State is { } state)
        {
            cases = cases.Where(takedownCase => takedownCase.State == state);
        }

        if (Severity is { } severity)
        {
            cases = cases.Where(takedownCase => takedownCase.Severity == severity);
        }

        if (Language is { } language)
        {
            cases = cases.Where(takedownCase => takedownCase.Language == language);
        }

        if (Country is { } country)
        {
            cases = cases.Where(takedownCase => takedownCase.Country == country);
        }

        if (Platform is { } platform)
        {
            cases = cases.Where(takedownCase => takedownCase.Places.Any(place => place.Platform == platform));
        }

        return WaitingForUs
            ? cases.Where(takedownCase => takedownCase.SurvivorWroteAt != null
                && (takedownCase.StaffWroteAt == null || takedownCase.SurvivorWroteAt > takedownCase.StaffWroteAt))
            : cases;
    }
}
