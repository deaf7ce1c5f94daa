using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.CaseFile.Verbs;

/// <summary>They answered on the telephone, or through whoever stands beside them: it is noted, and the case waits no more.</summary>
public sealed class StopWaiting(CaseChange change, CaseClockBook clocks)
{
    public Task<VerbResult> HandleAsync(string number, CaseInput input, CancellationToken cancellationToken)
    {
        var (text, problem) = TypedWords.Read(input.SaidElsewhere, FilingLimits.WordsLength, nameof(CaseInput.SaidElsewhere));
        return problem is not null
            ? Task.FromResult(problem)
            : change.RunAsync(number, input, CaseAction.WriteMessage, (subject, by, now) => GoOn(subject, text, by, now), cancellationToken);
    }

    private Outcome GoOn(TakedownCase subject, string text, Actor by, DateTimeOffset now)
    {
        if (!subject.IsOpen)
        {
            return CaseRefusals.NotOpen;
        }

        // They may have written here meanwhile: what was said is kept all the same.
        subject.WriteNote(NoteKind.Operational, text, by, now);
        return subject.StopWaiting(clocks.Start, by, now);
    }
}
