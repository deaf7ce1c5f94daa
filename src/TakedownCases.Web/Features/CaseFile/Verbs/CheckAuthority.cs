using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.CaseFile.Verbs;

/// <summary>Says why a representative may speak for the survivor (practice P7).</summary>
public sealed class CheckAuthority(CaseChange change)
{
    public Task<VerbResult> HandleAsync(string number, CaseInput input, CancellationToken cancellationToken)
    {
        var (text, problem) = TypedWords.Read(input.Authority, FilingLimits.WordsLength, nameof(CaseInput.Authority));
        return problem is not null
            ? Task.FromResult(problem)
            : change.RunAsync(
                number,
                input,
                CaseAction.CheckAuthority,
                (subject, by, now) => subject.State == CaseState.Erased ? CaseRefusals.NotOpen : subject.CheckAuthority(text, by, now),
                cancellationToken);
    }
}
