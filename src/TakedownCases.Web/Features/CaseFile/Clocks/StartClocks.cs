using TakedownCases.Data;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.CaseFile.Clocks;

/// <summary>Somebody outside acted, at a time that a person knows: what the law gives from there begins to run.</summary>
public sealed class StartClocks(CaseChange change, CaseClockBook book, ClockActs acts, StaffSession session, TimeProvider clock)
{
    public async Task<VerbResult> HandleAsync(string number, CaseInput input, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(input.StartedAt))
        {
            return new VerbResult(VerbStatus.Refused, "empty", nameof(CaseInput.StartedAt));
        }

        if (TypedTime.Read(input.StartedAt, session.Zone, clock.Now()) is not { } from)
        {
            return new VerbResult(VerbStatus.Refused, "no-such-time", nameof(CaseInput.StartedAt));
        }

        var result = await change.RunAsync(
            number, input, CaseAction.StartClock, (subject, by, now) => Start(subject, input, from, by, now), cancellationToken);
        return result == VerbResult.Refused(NotThen) ? result with { Field = nameof(CaseInput.Basis) }
            : result == VerbResult.Refused(CaseRefusals.NoSuchPlace) ? result with { Field = nameof(CaseInput.Place) }
            : result;
    }

    private Outcome Start(TakedownCase subject, CaseInput input, DateTimeOffset from, Actor by, DateTimeOffset now)
    {
        if (acts.For(subject.Track, from).FirstOrDefault(basis => basis.Id == input.Basis) is not { } chosen)
        {
            return NotThen;
        }

        var place = subject.Places.FirstOrDefault(place => place.Id == new PlaceId(input.Place))?.Id;
        if (place is null && input.Place != Guid.Empty)
        {
            return CaseRefusals.NoSuchPlace;
        }

        return subject.StartClocks(
            [.. book.Legal(chosen.Trigger, [chosen], subject, from, ClockActs.CodeOf(chosen.Trigger), place)], now, by);
    }

    private static Refusal NotThen { get; } = new("clock.not-in-force", "That law had no force then, or is not for this track.");
}
