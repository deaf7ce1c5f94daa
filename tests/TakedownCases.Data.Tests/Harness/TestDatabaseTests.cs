using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Harness;

public sealed class TestDatabaseTests(ClassDatabases databases) : IClassFixture<ClassDatabases>
{
    [Theory, DatabaseData]
    public async Task Two_databases_never_share_rows(DatabaseKind kind)
    {
        await using var one = await TestDatabase.CreateAsync(kind);
        await using var other = await TestDatabase.CreateAsync(kind);
        await ExecuteAsync(one, "CREATE TABLE harness_only_here (id INT)");

        await Assert.ThrowsAnyAsync<DbException>(() => ExecuteAsync(other, "SELECT id FROM harness_only_here"));
    }

    [Theory, DatabaseData]
    public async Task A_disposed_database_is_gone(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await ExecuteAsync(database, "CREATE TABLE harness_gone (id INT)");

        await database.DisposeAsync();

        await Assert.ThrowsAnyAsync<DbException>(() => ExecuteAsync(database, "SELECT id FROM harness_gone"));
    }

    [Theory, DatabaseData("given")]
    public async Task A_class_shares_one_database_of_each_kind_and_rows_carry_more_values(DatabaseKind kind, string given)
    {
        var first = await databases.GetAsync(kind);
        var second = await databases.GetAsync(kind);

        Assert.Same(first, second);
        Assert.Equal("given", given);
        Assert.Equal(kind.ToString(), first.Provider);
    }

    [Fact]
    public async Task The_app_role_of_PostgreSQL_owns_nothing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var connection = new NpgsqlConnection(database.AppConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE harness_not_allowed (id INT)";

        var refusal = await Assert.ThrowsAsync<PostgresException>(
            () => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    private static async Task ExecuteAsync(TestDatabase database, string statement)
    {
        await using DbConnection connection = database.Kind == DatabaseKind.Postgres
            ? new NpgsqlConnection(database.ConnectionString)
            : new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this file
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
