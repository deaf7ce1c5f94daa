using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;

namespace TakedownCases.Web.Hosting;

/// <summary>Tells a database that is away, full or busy from a bug: the first is a 503 and may be tried again.</summary>
internal static class DatabaseTrouble
{
    // SQLite result codes: BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN.
    private static readonly int[] SqliteCodes = [5, 6, 8, 10, 13, 14];

    // PostgreSQL classes: connection failure, out of resources, not in prerequisite state (no connections allowed, lock not
    // to be had), operator intervention, system error; and a standby that may only be read.
    private static readonly string[] PostgresClasses = ["08", "25006", "53", "55", "57", "58"];

    public static bool Is(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is DbException database && IsAway(database))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAway(DbException exception) => exception switch
    {
        SqliteException sqlite => SqliteCodes.Contains(sqlite.SqliteErrorCode),
        { SqlState: { Length: 5 } state } => PostgresClasses.Any(c => state.StartsWith(c, StringComparison.Ordinal)),
        _ => exception.IsTransient || exception.InnerException is SocketException or TimeoutException or IOException,
    };
}
