using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Law;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Tests.Deadlines;
using TakedownCases.Domain;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Cases;

/// <summary>
/// The table of dated scenarios through what ships: laws, promises and calendars as data, a case of its track, and both databases.
/// </summary>
public sealed class ScenarioDataTests
{
    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2057, 1, 4, 9, 0, 0, TimeSpan.Zero));

    [Theory, DatabaseData]
    public async Task Every_scenario_comes_out_of_the_database_due_when_it_was_worked_out(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = await TestData.OpenAsync(database, _clock);
        var expected = new Dictionary<NoticeId, Scenario>();
        foreach (var track in Enum.GetValues<Track>())
        {
            var filed = await Samples.FileAsync(
                services, Samples.Request() with { Track = track, Statement = track == Track.Adult ? Samples.Request().Statement : null });
            await Samples.ChangeAsync(services, filed.Id, it => Start(services, it, expected));
        }

        await using var scope = services.CreateAsyncScope();
        var clocks = await scope.ServiceProvider.GetRequiredService<TakedownDbContext>().Clocks.AsNoTracking()
            .Where(clock => clock.Notice != null).ToListAsync();
        Assert.Equal(expected.Count, clocks.Count);
        Assert.All(clocks, clock => Assert.Equal(
            (expected[clock.Notice!.Value].Name, expected[clock.Notice.Value].DueAt, expected[clock.Notice.Value].StartedAt),
            (expected[clock.Notice.Value].Name, (DateTimeOffset?)clock.DueAt, clock.StartedAt)));
    }

    [Fact]
    public void The_shipped_laws_agree_with_the_table()
    {
        using var services = new ServiceCollection().AddTakedownData(DatabaseProvider.Sqlite, "Data Source=:memory:").BuildServiceProvider();
        var bases = services.GetRequiredService<CurrentLaw>().Now.Bases;
        Assert.All(ScenarioLaws.All, law =>
        {
            var shipped = bases.All.Last(basis => basis.Id == law.Key);
            Assert.Equal(
                (law.Key, law.Value.Trigger, law.Value.Duration, law.Value.Zone),
                (shipped.Id, shipped.Trigger, shipped.Duration?.Text, shipped.JurisdictionTimeZone));
            Assert.Equal(law.Value.IsSure && law.Value.Duration is not null, shipped.RunsClocks);
        });
    }

    private static void Start(IServiceProvider services, TakedownCase it, Dictionary<NoticeId, Scenario> expected)
    {
        var book = services.GetRequiredService<CurrentLaw>().Now.Clocks;
        var bases = services.GetRequiredService<CurrentLaw>().Now.Bases;
        var starts = new List<ClockStart>();
        foreach (var scenario in Scenarios.All.Where(scenario => scenario.Track == it.Track))
        {
            var notice = new NoticeId(Guid.CreateVersion7());
            ClockStart[] found = scenario.Law is { } law
                ? [.. book.Legal(law.Trigger, bases.All.Where(basis => basis.Id == scenario.Rule), it, scenario.StartedAt, "sending", notice: notice)]
                : [book.Start(Kind(scenario.Rule), it.Track, scenario.Severity, scenario.StartedAt, scenario.Pauses) with { Notice = notice }];
            Assert.True(found.Length == (scenario.Due is null ? 0 : 1), scenario.Name);
            starts.AddRange(found);
            if (found.Length == 1)
            {
                expected[notice] = scenario;
            }
        }

        Assert.True(it.StartClocks(starts, new DateTimeOffset(2057, 1, 4, 9, 0, 0, TimeSpan.Zero)).IsDone);
    }

    private static ClockKind Kind(string rule) => Enum.Parse<ClockKind>(rule.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
}
