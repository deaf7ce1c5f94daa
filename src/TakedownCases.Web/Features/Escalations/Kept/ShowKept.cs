using TakedownCases.Data;
using TakedownCases.Data.Desk;
using TakedownCases.Data.Ledger;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Escalations.Kept;

/// <summary>
/// How many of the deadlines that fell due were kept, by week and platform, of the cases that the viewer may see. It names no
/// case; that somebody looked stands in the ledger as with every list.
/// </summary>
public sealed class ShowKept(
    KeptDeadlines deadlines, DeskAround around, BoardTabs tabs, ReadLog log, StaffSession session, DeskWords words, T texts, TimeProvider clock)
{
    private const int MostWeeks = 8;
    private const int MostPlatforms = 12;

    public async Task<KeptPage> HandleAsync(string? platform, CancellationToken cancellationToken)
    {
        var (viewer, zone, now) = (session.Viewer, session.Zone, clock.Now());
        var first = WeekOf(now, zone).AddDays(-7 * (MostWeeks - 1));
        await log.ListAsync(viewer, "escalations.kept", [], cancellationToken);
        var read = await deadlines.ReadAsync(viewer, StartOf(first, zone), KeptDeadlines.MostRead, cancellationToken);

        // Where not all could be read, the week that the last of them falls into is not whole, and is left out, but for this week.
        var isCut = read.Count == KeptDeadlines.MostRead;
        var whole = isCut ? WeekOf(read[^1].DueAt, zone).AddDays(7) : first;
        var from = whole < WeekOf(now, zone) ? whole : WeekOf(now, zone);
        var weeks = Enumerable.Range(0, MostWeeks).Select(number => first.AddDays(7 * number)).Where(week => week >= from).ToList();
        var rows = Rows(read.Where(one => WeekOf(one.DueAt, zone) >= from), weeks, zone);
        var all = new KeptRow("", texts["escalations.kept.all"], [.. weeks.Select((_, number) => rows.Aggregate(KeptCount.None, (sum, row) => sum + row.Weeks[number]))]);
        var shown = rows.Find(row => row.Platform == platform) ?? all;
        return new KeptPage(
            tabs.Of(await around.OfEscalationsAsync(viewer, [], cancellationToken), current: null),
            weeks,
            rows,
            shown,
            shown == all ? null : shown.Platform,
            KeptChart.Upright([.. weeks.Select((week, number) => (Short(week), shown.Weeks[number], Of(shown.Weeks[number])))]),
            KeptChart.Lying([.. rows.Take(MostPlatforms).Select(row => (row.Name, row.All, Brief(row.All)))]),
            isCut,
            now);
    }

    /// <summary>A share in words: percent of many, and of few how many of how many.</summary>
    public string Share(KeptCount count) => count switch
    {
        { Due: 0 } => texts["escalations.kept.none"],
        { IsFew: true } => texts["escalations.kept.few", ("kept", texts.Number(count.Kept)), ("due", texts.Number(count.Due))],
        _ => texts["escalations.kept.share", ("share", texts.Number(count.Share)), ("kept", texts.Number(count.Kept)), ("due", texts.Number(count.Due))],
    };

    private string Brief(KeptCount count) => count.IsFew ? Share(count) : texts["escalations.kept.percent", ("share", texts.Number(count.Share))];

    private string Of(KeptCount count) => count.Due == 0 ? "0" : $"{texts.Number(count.Kept)}/{texts.Number(count.Due)}";

    private string Short(DateOnly week) => week.ToString("d MMM", texts.Language.Culture);

    private List<KeptRow> Rows(IEnumerable<KeptDeadline> deadlines, List<DateOnly> weeks, TimeZoneInfo zone)
        => [.. deadlines.GroupBy(one => one.Platform ?? OverdueFilter.Ours, StringComparer.Ordinal)
            .Select(group =>
            {
                var counts = weeks.ToDictionary(week => week, _ => KeptCount.None);
                foreach (var one in group)
                {
                    var week = WeekOf(one.DueAt, zone);
                    counts[week] = counts[week].With(one.Kept);
                }

                return new KeptRow(group.Key, words.Platform(group.Key), [.. weeks.Select(week => counts[week])]);
            })
            .OrderByDescending(row => row.Platform == OverdueFilter.Ours).ThenByDescending(row => row.All.Due)
            .ThenBy(row => row.Name, StringComparer.CurrentCultureIgnoreCase)];

    // Weeks begin on Monday, where the reader is.
    private static DateOnly WeekOf(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }

    private static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);

        // A midnight that clocks skip: an hour earlier is early enough, for the week of each deadline is looked at again.
        return new DateTimeOffset(midnight, zone.GetUtcOffset(zone.IsInvalidTime(midnight) ? midnight.AddHours(-1) : midnight)).ToUniversalTime();
    }
}
