using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Domain.Ledger;

namespace TakedownCases.Web.Features.Administration;

/// <summary>The acts of administrators, newest first, as the ledger has them.</summary>
public sealed class AdminLog(TakedownDbContext db)
{
    public const int PageSize = 50;

    /// <summary>Entries before a sequence, or the newest.</summary>
    public async Task<AdminLogPage> HandleAsync(long? before, CancellationToken cancellationToken)
    {
        var (scope, lane) = (LedgerStream.Admin.Scope, LedgerStream.Admin.Lane);
        var rows = await db.LedgerEntries.AsNoTracking()
            .Where(row => row.Scope == scope && row.Lane == lane && (before == null || row.Seq < before))
            .OrderByDescending(row => row.Seq).Take(PageSize + 1).ToListAsync(cancellationToken);
        var entries = rows.Take(PageSize).Select(row => CanonicalForm.Read(row.Body)).ToList();
        var ids = entries.SelectMany(People).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(user => ids.Contains(user.Id))
            .ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellationToken);
        return new AdminLogPage(
            [.. entries.Select(entry => Line(entry, names))],
            rows.Count > PageSize ? entries[^1].Seq : null,
            before is not null);
    }

    private static IEnumerable<Guid> People(LedgerEntry entry)
        => new[] { LedgerTag.Actor, LedgerTag.Staff, LedgerTag.SecondStaff }.Select(tag => IdIn(entry, tag)).OfType<Guid>();

    private static AdminLogLine Line(LedgerEntry entry, Dictionary<Guid, string> names)
        => new(
            entry.Seq,
            entry.At,
            entry.Kind,
            NameOf(entry, LedgerTag.Actor, names),
            NameOf(entry, LedgerTag.Staff, names),
            NameOf(entry, LedgerTag.SecondStaff, names),
            IsRule(entry) ? null : TextIn(entry, LedgerTag.From),
            IsRule(entry) ? null : TextIn(entry, LedgerTag.To),
            IsRule(entry) ? $"{TextIn(entry, LedgerTag.Basis)} {TextIn(entry, LedgerTag.BasisVersion)}" : null);

    private static bool IsRule(LedgerEntry entry) => entry.Kind.StartsWith("admin.rule-", StringComparison.Ordinal);

    private static string? NameOf(LedgerEntry entry, ushort tag, Dictionary<Guid, string> names)
        => IdIn(entry, tag) is { } id ? names.GetValueOrDefault(id, id.ToString()) : null;

    private static Guid? IdIn(LedgerEntry entry, ushort tag)
        => Find(entry, tag) is { } field ? new Guid(field.Value.Span, bigEndian: true) : null;

    private static string? TextIn(LedgerEntry entry, ushort tag)
        => Find(entry, tag) is { } field ? System.Text.Encoding.UTF8.GetString(field.Value.Span) : null;

    private static LedgerField? Find(LedgerEntry entry, ushort tag) => entry.Fields.FirstOrDefault(field => field.Tag == tag);
}

/// <summary>A page of acts; <paramref name="Next"/> is where the older ones begin.</summary>
public sealed record AdminLogPage(IReadOnlyList<AdminLogLine> Lines, long? Next, bool IsLater)
{
    private const string Path = "/staff/admin-log";

    /// <summary>The page of older entries; null on the last.</summary>
    public string? Older => Next is { } before ? FormattableString.Invariant($"{Path}?before={before}") : null;

    /// <summary>Back to the newest; null when they are shown.</summary>
    public string? Newest => IsLater ? Path : null;
}

/// <summary>One act: who, about whom, at whose request, from what to what; of a rule, which one and which version.</summary>
public sealed record AdminLogLine(
    long Seq, DateTimeOffset At, string Kind, string? By, string? About, string? Second, string? From, string? To, string? Rule);
