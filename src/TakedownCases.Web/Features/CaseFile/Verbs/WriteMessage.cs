using TakedownCases.Domain.Access;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.CaseFile.Verbs;

/// <summary>Writes to the survivor.</summary>
public sealed class WriteMessage(CaseChange change, CaseClockBook clocks)
{
    public Task<VerbResult> HandleAsync(string number, CaseInput input, CancellationToken cancellationToken)
    {
        var (text, problem) = TypedWords.Read(input.Message, FilingLimits.MessageLength, nameof(CaseInput.Message));
        return problem is not null
            ? Task.FromResult(problem)
            : change.RunAsync(
                number,
                input,
                CaseAction.WriteMessage,
                (subject, by, now) => subject.WriteMessage(text, by, clocks.Start, now) is { IsDone: false, Refusal: { } refusal }
                    ? refusal
                    : Outcome.Done,
                cancellationToken);
    }
}
