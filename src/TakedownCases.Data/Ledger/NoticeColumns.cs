using System.Linq.Expressions;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Domain.Notices;

namespace TakedownCases.Data.Ledger;

/// <summary>The clear columns of a notice that say how far it got, as its row says them or as its case's stream does.</summary>
internal sealed record NoticeColumns(CaseId CaseId, NoticeId Id, string? Kind, string? Platform, string? State, DateTimeOffset? LeftAt)
{
    /// <summary>The rows of all notices, those of one case together, in the order in which cases are read.</summary>
    public static IQueryable<NoticeColumns> Ordered(TakedownDbContext db) => db.Notices.OrderBy(notice => notice.CaseId).Select(OfRow);

    public static IQueryable<NoticeColumns> Of(TakedownDbContext db, CaseId id) => db.Notices.Where(notice => notice.CaseId == id).Select(OfRow);

    /// <summary>The columns in which the rows of a case differ from what its stream told, "notice.COLUMN" each.</summary>
    public static IEnumerable<string> Differences(IReadOnlyCollection<NoticeColumns> rows, IReadOnlyDictionary<NoticeId, NoticeColumns> told)
    {
        if (rows.Count != told.Count)
        {
            yield return "notice";
        }

        foreach (var row in rows)
        {
            if (!told.TryGetValue(row.Id, out var other))
            {
                yield return "notice.id";
                continue;
            }

            (string Name, object? Mine, object? Theirs)[] columns =
                [("kind", row.Kind, other.Kind), ("platform", row.Platform, other.Platform), ("state", row.State, other.State), ("left_at", row.LeftAt, other.LeftAt)];
            foreach (var column in columns.Where(column => !Equals(column.Mine, column.Theirs)))
            {
                yield return "notice." + column.Name;
            }
        }
    }

    /// <summary>What the columns say after an entry about the notice; null before its first.</summary>
    public static NoticeColumns? After(NoticeColumns? before, CaseId caseId, NoticeId id, LedgerEntry entry) => entry.Kind switch
    {
        "notice.drafted" => new NoticeColumns(
            caseId, id, Text(entry, LedgerTag.NoticeKind), Text(entry, LedgerTag.Platform), Codes.Of(NoticeState.Draft), LeftAt: null),
        "notice.changed" => In(before, NoticeState.Draft),
        "notice.proposed" => In(before, NoticeState.AwaitsSecond),
        "notice.approved" or "notice.erased" => before is null ? null : before with { State = Text(entry, LedgerTag.To) },
        "notice.sending" => In(before, NoticeState.Sending),
        "notice.deferred" or "notice.sent-again" => In(before, NoticeState.Queued),
        "notice.rejected" => In(before, NoticeState.Rejected),
        "notice.unknown" => In(before, NoticeState.Unknown),
        "notice.stopped" => In(before, NoticeState.Stopped),
        "notice.sent" => Left(before, NoticeState.Sent, entry),
        "notice.filed" => Left(before, NoticeState.Filed, entry),
        _ => before,
    };

    private static Expression<Func<Notice, NoticeColumns>> OfRow { get; } = row => new NoticeColumns(
        row.CaseId, row.Id, Codes.Of(row.Kind), row.Platform, Codes.Of(row.State), row.LeftAt);

    private static NoticeColumns? In(NoticeColumns? before, NoticeState state) => before is null ? null : before with { State = Codes.Of(state) };

    private static NoticeColumns? Left(NoticeColumns? before, NoticeState state, LedgerEntry entry)
        => before is null ? null : before with { State = Codes.Of(state), LeftAt = entry.Find(LedgerTag.LeftAt)?.AsInstant() };

    private static string? Text(LedgerEntry entry, ushort tag) => entry.Find(tag)?.AsText();
}
