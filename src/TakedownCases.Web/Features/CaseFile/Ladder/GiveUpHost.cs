using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.CaseFile.Ladder;

/// <summary>Nobody can find out who hosts a site: what was tried becomes a note of the case, and nobody is asked any more.</summary>
public sealed class GiveUpHost(CaseChange change)
{
    public Task<VerbResult> HandleAsync(string number, SiteInput input, CancellationToken cancellationToken)
    {
        var (words, problem) = TypedWords.Read(input.NotFound, FilingLimits.WordsLength, nameof(SiteInput.NotFound));
        return problem is not null
            ? Task.FromResult(problem)
            : change.RunAsync(number, input, CaseAction.CheckPlace, (subject, by, now) => GiveUp(subject, input, words, by, now), cancellationToken);
    }

    private static Outcome GiveUp(TakedownCase subject, SiteInput input, string words, Actor by, DateTimeOffset now)
    {
        var done = subject.GiveUpHost(new PlaceId(input.Place), by, now);
        if (done.IsDone)
        {
            subject.WriteNote(NoteKind.Operational, words, by, now);
        }

        return done;
    }
}
