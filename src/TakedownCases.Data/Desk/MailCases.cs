using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Desk;

/// <summary>Which cases written mails belong to, so that a file is shown to nobody who may not see its case.</summary>
public sealed class MailCases(TakedownDbContext db, CaseStore store)
{
    /// <summary>By Message-ID, for those that are notices of ours; the case is null where it does not exist for the viewer.</summary>
    public async Task<IReadOnlyDictionary<string, MailCase>> OfAsync(
        Viewer viewer, IReadOnlyList<string> messageIds, CancellationToken cancellationToken)
    {
        var visible = store.VisibleTo(viewer);
        var found = await db.Notices.AsNoTracking()
            .Where(notice => notice.MessageId != null && EF.Parameter(messageIds).Contains(notice.MessageId))
            .Select(notice => new
            {
                notice.MessageId,
                notice.CaseId,
                Number = visible.Where(subject => subject.Id == notice.CaseId).Select(subject => (CaseNumber?)subject.Number).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return found.ToDictionary(
            mail => mail.MessageId!,
            mail => new MailCase(mail.Number is null ? null : mail.CaseId, mail.Number),
            StringComparer.Ordinal);
    }
}

/// <summary>The case behind a mail; both null where the viewer may not see it.</summary>
public sealed record MailCase(CaseId? Id, CaseNumber? Number);
