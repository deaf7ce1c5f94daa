using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using TakedownCases.Data;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Jobs;

/// <summary>
/// The scheduler of the full stack. Hangfire only says when: a sweep takes no arguments and keeps no state, so a lost, late
/// or doubled run of Hangfire's costs nothing. Its tables live in a schema of their own (docs/operations.md).
/// </summary>
internal static class Scheduler
{
    private const string Schema = "hangfire";

    private const string Dashboard = "/jobs";

    public static IServiceCollection AddScheduler(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHangfire(hangfire =>
        {
            hangfire.SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
                .UseSimpleAssemblyNameTypeSerializer()
                .UseRecommendedSerializerSettings();
            if (configuration.GetValue("Database:Provider", DatabaseProvider.Sqlite) == DatabaseProvider.Postgres)
            {
                hangfire.UsePostgreSqlStorage(
                    storage => storage.UseNpgsqlConnection(configuration.GetConnectionString("Takedown")),
                    new PostgreSqlStorageOptions { SchemaName = Schema, UseSlidingInvisibilityTimeout = true, QueuePollInterval = TimeSpan.FromSeconds(1) });
            }
            else
            {
                // One machine and no state: what is to be done stands in the database, not in the scheduler.
                hangfire.UseInMemoryStorage();
            }
        });
        services.AddHangfireServer(server =>
        {
            server.WorkerCount = JobTable.All.Count;
            server.SchedulePollingInterval = TimeSpan.FromSeconds(5);
        });
        services.AddScoped<HangfireJob>();
        services.AddHostedService<HangfireSchedule>();
        return services.AddSingleton<IStartupFilter, DashboardPolicy>();
    }

    public static WebApplication UseScheduler(this WebApplication app)
    {
        app.MapHangfireDashboardWithAuthorizationPolicy(
            Policies.Administration, Dashboard, new DashboardOptions { AppPath = "/staff", DisplayStorageConnectionString = false });
        return app;
    }

    /// <summary>Hangfire's pages bring styles and scripts inside them; only they get a weaker content policy.</summary>
    private sealed class DashboardPolicy : IStartupFilter
    {
        private const string Policy =
            "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, following) =>
            {
                if (context.Request.Path.StartsWithSegments(Dashboard, StringComparison.OrdinalIgnoreCase))
                {
                    // Registered first, so run last: after the headers of every other page were put on.
                    context.Response.OnStarting(() =>
                    {
                        context.Response.Headers.ContentSecurityPolicy = Policy;
                        return Task.CompletedTask;
                    });
                }

                await following(context);
            });
            next(app);
        };
    }
}

/// <summary>What Hangfire calls: the id of a row of the job table.</summary>
internal sealed class HangfireJob(SweepRunner runner)
{
    [AutomaticRetry(Attempts = 0)]
    [DisableConcurrentExecution(timeoutInSeconds: 1)]
    public Task RunAsync(string id, CancellationToken cancellationToken)
        => runner.RunAsync(JobTable.All.Single(job => job.Id == id), cancellationToken);
}

/// <summary>Writes the job table into Hangfire at every start, runs each once, and takes out what the table no longer has.</summary>
internal sealed class HangfireSchedule(IRecurringJobManager recurring, JobStorage storage) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        using var connection = storage.GetConnection();
        foreach (var old in Hangfire.Storage.StorageConnectionExtensions.GetRecurringJobs(connection))
        {
            if (!JobTable.All.Any(job => job.Id == old.Id))
            {
                recurring.RemoveIfExists(old.Id);
            }
        }

        foreach (var job in JobTable.All)
        {
            recurring.AddOrUpdate<HangfireJob>(
                job.Id, run => run.RunAsync(job.Id, CancellationToken.None), Cron(job.Every), new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc });
            recurring.Trigger(job.Id);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string Cron(TimeSpan every)
        => every < TimeSpan.FromMinutes(1)
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"*/{every.TotalSeconds} * * * * *")
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"*/{every.TotalMinutes} * * * *");
}
