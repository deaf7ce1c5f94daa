using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TakedownCases.Data.Sql;
using TakedownCases.Domain;
using TakedownCases.Testing;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Tests.Jobs;

namespace TakedownCases.Web.Tests.Hosting;

public sealed class DatabaseClockTests
{
    private readonly ManualTimeProvider _machine = new();
    private TimeSpan _ahead;

    [Fact]
    public async Task It_follows_the_database_and_not_the_machines_own_clock()
    {
        var clock = Clock();
        _ahead = TimeSpan.FromMinutes(3);

        var first = await clock.MeasureAsync(CancellationToken.None);
        var at = clock.GetUtcNow();
        _machine.Set(_machine.GetUtcNow() - TimeSpan.FromDays(1));
        Assert.Equal(at, clock.GetUtcNow());
        _machine.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(at + TimeSpan.FromSeconds(10), clock.GetUtcNow());
        Assert.Equal((TimeSpan.Zero, TimeSpan.FromMinutes(3)), (first.WentBackBy, first.FromMachine));
    }

    [Fact]
    public async Task A_database_clock_that_was_set_back_is_told_once_and_followed()
    {
        var clock = Clock();
        await clock.MeasureAsync(CancellationToken.None);
        _ahead = TimeSpan.FromSeconds(-5);

        var back = await clock.MeasureAsync(CancellationToken.None);

        Assert.Equal(TimeSpan.FromSeconds(5), back.WentBackBy);
        Assert.Equal(_machine.GetUtcNow() - TimeSpan.FromSeconds(5), clock.GetUtcNow());
        Assert.Equal(TimeSpan.Zero, (await clock.MeasureAsync(CancellationToken.None)).WentBackBy);
    }

    [Theory]
    [InlineData(3600)]
    [InlineData(365 * 24 * 3600)]
    public async Task A_database_clock_that_jumps_an_hour_or_a_year_ahead_is_told_once_and_followed(int seconds)
    {
        var clock = Clock();
        await clock.MeasureAsync(CancellationToken.None);
        _ahead = TimeSpan.FromSeconds(seconds);

        var ahead = await clock.MeasureAsync(CancellationToken.None);

        Assert.Equal((_ahead, TimeSpan.Zero), (ahead.WentForwardBy, ahead.WentBackBy));
        Assert.Equal(_machine.GetUtcNow() + _ahead, clock.GetUtcNow());
        Assert.Equal(TimeSpan.Zero, (await clock.MeasureAsync(CancellationToken.None)).WentForwardBy);
    }

    [Theory, DatabaseData]
    public async Task A_step_forward_is_recorded_in_the_ledger_and_an_error(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var keeper = new DatabaseClockKeeper(
            Clock(), app.Services.GetRequiredService<IServiceScopeFactory>(), app.Services.GetRequiredService<ILogger<DatabaseClockKeeper>>());
        await keeper.MeasureAsync(CancellationToken.None);
        _ahead = TimeSpan.FromHours(1);

        await keeper.MeasureAsync(CancellationToken.None);

        Assert.Equal(["system.clock-forwards"], await app.SystemKindsAsync());
        Assert.Contains(app.Logs, line => line.Id.Id == 1043 && line.Level == LogLevel.Error);
    }

    [Theory, DatabaseData]
    public async Task A_step_back_is_recorded_in_the_ledger_and_a_far_clock_is_warned_of(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var keeper = new DatabaseClockKeeper(
            Clock(), app.Services.GetRequiredService<IServiceScopeFactory>(), app.Services.GetRequiredService<ILogger<DatabaseClockKeeper>>());
        await keeper.MeasureAsync(CancellationToken.None);
        Assert.Empty(await app.SystemKindsAsync());
        _ahead = TimeSpan.FromSeconds(-5);

        await keeper.MeasureAsync(CancellationToken.None);

        Assert.Equal(["system.clock-backwards"], await app.SystemKindsAsync());
        Assert.Contains(app.Logs, line => line.Id.Id == 1041 && line.Level == LogLevel.Warning);
        Assert.Equal([], await app.VerifyAsync());
    }

    [Fact]
    public async Task On_PostgreSQL_it_reads_the_servers_clock()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        var clock = DatabaseClock.On(database.AppConnectionString, TimeProvider.System);

        var measured = await clock.MeasureAsync(CancellationToken.None);

        Assert.InRange(measured.FromMachine, TimeSpan.FromSeconds(-2), TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.Zero, (await clock.MeasureAsync(CancellationToken.None)).WentBackBy);
    }

    private DatabaseClock Clock() => new(
        _machine, _ => Task.FromResult(Instants.ToUnixMicroseconds(_machine.GetUtcNow() + _ahead)));
}
