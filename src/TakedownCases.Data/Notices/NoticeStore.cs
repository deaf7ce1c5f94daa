using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;

namespace TakedownCases.Data.Notices;

/// <summary>Finds notices through their case's access filter and loads one for a change, its stream's head first.</summary>
public sealed class NoticeStore(TakedownDbContext db, CaseStore cases)
{
    /// <summary>The notice and its case for a change by staff; null where either does not exist for them.</summary>
    public async Task<LoadedNotice?> LoadAsync(
        Viewer viewer, CaseNumber number, NoticeReference reference, CancellationToken cancellationToken)
        => await cases.LoadAsync(viewer, number, cancellationToken) is { } takedownCase
            && await db.Notices.Include(notice => notice.Places).SingleOrDefaultAsync(
                notice => notice.CaseId == takedownCase.Id && notice.Reference == reference, cancellationToken) is { } notice
            ? new LoadedNotice(takedownCase, notice)
            : null;

    /// <summary>A notice of a case that a page has already opened; untracked.</summary>
    public Task<Notice?> FindAsync(CaseId caseId, NoticeReference reference, CancellationToken cancellationToken)
        => db.Notices.AsNoTracking().Include(notice => notice.Places)
            .SingleOrDefaultAsync(notice => notice.CaseId == caseId && notice.Reference == reference, cancellationToken);

    /// <summary>The same for a sweep, who needs no filter.</summary>
    public async Task<LoadedNotice?> LoadAsync(CaseId caseId, NoticeId id, CancellationToken cancellationToken)
        => await cases.LoadAsync(caseId, cancellationToken) is { } takedownCase
            ? await WithAsync(takedownCase, id, cancellationToken)
            : null;

    /// <summary>The notices of a case that a page has already opened, newest first; untracked.</summary>
    public Task<List<Notice>> ListAsync(CaseId caseId, CancellationToken cancellationToken)
        => db.Notices.AsNoTracking().Include(notice => notice.Places).Where(notice => notice.CaseId == caseId)
            .OrderByDescending(notice => notice.CreatedAt).ThenByDescending(notice => notice.Id).ToListAsync(cancellationToken);

    /// <summary>What is being written to a platform about a case and has not left, oldest first.</summary>
    public Task<List<NoticeReference>> UnsentAsync(CaseId caseId, string platform, CancellationToken cancellationToken)
        => db.Notices.AsNoTracking()
            .Where(notice => notice.CaseId == caseId && notice.Platform == platform && EF.Parameter(NoticeStates.Stoppable).Contains(notice.State))
            .OrderBy(notice => notice.CreatedAt).Select(notice => notice.Reference).ToListAsync(cancellationToken);

    /// <summary>Whether anything of ours was ever handed to this recipient: the first time needs two people.</summary>
    public Task<bool> IsKnownAsync(byte[] recipientIndex, CancellationToken cancellationToken)
        => db.Notices.AnyAsync(notice => notice.RecipientIndex == recipientIndex && notice.LeftAt != null, cancellationToken);

    private async Task<LoadedNotice?> WithAsync(TakedownCase takedownCase, NoticeId id, CancellationToken cancellationToken)
    {
        var notice = await db.Notices.Include(notice => notice.Places)
            .SingleOrDefaultAsync(notice => notice.CaseId == takedownCase.Id && notice.Id == id, cancellationToken);
        return notice is null ? null : new LoadedNotice(takedownCase, notice);
    }
}

/// <summary>A notice beside its case, both on one stream.</summary>
public sealed record LoadedNotice(TakedownCase Case, Notice Notice);
