using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using TakedownCases.Data.Desk;
using TakedownCases.Data.Escalation;
using TakedownCases.Data.Filing;
using TakedownCases.Data.Identity;
using TakedownCases.Data.Law;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Postgres;
using TakedownCases.Data.Referrals;
using TakedownCases.Data.Seed;
using TakedownCases.Data.Sql;
using TakedownCases.Data.Sqlite;
using TakedownCases.Data.Telling;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Escalation;

namespace TakedownCases.Data;

/// <summary>Which database is underneath.</summary>
public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

/// <summary>Registers the database, the vault and the ledger.</summary>
public static class DataSetup
{
    /// <summary>Seconds a command, or the wait for SQLite's lock, may take before the person is told.</summary>
    private const int TimeoutSeconds = 5;

    private static readonly Action<WarningsConfigurationBuilder> Warnings = warnings => warnings
        // Counts stop at a number of rows, and which rows those are does not matter: not worth a warning at every start.
        .Log((CoreEventId.RowLimitingOperationWithoutOrderByWarning, LogLevel.Debug))

        // Parts of a case are loaded in queries of their own (AsSplitQuery), never multiplied with each other. That is not the
        // default, because on PostgreSQL EF reads a query that may be split to its end before it gives the first row: no
        // ledger fits into memory.
        .Throw(RelationalEventId.MultipleCollectionIncludeWarning);

    public static IServiceCollection AddTakedownData(
        this IServiceCollection services, DatabaseProvider provider, string connectionString)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddScoped<CurrentAct>();
        services.AddScoped<LedgerAppender>();
        services.AddScoped<CaseVault>();
        services.AddScoped<ReadLog>();
        services.AddScoped<DatabaseMigrator>();
        services.AddScoped<CaseStore>();
        services.AddScoped<CaseFiling>();
        services.AddScoped<CommandLog>();
        services.AddScoped<PlaceReader>();
        services.AddSingleton<StaffSecrets>();
        services.AddSingleton<HouseWords>();
        services.AddScoped<StaffInvitations>();
        services.AddScoped<CaseHistory>();
        services.AddScoped<CaseExporter>();
        services.AddScoped<LedgerVerification>();
        services.AddScoped<CaseErasure>();
        services.AddScoped<DueClocks>();
        services.AddScoped<Leftovers>();
        services.AddSingleton(new DraftCipher(new FieldCipher()));
        services.AddScoped<DraftRows>();
        services.AddScoped<KeyRotation>();
        AddNotices(services);
        AddTelling(services);
        AddDesk(services);
        AddRules(services);
        if (provider == DatabaseProvider.Postgres)
        {
            var prepared = PreparedStatements.In(connectionString);
            services.AddSingleton(WriterGate.ForPostgres());
            services.AddDbContext<TakedownDbContext, PostgresTakedownDbContext>((provider, options) => options
                .UseNpgsql(prepared)
                .ConfigureWarnings(Warnings)
                .AddInterceptors(provider.GetRequiredService<LedgerAppender>()));
            return services;
        }

        var sqlite = new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = TimeoutSeconds }.ToString();
        services.AddSingleton(WriterGate.ForSqlite(sqlite));
        services.AddDbContext<TakedownDbContext, SqliteTakedownDbContext>((provider, options) => options
            .UseSqlite(sqlite)
            .ConfigureWarnings(Warnings)
            .AddInterceptors(new SqlitePragmas(), provider.GetRequiredService<LedgerAppender>()));
        return services;
    }

    private static void AddNotices(IServiceCollection services)
    {
        services.AddScoped<NoticeStore>();
        services.AddScoped<LadderClimber>();
        services.AddScoped<NoticeFactsReader>();
        services.AddScoped<ContactHistory>();
        services.AddScoped<NoticeFreezer>();
        services.AddScoped<ReferralStore>();
        services.AddScoped<ReferralFactsReader>();
        services.AddScoped<PackReader>();
        services.AddScoped<OutboxClaims>();
        services.AddScoped<Outbox>();
        services.AddScoped<OutboxAnswers>();
        services.AddScoped<RestoredOutbox>();
        services.TryAddSingleton(new OutboxPace());
    }

    /// <summary>Mails to staff about what is due.</summary>
    private static void AddTelling(IServiceCollection services)
    {
        services.AddScoped<DutyRosters>();
        services.AddScoped<OpenTasks>();
        services.AddScoped<TellingRound>();
        services.AddScoped<StaffMails>();
    }

    /// <summary>The lists that colleagues work from.</summary>
    private static void AddDesk(IServiceCollection services)
    {
        services.AddScoped<TaskList>();
        services.AddScoped<OverdueList>();
        services.AddScoped<KeptDeadlines>();
        services.AddScoped<NoticeList>();
        services.AddScoped<ProposalList>();
        services.AddScoped<DeskAround>();
        services.AddScoped<MailCases>();
    }

    /// <summary>What the installation knows of the world: data files, and what people here changed of them.</summary>
    private static void AddRules(IServiceCollection services)
    {
        services.AddSingleton(_ => PlatformFile.Load());
        services.AddSingleton<CurrentLaw>();

        // One picture of the rules for a whole scope: what a request or a turn began with, it ends with.
        services.AddScoped(services => services.GetRequiredService<CurrentLaw>().Now);
        services.AddScoped(services => services.GetRequiredService<LawInForce>().Bases);
        services.AddScoped(services => services.GetRequiredService<LawInForce>().Policies);
        services.AddScoped(services => services.GetRequiredService<LawInForce>().Ladders);
        services.AddScoped(services => services.GetRequiredService<LawInForce>().Clocks);
        services.AddScoped(services => services.GetRequiredService<LawInForce>().Climb);
        services.AddScoped<RuleChanges>();
        services.AddScoped<RuleVersions>();
        services.AddScoped<OpenClocks>();
        services.AddScoped<RuleReach>();
        services.AddScoped<Recounting>();
        services.AddSingleton(_ => AuthorityFile.Load());
    }
}
