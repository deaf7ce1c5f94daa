using TakedownCases.Data;
using TakedownCases.Data.Notices;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.Notices.Sending;

/// <summary>
/// A person found out what became of a sending that nobody knows about, or that the server refused: it left, or the same
/// bytes go out again. Why is kept.
/// </summary>
public sealed class DecideSending(TakedownDbContext db, NoticeChange change, OutboxAnswers answers)
{
    private const string Left = "left";
    private const string Again = "again";

    public Task<VerbResult> HandleAsync(NoticePath path, NoticeInput input, CancellationToken cancellationToken)
    {
        if (input.Decision is not (Left or Again))
        {
            return Task.FromResult(new VerbResult(VerbStatus.Refused, "decision", nameof(NoticeInput.Decision)));
        }

        var (why, problem) = TypedWords.Read(input.Why, NoticeLimits.PlaceWordsLength, nameof(NoticeInput.Why));
        return problem is not null
            ? Task.FromResult(problem)
            : change.RunAsync(
                path,
                input,
                CaseAction.ApproveNotice,
                async (loaded, by, now) => Decide(
                    loaded,
                    await db.Outbox.FindAsync([loaded.Notice.CaseId, loaded.Notice.Id], cancellationToken),
                    input.Decision == Left,
                    why,
                    by,
                    now),
                cancellationToken);
    }

    private Outcome Decide(LoadedNotice loaded, OutboxItem? item, bool hasLeft, string why, Actor by, DateTimeOffset now)
    {
        var (subject, notice) = loaded;
        if (subject.State == CaseState.Erased || item is null || notice.State != NoticeState.Unknown && (hasLeft || notice.State != NoticeState.Rejected))
        {
            return NoticeVerbRefusals.NotWaiting;
        }

        answers.Decide(loaded, item, hasLeft, why, by, now);
        if (!hasLeft)
        {
            // "Sent again" carries no reason of its own; the note beside it does.
            subject.WriteNote(NoteKind.Operational, $"{notice.Reference.Value}: {why}", by, now);
            subject.EndTasksOf(notice.Id, by, now, TaskKind.UnknownSending, TaskKind.SendingRejected);
        }

        return Outcome.Done;
    }
}
