using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TakedownCases.Data.Sql;

/// <summary>
/// Every SQLite connection is durable and wipes what it deletes: the defaults may lose the last commits on power loss and
/// leave erased bytes in free pages (security 4.4).
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Statements =
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Statements;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Statements;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
