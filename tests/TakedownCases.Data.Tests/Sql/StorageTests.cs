using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Jobs;
using TakedownCases.Domain;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Sql;

/// <summary>How both databases keep what they are given.</summary>
public sealed class StorageTests
{
    [Fact]
    public async Task Every_SQLite_connection_is_durable_and_wipes_what_it_deletes()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var services = await TestData.OpenAsync(database, new ManualTimeProvider());
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
#pragma warning disable RS0030 // the connection itself is what is looked at
        var connection = (SqliteConnection)db.Database.GetDbConnection();
#pragma warning restore RS0030
        (string Pragma, object Expected)[] pragmas =
            [("journal_mode", "wal"), ("synchronous", 2L), ("foreign_keys", 1L), ("secure_delete", 1L), ("trusted_schema", 0L)];
        foreach (var (pragma, expected) in pragmas)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names from the table above
            command.CommandText = $"PRAGMA {pragma}";
#pragma warning restore CA2100
            Assert.Equal(expected, await command.ExecuteScalarAsync());
        }
    }

    [Theory, DatabaseData]
    public async Task A_query_gives_its_first_row_before_it_has_read_the_last(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = await TestData.OpenAsync(database, new ManualTimeProvider());
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        db.Heartbeats.AddRange(new Heartbeat("one"), new Heartbeat("two"));
        await db.SaveChangesAsync();
        await using var rows = db.Heartbeats.AsNoTracking().AsAsyncEnumerable().GetAsyncEnumerator();
        Assert.True(await rows.MoveNextAsync());
#pragma warning disable RS0030 // the connection itself is what is looked at
        Assert.Equal(ConnectionState.Open, db.Database.GetDbConnection().State);
#pragma warning restore RS0030
    }

    [Theory]
    [DatabaseData]
    public async Task An_instant_comes_back_to_the_microsecond(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var clock = new ManualTimeProvider(new DateTimeOffset(2027, 3, 28, 2, 59, 59, TimeSpan.FromHours(1)).AddTicks(1_234_567));
        await using var services = await TestData.OpenAsync(database, clock);
        var filed = await Samples.FileAsync(services);

        await using var scope = services.CreateAsyncScope();
        var loaded = await scope.ServiceProvider.GetRequiredService<CaseStore>().LoadAsync(filed.Id, CancellationToken.None);
        Assert.Equal(Instants.Cut(clock.GetUtcNow()), loaded!.FiledAt);
        Assert.Equal(1_234_560, loaded.FiledAt.Ticks % TimeSpan.TicksPerSecond);
        Assert.Equal(
            Instants.ToUnixMicroseconds(loaded.FiledAt), Convert.ToInt64(await Samples.SqlAsync(database, "SELECT filed_at FROM takedown_case")));
    }

    [Theory]
    [DatabaseData]
    public async Task A_save_must_be_asynchronous(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = await TestData.OpenAsync(database, new ManualTimeProvider());
        await using var scope = services.CreateAsyncScope();
        Assert.Throws<InvalidOperationException>(
            () => scope.ServiceProvider.GetRequiredService<TakedownDbContext>().SaveChanges());
    }
}
