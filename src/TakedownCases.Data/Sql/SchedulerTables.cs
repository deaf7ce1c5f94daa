using Npgsql;

namespace TakedownCases.Data.Sql;

/// <summary>
/// What a scheduler keeps in this database, in a schema of its own. The owner makes it together with our own tables, so the
/// app's role needs no right to make anything. A scheduler that keeps nothing has none of these.
/// </summary>
/// <param name="connectionString">Of the database; the owner's where they are made.</param>
/// <param name="newest">The version of its tables that this program's scheduler works with.</param>
/// <param name="install">The scheduler's own way to make or upgrade them.</param>
public sealed class SchedulerTables(string? connectionString, int newest, Action<NpgsqlConnection> install)
{
    public const string Schema = "hangfire";

    public async Task InstallAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        install(connection);
    }

    /// <summary>True when they are not there, older than needed, or not for this role.</summary>
    public async Task<bool> AreMissingAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT max(version) FROM {Schema}.schema";
        try
        {
            return await command.ExecuteScalarAsync(cancellationToken) is not int version || version < newest;
        }
        catch (PostgresException refused) when (refused.SqlState
            is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.InsufficientPrivilege)
        {
            return true;
        }
    }
}
