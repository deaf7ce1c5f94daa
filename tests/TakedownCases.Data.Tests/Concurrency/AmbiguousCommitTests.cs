#pragma warning disable RS0030 // A test that looks below the pages at the database itself.
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TakedownCases.Data.Postgres;
using TakedownCases.Data.Vault;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Concurrency;

/// <summary>The connection dies around the commit: whoever asked cannot know, and looks the command up before trying again.</summary>
public sealed class AmbiguousCommitTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_the_command_made_is_found_and_made_once(bool diesAfterCommit)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        var killer = new Killer(database, diesAfterCommit);
        await using var services = await OpenAsync(database, killer);
        await Samples.FileAsync(services);
        var request = Samples.Request();

        killer.IsArmed = true;
        await Assert.ThrowsAnyAsync<Exception>(() => Samples.FileAsync(services, request));
        Assert.False(killer.IsArmed);

        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        var known = await scope.ServiceProvider.GetRequiredService<CaseFiling>().FindAsync(request.Command, CancellationToken.None);
        Assert.Equal(diesAfterCommit, known is not null);
        var again = await Samples.FileAsync(services, request);
        Assert.True(known is null || known == again);
        Assert.Equal(2, await db.Cases.CountAsync());
        Assert.Equal([], await Samples.VerifyAsync(db));
    }

    private static async Task<ServiceProvider> OpenAsync(TestDatabase database, Killer killer)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new ManualTimeProvider());
        services.AddSingleton(new InstallationVault(InstallationKey.FromSecret(TestData.NewKey())));
        services.AddTakedownData(DatabaseProvider.Postgres, database.AppConnectionString);
        services.ConfigureDbContext<PostgresTakedownDbContext>(options => options.AddInterceptors(killer));
        var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await provider.GetRequiredService<InstallationVault>()
            .OpenAsync(scope.ServiceProvider.GetRequiredService<TakedownDbContext>(), CancellationToken.None);
        return provider;
    }

    private sealed class Killer(TestDatabase database, bool afterCommit) : DbTransactionInterceptor
    {
        public bool IsArmed { get; set; }

        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (IsArmed && !afterCommit)
            {
                await KillAsync((NpgsqlConnection)transaction.Connection!);
            }

            return result;
        }

        public override async Task TransactionCommittedAsync(
            DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (IsArmed && afterCommit)
            {
                await KillAsync((NpgsqlConnection)eventData.Context!.Database.GetDbConnection());
                throw new IOException("The answer to COMMIT was lost.");
            }
        }

        private async Task KillAsync(NpgsqlConnection connection)
        {
            IsArmed = false;
            Assert.Equal(true, await Samples.SqlAsync(database, $"SELECT pg_terminate_backend({connection.ProcessID}, 5000)"));
            NpgsqlConnection.ClearPool(connection);
        }
    }
}
