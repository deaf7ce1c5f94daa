using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.CaseFile.Clocks;

/// <summary>A person says that what a clock waits for has happened, or that nobody waits for it any more.</summary>
public sealed class EndClock(CaseChange change)
{
    public Task<VerbResult> HandleAsync(string number, Guid id, CaseInput input, CancellationToken cancellationToken)
        => change.RunAsync(
            number,
            input,
            CaseAction.StartClock,
            (subject, by, now) => subject.EndClock(new ClockId(id), input.Met, by, now),
            cancellationToken);
}
