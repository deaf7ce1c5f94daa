using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;

namespace TakedownCases.Data.Ledger;

/// <summary>The clear columns of a case, as its row says them or as its stream does.</summary>
internal sealed record CaseColumns
{
    public CaseId Id { get; init; }

    public string? Number { get; init; }

    public string? Track { get; init; }

    public string? State { get; init; }

    public string? Severity { get; init; }

    public string? Language { get; init; }

    public string? Country { get; init; }

    public StaffId? Assignee { get; init; }

    public int PlaceCount { get; init; }

    public bool IsUnchecked { get; init; }

    public DateTimeOffset? FiledAt { get; init; }

    public DateTimeOffset? NextDueAt { get; init; }

    public WaitingTimes Waits { get; init; } = WaitingTimes.None;

    public DateTimeOffset? SurvivorWroteAt { get; init; }

    public DateTimeOffset? StaffWroteAt { get; init; }

    public DateTimeOffset? AuthorityCheckedAt { get; init; }

    public DateTimeOffset? ErasureDueAt { get; init; }

    public DateTimeOffset? HotlineToldAt { get; init; }

    /// <summary>The rows of all cases in the order of their ids; the sealed columns stay in the database.</summary>
    public static IQueryable<CaseColumns> Ordered(TakedownDbContext db)
        => db.Cases.OrderBy(takedownCase => takedownCase.Id).Select(OfRow);

    public static Task<CaseColumns?> FindAsync(TakedownDbContext db, CaseId id, CancellationToken cancellationToken)
        => db.Cases.Where(takedownCase => takedownCase.Id == id).Select(OfRow).SingleOrDefaultAsync(cancellationToken);

    private static Expression<Func<TakedownCase, CaseColumns>> OfRow { get; } = row => new CaseColumns
    {
        Id = row.Id,
        Number = row.Number.Value,
        Track = Codes.Of(row.Track),
        State = Codes.Of(row.State),
        Severity = Codes.Of(row.Severity),
        Language = row.Language,
        Country = row.Country,
        Assignee = row.Assignee,
        PlaceCount = row.PlaceCount,
        IsUnchecked = row.IsUnchecked,
        FiledAt = row.FiledAt,
        NextDueAt = row.NextDueAt,
        Waits = row.Waits,
        SurvivorWroteAt = row.SurvivorWroteAt,
        StaffWroteAt = row.StaffWroteAt,
        AuthorityCheckedAt = row.AuthorityCheckedAt,
        ErasureDueAt = row.ErasureDueAt,
        HotlineToldAt = row.HotlineToldAt,
    };

    /// <summary>The columns in which two differ, by their names in the database.</summary>
    public IReadOnlyList<string> DifferencesFrom(CaseColumns other)
    {
        if (this == other with { Id = Id })
        {
            return [];
        }

        (string Name, object? Mine, object? Theirs)[] columns =
        [
            ("number", Number, other.Number),
            ("track", Track, other.Track),
            ("state", State, other.State),
            ("severity", Severity, other.Severity),
            ("language", Language, other.Language),
            ("country", Country, other.Country),
            ("assignee", Assignee, other.Assignee),
            ("place_count", PlaceCount, other.PlaceCount),
            ("is_unchecked", IsUnchecked, other.IsUnchecked),
            ("filed_at", FiledAt, other.FiledAt),
            ("next_due_at", NextDueAt, other.NextDueAt),
            ("waits", Waits, other.Waits),
            ("survivor_wrote_at", SurvivorWroteAt, other.SurvivorWroteAt),
            ("staff_wrote_at", StaffWroteAt, other.StaffWroteAt),
            ("authority_checked_at", AuthorityCheckedAt, other.AuthorityCheckedAt),
            ("erasure_due_at", ErasureDueAt, other.ErasureDueAt),
            ("hotline_told_at", HotlineToldAt, other.HotlineToldAt),
        ];
        return [.. columns.Where(column => !Equals(column.Mine, column.Theirs)).Select(column => column.Name)];
    }
}

/// <summary>What the columns of a case must say, told from its entries one after the other.</summary>
internal sealed class CaseProjection
{
    private static readonly Dictionary<NoticeId, NoticeColumns> None = [];

    private readonly Dictionary<Guid, DateTimeOffset> _running = [];
    private Dictionary<NoticeId, NoticeColumns>? _notices;

    /// <summary>Its notices, as its stream tells of them.</summary>
    public IReadOnlyDictionary<NoticeId, NoticeColumns> Notices => _notices ?? None;

