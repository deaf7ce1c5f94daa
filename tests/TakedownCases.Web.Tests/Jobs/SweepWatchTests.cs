using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Jobs;
using TakedownCases.Web.Mail;
using TakedownCases.Web.Tests.Queue;
using TakedownCases.Web.Tests.Telling;

namespace TakedownCases.Web.Tests.Jobs;

/// <summary>Lateness is measured from what waits, not only from what ran, and told where people look.</summary>
public sealed class SweepWatchTests
{
    [Theory, DatabaseData]
    public async Task What_is_due_and_not_done_counts_as_late_though_the_heartbeat_is_fresh(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, JobWorld.Unscheduled);
        await app.FileAsync();
        await Task.WhenAll(JobTable.All.Select(app.SweepAsync));
        var first = await app.ReadAsync(db => Task.FromResult(db.Clocks.Min(clock => clock.NextAt)!.Value));
        app.Clock.Set(first - TimeSpan.FromSeconds(30));
        await Task.WhenAll(JobTable.All.Select(app.SweepAsync));

        app.Clock.Set(first + TimeSpan.FromSeconds(20));
        Assert.Equal((SweepTrouble.None, 1, TimeSpan.FromSeconds(20)), await StandingAsync(app));
        app.Clock.Set(first + JobTable.Clocks.MostLate + TimeSpan.FromSeconds(1));
        using var visitor = app.NewSession();
        await app.BeatWithoutWorkAsync(JobTable.Clocks);

