using Microsoft.EntityFrameworkCore;
using TakedownCases.Data.Notices;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;

namespace TakedownCases.Data.Desk;

/// <summary>
/// Notices by where they wait. Whoever sees every case reads along the index of the state; an advocate from the cases they
/// hold. An administrator gets counts and never a row.
/// </summary>
public sealed class NoticeList(TakedownDbContext db, CaseStore store, TimeProvider clock)
{
    /// <summary>Drafts and what waits for a person before it is frozen or filed.</summary>
    public static IReadOnlyList<NoticeShelf> ForApproval { get; } = [NoticeShelf.Drafted, NoticeShelf.AwaitsSecond, NoticeShelf.ToFile];

    /// <summary>The parts of the outbox.</summary>
    public static IReadOnlyList<NoticeShelf> Outbox { get; } = [.. Enum.GetValues<NoticeShelf>().Except(ForApproval)];

    public async Task<DeskSlice<NoticeRow>> ReadAsync(
        Viewer viewer, NoticeShelf shelf, DeskCursor? cursor, bool backwards, CancellationToken cancellationToken)
    {
        backwards &= cursor is not null;
        var rows = await Rows(viewer, shelf, cursor, backwards).ToListAsync(cancellationToken);
        return DeskLimits.Page(rows, row => new DeskCursor(row.CreatedAt, row.Id.Value), cursor, backwards);
    }

    /// <summary>The query behind a page. What is over is read from its newest end, what waits from its oldest.</summary>
    public IQueryable<NoticeRow> Rows(Viewer viewer, NoticeShelf shelf, DeskCursor? cursor, bool backwards)
    {
        var descending = backwards != (shelf is NoticeShelf.Stopped or NoticeShelf.Sent);
        var visible = CasePermissions.SeesAll(viewer.Role) ? store.VisibleTo(viewer) : store.VisibleTo(viewer).HeldBy(viewer.Staff);
        return Drawn(Ordered(From(On(shelf, visible), cursor, descending), descending).Take(DeskLimits.PageSize + 1));
    }

    /// <summary>
    /// The ids on a shelf, for a count. For an administrator too, who counts on the tracks they are cleared for.
    /// </summary>
    public IQueryable<NoticeId> Ids(Viewer viewer, NoticeShelf shelf) => On(shelf, Counted(viewer)).Select(found => found.Notice.Id);

    private IQueryable<TakedownCase> Counted(Viewer viewer)
    {
        if (viewer.Role != StaffRole.Admin)
        {
            return CasePermissions.SeesAll(viewer.Role) ? store.VisibleTo(viewer) : store.VisibleTo(viewer).HeldBy(viewer.Staff);
        }

        var me = viewer.Staff;
        var cases = db.Cases.AsNoTracking().Where(takedownCase => !takedownCase.Recusals.Any(recusal => recusal.Staff == me));
        return viewer.ClearedForMinors ? cases : cases.Where(takedownCase => takedownCase.Track == Track.Adult);
    }

    private IQueryable<Found> On(NoticeShelf shelf, IQueryable<TakedownCase> cases)
    {
        var now = clock.Now();
        var state = StateOf(shelf);
        var found = db.Notices.AsNoTracking().Where(notice => notice.State == state)
            .Join(cases, notice => notice.CaseId, subject => subject.Id, (notice, subject) => new Found { Notice = notice, Case = subject });
        return shelf switch
        {
            NoticeShelf.Waiting => found.Where(one => db.Outbox.Any(item => item.CaseId == one.Notice.CaseId
                && item.Notice == one.Notice.Id && item.NextAt <= now)),
            NoticeShelf.Deferred => found.Where(one => db.Outbox.Any(item => item.CaseId == one.Notice.CaseId
                && item.Notice == one.Notice.Id && item.NextAt > now)),
            _ => found,
        };
    }

    private static NoticeState StateOf(NoticeShelf shelf) => shelf switch
    {
        NoticeShelf.Drafted => NoticeState.Draft,
        NoticeShelf.AwaitsSecond => NoticeState.AwaitsSecond,
        NoticeShelf.ToFile => NoticeState.ToFile,
        NoticeShelf.Waiting or NoticeShelf.Deferred => NoticeState.Queued,
        NoticeShelf.Sending => NoticeState.Sending,
        NoticeShelf.Unknown => NoticeState.Unknown,
        NoticeShelf.Rejected => NoticeState.Rejected,
        NoticeShelf.Stopped => NoticeState.Stopped,
        NoticeShelf.Sent => NoticeState.Sent,
        _ => throw new ArgumentOutOfRangeException(nameof(shelf)),
    };

    private static IQueryable<Found> From(IQueryable<Found> notices, DeskCursor? cursor, bool descending)
    {
        if (cursor is not { At: var at, Id: var guid })
        {
            return notices;
        }

        var id = new NoticeId(guid);
        return descending
            ? notices.Where(found => found.Notice.CreatedAt <= at && (found.Notice.CreatedAt < at || found.Notice.Id < id))
            : notices.Where(found => found.Notice.CreatedAt >= at && (found.Notice.CreatedAt > at || found.Notice.Id > id));
    }

    private static IQueryable<Found> Ordered(IQueryable<Found> notices, bool descending) => descending
        ? notices.OrderByDescending(found => found.Notice.CreatedAt).ThenByDescending(found => found.Notice.Id)
        : notices.OrderBy(found => found.Notice.CreatedAt).ThenBy(found => found.Notice.Id);

    private IQueryable<NoticeRow> Drawn(IQueryable<Found> notices) => notices.Select(found => new NoticeRow
    {
        Id = found.Notice.Id,
        CaseId = found.Case.Id,
        Number = found.Case.Number,
        Track = found.Case.Track,
        Severity = found.Case.Severity,
        Kind = found.Notice.Kind,
        State = found.Notice.State,
        Reference = found.Notice.Reference,
        Platform = found.Notice.Platform,
        Channel = found.Notice.ChannelKind,
        CreatedAt = found.Notice.CreatedAt,
        LeftAt = found.Notice.LeftAt,
        StoppedBecause = found.Notice.StoppedBecause,
        ComposedBy = found.Notice.ComposedBy,
        PlaceCount = found.Notice.Places.Count,
        NextAt = db.Outbox.Where(item => item.CaseId == found.Notice.CaseId && item.Notice == found.Notice.Id)
            .Select(item => item.NextAt).FirstOrDefault(),
        Attempts = db.Outbox.Where(item => item.CaseId == found.Notice.CaseId && item.Notice == found.Notice.Id)
            .Select(item => item.Attempts).FirstOrDefault(),
    });

    private sealed class Found
    {
        public required Notice Notice { get; init; }

        public required TakedownCase Case { get; init; }
    }
}
