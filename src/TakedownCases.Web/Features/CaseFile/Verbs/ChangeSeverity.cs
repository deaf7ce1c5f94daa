using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.CaseFile.Verbs;

/// <summary>Changes how soon a person must look.</summary>
public sealed class ChangeSeverity(CaseChange change, CaseClockBook clocks)
{
    public Task<VerbResult> HandleAsync(string number, CaseInput input, CancellationToken cancellationToken)
        => input.Severity is not { } severity || !Enum.IsDefined(severity)
            ? Task.FromResult(VerbResult.Incomplete)
            : change.RunAsync(
                number,
                input,
                CaseAction.ChangeSeverity,
                (subject, by, now) => subject.ChangeSeverity(severity, clocks.Start, by, now),
                cancellationToken);
}