        Assert.Equal((SweepTrouble.Behind, 1, TimeSpan.FromSeconds(61)), await StandingAsync(app));
        var health = await visitor.GetAsync("/health/jobs");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.Status);
        Assert.Contains("clocks: behind, last run 2027-", health.Body, StringComparison.Ordinal);
        Assert.Contains(", late 61 s\n", health.Body, StringComparison.Ordinal);
        await app.SweepAsync(JobTable.Clocks);
        await app.SweepAsync(JobTable.Clocks);
        Assert.Equal((SweepTrouble.None, 0, TimeSpan.Zero), await StandingAsync(app));
    }

    [Theory, DatabaseData]
    public async Task A_mail_server_that_only_puts_off_is_told_as_late_until_it_takes_something(DatabaseKind kind)
    {
        var server = new Moody();
        await using var app = await TestApp.StartAsync(kind, Pages(services =>
        {
            services.RemoveAll<INoticeTransport>();
            services.AddSingleton<INoticeTransport>(server);
        }));
        var me = await TestStaff.CreateAsync(app);
        await app.LateAsync(await app.HeldAsync(me));
        var notice = await NoticeJourneyTests.FileAsync(app);
        await NoticeJourneyTests.ApproveAsync(app, notice);
        await SweepForAsync(app, TimeSpan.FromMinutes(14));
        Assert.Equal([], await LateAsync(app));
        await SweepForAsync(app, TimeSpan.FromMinutes(2));

        Assert.Equal(["sending", "telling"], await LateAsync(app));
        using var boss = await SignedIn.AsAsync(app, StaffRole.Supervisor);
        var page = await boss.OpenAsync("/staff/background");
        Assert.True(page.Document.QuerySelectorAll("tbody tr").Count(row => row.TextContent.Contains("Server takes nothing", StringComparison.Ordinal)) == 2, page.Text + string.Join('\n', app.Logs.Where(line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Error).Select(line => line.Everything)));
        Assert.Contains("The mail server takes nothing at the moment: notices to platforms, mails to staff wait.", page.Find(".banner").TextContent, StringComparison.Ordinal);
        server.Says = SendState.Accepted;
        await SweepForAsync(app, TimeSpan.FromMinutes(20));
        Assert.Equal([], await LateAsync(app));

        // Mails to staff and notices are told apart: each has its own sweep.
        server.Says = SendState.Deferred;
        await app.LateAsync(await app.HeldAsync(me));
        await SweepForAsync(app, TimeSpan.FromMinutes(16));
        Assert.Equal(["telling"], await LateAsync(app));
    }

    [Theory, DatabaseData]
    public async Task The_page_is_for_administrators_and_supervisors_and_counts_only_for_whom_nothing_is_hidden(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, Pages());
        await app.FileAsync(Track.Minor);
        app.Clock.Advance(TimeSpan.FromDays(3));
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            using var session = await SignedIn.AsAsync(app, role);
            var page = await session.GetAsync("/staff/background");
            Assert.Equal(role is StaffRole.Admin or StaffRole.Supervisor ? HttpStatusCode.OK : HttpStatusCode.Forbidden, page.Status);
        }

        using var cleared = SignedIn.As(app, await SignedIn.HireAsync(app, StaffRole.Supervisor, cleared: true));
        using var uncleared = SignedIn.As(app, await SignedIn.HireAsync(app, StaffRole.Supervisor));
        var (with, without) = (Waiting(await cleared.OpenAsync("/staff/background")), Waiting(await uncleared.OpenAsync("/staff/background")));
        Assert.Matches("^[0-9]+ since", with);
        Assert.Matches("^since", without);
    }

    [Fact]
    public async Task Whoever_may_look_closer_gets_the_way_from_the_banner()
    {
        await using var app = await TestApp.StartAsync(options: Pages());
        _ = app.Services.GetRequiredService<SweepWatch>();
        app.Clock.Advance(TimeSpan.FromHours(1));
        using var boss = await SignedIn.AsAsync(app, StaffRole.Supervisor);
        using var legal = await SignedIn.AsAsync(app, StaffRole.Legal);

        Assert.Equal("/staff/background", (await boss.OpenAsync("/staff/outbox")).Find(".banner a").GetAttribute("href"));
        var page = await legal.OpenAsync("/staff/outbox");
        Assert.Contains("deadlines", page.Find(".banner").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll(".banner a"));
    }

    [Fact]
    public async Task Metrics_say_how_far_behind_a_sweep_is_also_when_it_breaks_off()
    {
        var heard = new ConcurrentDictionary<string, double>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, ears) =>
        {
            if (instrument.Meter.Name == TakedownMetrics.MeterName && instrument.Name.StartsWith("takedown.sweep_", StringComparison.Ordinal))
            {
                ears.EnableMeasurementEvents(instrument);
            }
        };
        void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
            => heard[$"{instrument.Name} {tags[0].Value}"] = value;
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.Start();
        await using var app = await TestApp.StartAsync(options: new TestAppOptions
        {
            Services = services =>
            {
                SchedulerTests.Unscheduled(services);
                services.AddScoped<StuckSweep>();
            },
        });

        Assert.False(await app.SweepAsync(JobTable.Clocks with { Id = "stuck", Sweep = typeof(StuckSweep) }));

        Assert.Equal((90, 7, 1), (heard["takedown.sweep_behind stuck"], heard["takedown.sweep_waiting stuck"], heard["takedown.sweep_late stuck"]));
    }

    private static TestAppOptions Pages(Action<IServiceCollection>? more = null) => TellingHouse.Options(services: services =>
    {
        SignedIn.Options().Services!(services);
        more?.Invoke(services);
    });

    private static async Task SweepForAsync(TestApp app, TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += JobTable.Telling.Every)
        {
            app.Clock.Advance(JobTable.Telling.Every);
            foreach (var job in JobTable.All)
            {
                Assert.True(await app.SweepAsync(job));
            }
        }
    }

    private static string Waiting(WebPage page)
        => string.Join(' ', page.Find("tbody tr").QuerySelectorAll("td")[3].TextContent.Replace("Waiting now", "", StringComparison.Ordinal)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<List<string>> LateAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var all = await scope.ServiceProvider.GetRequiredService<SweepWatch>().ReadAllAsync(scope.ServiceProvider, CancellationToken.None);
        Assert.All(all.Where(standing => standing.Trouble != SweepTrouble.None), standing => Assert.Equal(SweepTrouble.Deferred, standing.Trouble));
        return [.. all.Where(standing => standing.Trouble != SweepTrouble.None).Select(standing => standing.Sweep)];
    }

    private static async Task<(SweepTrouble, int, TimeSpan)> StandingAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var standing = await scope.ServiceProvider.GetRequiredService<SweepWatch>().ReadAsync(scope.ServiceProvider, JobTable.Clocks, CancellationToken.None);
        return (standing.Trouble, standing.Waiting, standing.Late);
    }

    private sealed class Moody : INoticeTransport
    {
        public SendState Says { get; set; } = SendState.Deferred;

        public Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken) => Task.FromResult(SendResult.Own(Says, "As the test says."));
    }

    private sealed class StuckSweep(TimeProvider clock) : Sweep
    {
        public override Task<SweepResult> RunAsync(CancellationToken cancellationToken) => throw new InvalidOperationException(JobWorld.Canary);

        public override Task<Data.Jobs.Backlog> WaitingAsync(CancellationToken cancellationToken)
            => Task.FromResult(new Data.Jobs.Backlog(7, clock.GetUtcNow() - TimeSpan.FromSeconds(90)));
    }
}
