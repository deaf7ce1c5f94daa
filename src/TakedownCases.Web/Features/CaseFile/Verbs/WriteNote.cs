using TakedownCases.Domain.Access;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared.Cases;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.CaseFile.Verbs;

/// <summary>Writes a note of staff; who may write which kind follows who may read it (practice P22).</summary>
public sealed class WriteNote(CaseChange change, StaffSession session)
{
    public Task<VerbResult> HandleAsync(string number, CaseInput input, CancellationToken cancellationToken)
    {
        var viewer = session.Viewer;
        if (input.NoteKind is not { } kind || !NoteReaders.MayWrite(viewer, kind))
        {
            return Task.FromResult(VerbResult.Incomplete);
        }

        var (text, problem) = TypedWords.Read(input.Note, FilingLimits.WordsLength, nameof(CaseInput.Note));
        return problem is not null
            ? Task.FromResult(problem)
            : change.RunAsync(number, input, CaseAction.WriteNote, (subject, by, now) => Write(subject, kind, text, by, now), cancellationToken);
    }

    private static Outcome Write(TakedownCase subject, NoteKind kind, string text, Actor by, DateTimeOffset now)
    {
        if (subject.State == CaseState.Erased)
        {
            return CaseRefusals.NotOpen;
        }

        subject.WriteNote(kind, text, by, now);
        return Outcome.Done;
    }
}
