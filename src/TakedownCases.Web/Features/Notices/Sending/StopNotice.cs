using TakedownCases.Data;
using TakedownCases.Data.Notices;
using TakedownCases.Domain.Access;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.Notices.Sending;

/// <summary>A notice that has not left will not leave.</summary>
public sealed class StopNotice(TakedownDbContext db, NoticeChange change, OutboxAnswers answers)
{
    public Task<VerbResult> HandleAsync(NoticePath path, NoticeInput input, CancellationToken cancellationToken)
        => change.RunAsync(
            path,
            input,
            CaseAction.WriteNotice,
            async (loaded, by, now) => answers.Stop(
                loaded, await db.Outbox.FindAsync([loaded.Notice.CaseId, loaded.Notice.Id], cancellationToken), by, now),
            cancellationToken);
}
