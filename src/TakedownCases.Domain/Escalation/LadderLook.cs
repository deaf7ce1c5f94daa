using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Escalation;

/// <summary>Tells a clock, as it starts, when its ladder first has something to say, so that no sweep looks before.</summary>
public static class LadderLook
{
    public static FirstLook For(LadderBook ladders) => (track, severity, start, calendar, pauses) =>
    {
        var clock = new ClockFacts
        {
            Id = default, Kind = start.Kind, Basis = start.Basis, StartedAt = start.StartedAt, DueAt = start.DueAt, Calendar = calendar,
            Pauses = pauses,
        };
        return ladders.For(track).Rungs.Where(rung => rung.IsFor(start.Kind, severity))
            .Min(rung => (DateTimeOffset?)EscalationPlanner.TimeOf(rung, clock));
    };
}
