using TakedownCases.Domain.Access;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.CaseFile.Verbs;

/// <summary>Asks the survivor something and waits for the answer.</summary>
public sealed class AskAndWait(CaseChange change, CaseClockBook clocks)
{
    public Task<VerbResult> HandleAsync(string number, CaseInput input, CancellationToken cancellationToken)
    {
        var (text, problem) = TypedWords.Read(input.Question, FilingLimits.MessageLength, nameof(CaseInput.Question));
        return problem is not null
            ? Task.FromResult(problem)
            : change.RunAsync(number, input, CaseAction.WriteMessage, (subject, by, now) => Ask(subject, text, by, now), cancellationToken);
    }

    private Outcome Ask(TakedownCase subject, string text, Actor by, DateTimeOffset now)
    {
        var isWaiting = subject.State == CaseState.WaitingForSurvivor;
        if (!isWaiting && !CaseStates.MayFollow(subject.State, CaseState.WaitingForSurvivor))
        {
            return CaseRefusals.NotOpen;
        }

        var written = subject.WriteMessage(text, by, clocks.Start, now);
        return !written.IsDone ? written.Refusal : isWaiting ? Outcome.Done : subject.WaitForSurvivor(clocks.Start, by, now);
    }
}
