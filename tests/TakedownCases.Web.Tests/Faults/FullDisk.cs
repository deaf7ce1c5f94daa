using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TakedownCases.Web.Tests.Faults;

/// <summary>
/// Lets SQLite itself say SQLITE_FULL: while <see cref="IsFull"/>, no connection may take one page more than there are.
/// </summary>
internal sealed class FullDisk : DbConnectionInterceptor
{
    private const long Unlimited = 4_294_967_294;

    public bool IsFull { get; set; }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Limit(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Limit(connection);
        return Task.CompletedTask;
    }

    private void Limit(DbConnection connection)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a number
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {(IsFull ? 1 : Unlimited)}");
#pragma warning restore CA2100
        command.ExecuteScalar();
    }
}
