using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;
using TakedownCases.Web.Tests.Filing;

namespace TakedownCases.Web.Tests.Faults;

/// <summary>What a filing left in every table, counted, without what came after it.</summary>
internal sealed record Shape(
    int Places, string Clocks, string Consents, int Keys, bool HasDetails, bool HasContact, bool HasStatement, long DataKeys,
    long Entries, long Secrets);

/// <summary>
/// Compares each filing with the database: whole means the same rows in every table as the filing of its track that
/// nobody disturbed, its own words, places and key in them, and a case of its own.
/// </summary>
internal sealed class FiledWhole(TestApp app)
{
    private readonly Dictionary<bool, Shape> _whole = [];

    /// <summary>Filings found whole, those not there, and one sentence for each that is neither.</summary>
    public async Task<(int Whole, int Absent, IReadOnlyList<string> Partial)> CompareAsync(Load load)
    {
        var all = (await Filed.AllAsync(app)).ToDictionary(filed => filed.Case.FilingCommand.Value);
        var (whole, absent, partial) = (0, 0, new List<string>());
        foreach (var filing in load.Filings)
        {
            if (!all.Remove(filing.Draft, out var filed))
            {
                absent++;
                if (filing.IsAcknowledged)
                {
                    partial.Add($"{filing.Words}: acknowledged, and not there");
                }

                continue;
            }

            whole++;
            var shape = await ShapeAsync(filed, _whole.GetValueOrDefault(filing.IsMinor));
            _whole.TryAdd(filing.IsMinor, shape);
            partial.AddRange((await FaultsAsync(filing, filed, shape)).Select(fault => $"{filing.Words}: {fault}"));
        }

        partial.AddRange(all.Values.Select(stray => $"{stray.Details.Words}: a case that nobody filed, or filed twice"));
        partial.AddRange(await LooseRowsAsync());
        return (whole, absent, partial);
    }

    private async Task<List<string>> FaultsAsync(LoadedFiling filing, Filed filed, Shape shape)
    {
        List<string> faults = [];
        var expected = _whole[filing.IsMinor];
        if (shape != expected)
        {
            faults.Add($"{shape} instead of {expected}");
        }

        if (filed.Details.Words != filing.Words || filed.Case.Language != filing.Lang
            || filed.Case.Track != (filing.IsMinor ? Track.Minor : Track.Adult))
        {
            faults.Add("says something else than was typed");
        }

        var places = filed.Places.Select(place => place.AsTyped).Order(StringComparer.Ordinal);
        if (!places.SequenceEqual(filing.Places.Order(StringComparer.Ordinal)))
        {
            faults.Add("has other places than were typed");
        }

        var lookup = filing.Key is { } key ? await Filed.LookupAsync(app, key) : null;
        if (lookup is not null && !lookup.SequenceEqual(filed.Case.Keys.Single().Lookup))
        {
            faults.Add("does not open with the key that was shown");
        }

        return faults;
    }

    private async Task<Shape> ShapeAsync(Filed filed, Shape? expected)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        var id = filed.Case.Id;
        var head = await db.LedgerHeads.AsNoTracking().SingleAsync(row => row.Scope == id.Value && row.Lane == LedgerLane.Case);
        var entries = db.LedgerEntries.AsNoTracking().Where(row => row.Scope == id.Value && row.Lane == LedgerLane.Case);
        var until = await entries.OrderBy(row => row.Seq).Select(row => row.Seq).Take(expected is null ? int.MaxValue : (int)expected.Entries)
            .OrderByDescending(seq => seq).FirstAsync();
        return new Shape(
            filed.Case.Places.Count,
            string.Join(' ', filed.Case.Clocks.Select(clock => clock.Kind.ToString()).Order(StringComparer.Ordinal)),
            string.Join(' ', filed.Case.Consents.Select(consent => consent.Action.ToString()).Order(StringComparer.Ordinal)),
            filed.Case.Keys.Count,
            filed.Case.Details is not null,
            filed.Contact is not null,
            filed.Statement is not null,
            await db.CaseDataKeys.CountAsync(row => row.CaseId == id),
            head.Seq < until ? -1 : await entries.CountAsync(row => row.Seq <= until),
            await db.LedgerSecrets.CountAsync(row => row.Scope == id.Value && row.Lane == LedgerLane.Case && row.Seq <= until));
    }

    private async Task<List<string>> LooseRowsAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        var cases = await db.Cases.CountAsync();
        (string Table, int Count)[] counts =
        [
            ("keys of cases", await db.CaseDataKeys.CountAsync()),
            ("ledger heads", await db.LedgerHeads.CountAsync(row => row.Lane == LedgerLane.Case)),
            ("cases with places", await db.Places.Select(place => place.CaseId).Distinct().CountAsync()),
            ("cases with clocks", await db.Clocks.Select(clock => clock.CaseId).Distinct().CountAsync()),
            ("cases with access keys", await db.AccessKeys.Select(key => key.CaseId).Distinct().CountAsync()),
        ];
        return [.. counts.Where(row => row.Count != cases).Select(row => $"{row.Count} {row.Table} for {cases} cases")];
    }
}
