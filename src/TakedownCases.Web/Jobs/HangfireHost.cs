using System.Globalization;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Hangfire.Storage;
using Npgsql;
using TakedownCases.Data;
using TakedownCases.Data.Sql;
using HangfireLevel = Hangfire.Logging.LogLevel;
using ILog = Hangfire.Logging.ILog;
using ILogProvider = Hangfire.Logging.ILogProvider;
using LogProvider = Hangfire.Logging.LogProvider;

namespace TakedownCases.Web.Jobs;

/// <summary>
/// The scheduler of the full stack. Hangfire only says when: a sweep takes no arguments and keeps no state, so a lost, late
/// or doubled run of Hangfire's costs nothing. But for how it writes down a call, it has no global state.
/// </summary>
internal static class Scheduler
{
    public static IServiceCollection AddScheduler(this IServiceCollection services, IConfiguration configuration)
    {
        var provider = configuration.GetValue("Database:Provider", DatabaseProvider.Sqlite);
        var connectionString = configuration.GetConnectionString("Takedown");
        if (TablesOn(provider, connectionString) is { } tables)
        {
            services.AddSingleton(tables);
        }

        services.AddSingleton(_ => Storage(provider, connectionString));
        services.AddSingleton<HangfireJob>();
        services.AddDashboard();
        return services.AddHostedService<HangfireHost>();
    }

    public static WebApplication UseScheduler(this WebApplication app)
    {
        app.MapDashboard();
        return app;
    }

    /// <summary>On SQLite there is one machine, and what is to be done stands in the database: Hangfire keeps it in memory.</summary>
    public static SchedulerTables? TablesOn(DatabaseProvider provider, string? connectionString)
        => provider == DatabaseProvider.Postgres
            ? new SchedulerTables(
                connectionString, NewestTables(), connection => PostgreSqlObjectsInstaller.Install(connection, SchedulerTables.Schema))
            : null;

    /// <summary>Its scripts are named Install.v3.sql and so on; it offers no number.</summary>
    private static int NewestTables()
        => typeof(PostgreSqlObjectsInstaller).Assembly.GetManifestResourceNames()
            .Select(name => name.Split('.'))
            .Where(parts => parts is [.., "Install", _, "sql"])
            .Max(parts => int.Parse(parts[^2].AsSpan(1), CultureInfo.InvariantCulture));

    private static JobStorage Storage(DatabaseProvider provider, string? connectionString)
    {
        JobStorage storage;
        if (provider == DatabaseProvider.Postgres)
        {
            var options = new PostgreSqlStorageOptions
            {
                SchemaName = SchedulerTables.Schema,
                PrepareSchemaIfNecessary = false,
                QueuePollInterval = TimeSpan.FromSeconds(1),
                JobExpirationCheckInterval = TimeSpan.FromMinutes(10),

                // What a process held when it crashed is free again after this.
                DistributedLockTimeout = TimeSpan.FromMinutes(1),
                InvisibilityTimeout = TimeSpan.FromMinutes(1),
                UseSlidingInvisibilityTimeout = true,
            };
            storage = new PostgreSqlStorage(new NpgsqlConnectionFactory(connectionString, options), options);
        }
        else
        {
            storage = new InMemoryStorage();
        }

        storage.JobExpirationTimeout = TimeSpan.FromHours(1);
        return storage;
    }
}

/// <summary>What Hangfire calls. All it keeps of a call is the id of a row of the job table.</summary>
internal sealed class HangfireJob(SweepTurns turns, IEnumerable<Job> jobs)
{
    /// <summary>The next run is the retry; what could not run at all is deleted, because Hangfire keeps failed jobs for ever.</summary>
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public Task RunAsync(string id, CancellationToken cancellationToken)
        => jobs.FirstOrDefault(job => job.Id == id) is { } known ? turns.RunAsync(known, cancellationToken) : Task.CompletedTask;
}