    public CaseColumns Columns { get; private set; } = new();

    public bool Erased { get; private set; }

    public void Apply(LedgerEntry entry)
    {
        Columns = entry.Kind switch
        {
            "case.filed" => Columns with
            {
                Number = Text(entry, LedgerTag.Number),
                Track = Text(entry, LedgerTag.Track),
                State = Codes.Of(CaseState.Filed),
                Severity = Text(entry, LedgerTag.Severity),
                Language = Text(entry, LedgerTag.Language),
                Country = Text(entry, LedgerTag.Country),
                IsUnchecked = entry.Find(LedgerTag.Unchecked) is not null,
                FiledAt = entry.At,
            },
            "place.added" => Columns with { PlaceCount = Columns.PlaceCount + 1 },
            "case.state-changed" => Stand(Text(entry, LedgerTag.To), entry.At),
            "case.withdrawn" => Stand(Codes.Of(CaseState.Withdrawn), entry.At),
            "case.claimed" => Columns with
            {
                Assignee = entry.Find(LedgerTag.Staff) is { } staff ? new StaffId(staff.AsGuid()) : null, IsUnchecked = false,
            },
            "case.accepted" => Columns with { IsUnchecked = false },
            "case.released" => Columns with { Assignee = null },
            "case.severity-changed" => Columns with { Severity = Text(entry, LedgerTag.To) },
            "case.track-changed" => Columns with { Track = Text(entry, LedgerTag.To) },
            "message.written" when Text(entry, LedgerTag.ActorKind) == Codes.Of(ActorKind.Staff)
                => Columns with { StaffWroteAt = entry.At },
            "message.written" or "case.context-added" => Columns with { SurvivorWroteAt = entry.At },
            "case.authority-checked" => Columns with { AuthorityCheckedAt = entry.At },
            "hotline.told" => Columns with { HotlineToldAt = Earlier(Columns.HotlineToldAt, entry.Find(LedgerTag.At)?.AsInstant() ?? entry.At) },
            "erasure.requested" => Columns with { ErasureDueAt = entry.Find(LedgerTag.DueAt)?.AsInstant() },
            "erasure.undone" => Columns with { ErasureDueAt = null },
            "case.erased" => Stand(Codes.Of(CaseState.Erased), entry.At) with { ErasureDueAt = null, Assignee = null },
            _ => Columns,
        };
        Erased |= entry.Kind == "case.erased";
        ApplyClock(entry);
        ApplyNotice(entry);
    }

    private CaseColumns Stand(string? state, DateTimeOffset at) => Columns with
    {
        State = state,
        Waits = state == Codes.Of(CaseState.WaitingForSurvivor) ? Columns.Waits.Begin(at) : Columns.Waits.End(at),
    };

    private void ApplyClock(LedgerEntry entry)
    {
        if (entry.Kind.StartsWith("clock.", StringComparison.Ordinal) && entry.Find(LedgerTag.Clock) is { } clock)
        {
            if (entry.Kind is "clock.started" or "clock.recounted" or "clock.resumed" && entry.Find(LedgerTag.DueAt) is { } due)
            {
                _running[clock.AsGuid()] = due.AsInstant();
            }
            else if (entry.Kind is "clock.met" or "clock.stopped" or "clock.paused")
            {
                _running.Remove(clock.AsGuid());
            }
        }

        if (entry.Kind.StartsWith("clock.", StringComparison.Ordinal) || entry.Kind.StartsWith("case.", StringComparison.Ordinal))
        {
            Columns = Columns with { NextDueAt = _running.Count == 0 || !IsOpen(Columns.State) ? null : _running.Values.Min() };
        }
    }

    private static bool IsOpen(string? state) => Enum.TryParse<CaseState>(state, ignoreCase: true, out var known) && CaseStates.IsOpen(known);

    private void ApplyNotice(LedgerEntry entry)
    {
        if (!entry.Kind.StartsWith("notice.", StringComparison.Ordinal) || entry.Find(LedgerTag.Notice) is not { } notice)
        {
            return;
        }

        var id = new NoticeId(notice.AsGuid());
        if (NoticeColumns.After(Notices.GetValueOrDefault(id), Columns.Id, id, entry) is { } after)
        {
            (_notices ??= [])[id] = after;
        }
    }

    private static string? Text(LedgerEntry entry, ushort tag) => entry.Find(tag)?.AsText();

    private static DateTimeOffset Earlier(DateTimeOffset? known, DateTimeOffset other) => known < other ? known.Value : other;
}
