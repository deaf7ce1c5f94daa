using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Desk;

/// <summary>What stands around a list of the desk, in one query: names of colleagues, and capped counts.</summary>
public sealed class DeskAround(TakedownDbContext db, OverdueList overdue, NoticeList notices, ProposalList proposals)
{
    /// <summary>For the page of escalations: what is overdue and what waits for approval.</summary>
    public async Task<DeskSurroundings> OfEscalationsAsync(
        Viewer viewer, IEnumerable<StaffId> people, CancellationToken cancellationToken)
    {
        var me = viewer.Staff.Value;
        var ids = people.Select(person => person.Value).Append(me).Distinct().ToArray();
        var late = overdue.Ids(viewer).Take(DeskLimits.MostCounted + 1);
        var (drafted, second, form) = (On(viewer, NoticeShelf.Drafted), On(viewer, NoticeShelf.AwaitsSecond), On(viewer, NoticeShelf.ToFile));
        var proposed = proposals.Ids(viewer).Take(DeskLimits.MostCounted + 1);
        var found = await db.Users.AsNoTracking().Where(user => EF.Parameter(ids).Contains(user.Id)).Select(user => new
        {
            user.Id,
            user.DisplayName,
            Overdue = user.Id == me ? late.Count() : 0,
            Drafted = user.Id == me ? drafted.Count() : 0,
            Second = user.Id == me ? second.Count() + proposed.Count() : 0,
            Form = user.Id == me ? form.Count() : 0,
        }).ToListAsync(cancellationToken);
        var own = found.Find(person => person.Id == me);
        return new DeskSurroundings(
            found.ToDictionary(person => new StaffId(person.Id), person => person.DisplayName),
            own?.Overdue ?? 0,
            new Dictionary<NoticeShelf, int>
            {
                [NoticeShelf.Drafted] = own?.Drafted ?? 0,
                [NoticeShelf.AwaitsSecond] = own?.Second ?? 0,
                [NoticeShelf.ToFile] = own?.Form ?? 0,
            });
    }

    /// <summary>For the outbox: how much lies on each shelf.</summary>
    public async Task<IReadOnlyDictionary<NoticeShelf, int>> OfOutboxAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var me = viewer.Staff.Value;
        var (waiting, deferred, sending) = (On(viewer, NoticeShelf.Waiting), On(viewer, NoticeShelf.Deferred), On(viewer, NoticeShelf.Sending));
        var (unknown, rejected) = (On(viewer, NoticeShelf.Unknown), On(viewer, NoticeShelf.Rejected));
        var (stopped, sent) = (On(viewer, NoticeShelf.Stopped), On(viewer, NoticeShelf.Sent));
        var own = await db.Users.AsNoTracking().Where(user => user.Id == me).Select(user => new
        {
            Waiting = waiting.Count(),
            Deferred = deferred.Count(),
            Sending = sending.Count(),
            Unknown = unknown.Count(),
            Rejected = rejected.Count(),
            Stopped = stopped.Count(),
            Sent = sent.Count(),
        }).SingleOrDefaultAsync(cancellationToken);
        return new Dictionary<NoticeShelf, int>
        {
            [NoticeShelf.Waiting] = own?.Waiting ?? 0,
            [NoticeShelf.Deferred] = own?.Deferred ?? 0,
            [NoticeShelf.Sending] = own?.Sending ?? 0,
            [NoticeShelf.Unknown] = own?.Unknown ?? 0,
            [NoticeShelf.Rejected] = own?.Rejected ?? 0,
            [NoticeShelf.Stopped] = own?.Stopped ?? 0,
            [NoticeShelf.Sent] = own?.Sent ?? 0,
        };
    }

    private IQueryable<NoticeId> On(Viewer viewer, NoticeShelf shelf)
        => notices.Ids(viewer, shelf).Take(DeskLimits.MostCounted + 1);
}

/// <summary>Names of colleagues, how much is overdue, and how much waits on each shelf.</summary>
public sealed record DeskSurroundings(
    IReadOnlyDictionary<StaffId, string> Names, int Overdue, IReadOnlyDictionary<NoticeShelf, int> Shelves);