/// <summary>
/// Writes the job table into Hangfire at every start, takes out what the table no longer has, runs each once, and works
/// until the host stops: then running sweeps are cancelled and waited for.
/// </summary>
internal sealed partial class HangfireHost(
    JobStorage storage, IServiceProvider services, IEnumerable<Job> jobs, ILoggerFactory loggers) : BackgroundService
{
    private static readonly TimeSpan SlowestPolling = TimeSpan.FromSeconds(5);

    private readonly List<Job> _jobs = [.. jobs];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        LogProvider.SetCurrentLogProvider(new HangfireLog(loggers));
        GlobalConfiguration.Configuration.SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings();
        await WriteScheduleAsync(stoppingToken);
        var options = new BackgroundJobServerOptions
        {
            Activator = new Activator(services),
            WorkerCount = Math.Max(1, _jobs.Count),
            SchedulePollingInterval = _jobs.Select(job => job.Every).Append(SlowestPolling).Min(),
        };
        using var server = new BackgroundJobServer(options, storage);
        await Task.Delay(Timeout.InfiniteTimeSpan, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        server.SendStop();
        await server.WaitForShutdownAsync(CancellationToken.None);
    }

    private async Task WriteScheduleAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                WriteSchedule();
                return;
            }
            catch (Exception exception) when (exception is NpgsqlException or DistributedLockTimeoutException)
            {
                // The database went away, or another process is starting or has crashed while it did.
                Log.NotYet(loggers.CreateLogger<HangfireHost>(), exception.GetType().Name);
                await Task.Delay(SlowestPolling, cancellationToken);
            }
        }
    }

    private void WriteSchedule()
    {
        var recurring = new RecurringJobManager(storage);
        using var connection = storage.GetConnection();
        foreach (var old in connection.GetRecurringJobs().Where(old => !_jobs.Exists(job => job.Id == old.Id)))
        {
            recurring.RemoveIfExists(old.Id);
        }

        foreach (var job in _jobs)
        {
            recurring.AddOrUpdate<HangfireJob>(
                job.Id, run => run.RunAsync(job.Id, CancellationToken.None), Cron(job.Every), new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc });
            recurring.Trigger(job.Id);
        }
    }

    /// <summary>Periods divide a minute or an hour (JobTable), so that the steps of a cron expression are even.</summary>
    private static string Cron(TimeSpan every)
        => every < TimeSpan.FromMinutes(1)
            ? string.Create(CultureInfo.InvariantCulture, $"*/{every.TotalSeconds} * * * * *")
            : string.Create(CultureInfo.InvariantCulture, $"*/{every.TotalMinutes} * * * *");

    private sealed class Activator(IServiceProvider services) : JobActivator
    {
        public override object ActivateJob(Type jobType) => services.GetRequiredService(jobType);
    }

    private static partial class Log
    {
        [LoggerMessage(1055, LogLevel.Warning, "The schedule could not be written yet: {Reason}")]
        public static partial void NotYet(ILogger logger, string reason);
    }
}

/// <summary>Hangfire's log lines in ours: of a fault only its kind, as everywhere.</summary>
internal sealed partial class HangfireLog(ILoggerFactory loggers) : ILogProvider
{
    public ILog GetLogger(string name)
    {
        try
        {
            return new Line(loggers.CreateLogger(name));
        }
        catch (ObjectDisposedException)
        {
            // Hangfire keeps one provider for the process, and the app it belonged to has ended (tests).
            return new Line(Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
        }
    }

    private sealed partial class Line(ILogger logger) : ILog
    {
        public bool Log(HangfireLevel logLevel, Func<string>? messageFunc, Exception? exception = null)
        {
            var level = (LogLevel)logLevel;
            if (!logger.IsEnabled(level))
            {
                return false;
            }

            if (messageFunc?.Invoke() is { } message)
            {
                var reason = exception?.GetType().Name;
                Say(logger, level, message, reason);
            }

            return true;
        }

        [LoggerMessage(EventId = 1056, Message = "{Message} {Reason}")]
        private static partial void Say(ILogger logger, LogLevel level, string message, string? reason);
    }
}
