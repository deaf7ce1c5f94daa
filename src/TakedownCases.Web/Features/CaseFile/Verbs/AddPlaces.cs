using TakedownCases.Domain.Access;
using TakedownCases.Data;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Platforms;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.CaseFile.Verbs;

/// <summary>Adds places the survivor told about, one a line.</summary>
public sealed class AddPlaces(CaseChange change, PlaceReader places, CaseClockBook clocks)
{
    public Task<VerbResult> HandleAsync(string number, CaseInput input, CancellationToken cancellationToken)
    {
        var pasted = PastedPlaces.Split(input.NewPlaces ?? "");
        return pasted.Count == 0
            ? Task.FromResult(new VerbResult(VerbStatus.Refused, "empty", nameof(CaseInput.NewPlaces)))
            : change.RunAsync(number, input, CaseAction.AddPlace, (subject, by, now) => Add(subject, pasted, by, now), cancellationToken);
    }

    private Outcome Add(TakedownCase subject, IReadOnlyList<string> pasted, Actor by, DateTimeOffset now)
    {
        var added = subject.AddPlaces([.. pasted.Select(line => places.Read(new TypedPlace(line), now))], clocks.Start, by, now);
        return added.IsDone ? Outcome.Done : added.Refusal;
    }
}
