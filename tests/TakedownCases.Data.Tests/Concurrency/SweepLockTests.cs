#pragma warning disable RS0030 // A test that looks below the pages at the database itself.
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TakedownCases.Data.Sql;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Concurrency;

/// <summary>One process at a time works at a sweep, and one that died does not keep the others from it.</summary>
public sealed class SweepLockTests
{
    [Fact]
    public async Task Only_one_has_a_sweep_until_it_gives_it_back_and_other_sweeps_are_free()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var one = TestData.Services(database, database.AppConnectionString, new ManualTimeProvider());
        await using var first = one.CreateAsyncScope();
        await using var second = one.CreateAsyncScope();
        await using var third = one.CreateAsyncScope();

        var taken = await TakeAsync(first, "clocks");
        var refused = await TakeAsync(second, "clocks");
        await using var elsewhere = await TakeAsync(third, "drafts");
        await taken!.DisposeAsync();
        await using var next = await TakeAsync(second, "clocks");

        Assert.Null(refused);
        Assert.NotNull(elsewhere);
        Assert.NotNull(next);
    }

    [Fact]
    public async Task A_process_that_dies_gives_its_sweep_back()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var services = TestData.Services(database, database.AppConnectionString, new ManualTimeProvider());
        await using var dying = services.CreateAsyncScope();
        await using var living = services.CreateAsyncScope();
        Assert.NotNull(await TakeAsync(dying, "clocks"));

        // Its end of the connection goes, as when the process is killed: nothing is given back by hand.
        var connection = (NpgsqlConnection)dying.ServiceProvider.GetRequiredService<TakedownDbContext>().Database.GetDbConnection();
        await using var owner = new NpgsqlConnection(database.ConnectionString);
        await owner.OpenAsync();
        await using var kill = owner.CreateCommand();
        kill.CommandText = "SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity WHERE pid = $1";
        kill.Parameters.Add(new NpgsqlParameter { Value = connection.ProcessID });
        await kill.ExecuteNonQueryAsync();

        await using var next = await TakeAsync(living, "clocks");
        Assert.NotNull(next);
    }

    private static Task<IAsyncDisposable?> TakeAsync(AsyncServiceScope process, string sweep)
        => SweepLock.TryTakeAsync(process.ServiceProvider.GetRequiredService<TakedownDbContext>(), sweep, CancellationToken.None);
}
