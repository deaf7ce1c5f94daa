using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace TakedownCases.Data.Sql;

/// <summary>What a database error means, whichever provider says it.</summary>
public static class DatabaseErrors
{
    private const int SqliteConstraint = 19;
    private const int SqliteFull = 13;

    /// <summary>Another writer was first: reload and decide again.</summary>
    public static bool IsConflict(DbUpdateException error)
        => error is DbUpdateConcurrencyException || IsUniqueViolation(error)
            || error.InnerException is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    public static bool IsUniqueViolation(DbUpdateException error) => error.InnerException switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        SqliteException { SqliteErrorCode: SqliteConstraint, SqliteExtendedErrorCode: 2067 or 1555 } => true,
        _ => false,
    };

    /// <summary>The database is away or full: nothing was done, and the person is told so.</summary>
    public static bool IsUnavailable(Exception error) => error switch
    {
        NpgsqlException { IsTransient: true } or PostgresException { SqlState: PostgresErrorCodes.DiskFull or "57P01" or "57P03" } => true,
        SqliteException { SqliteErrorCode: SqliteFull or 5 or 10 or 14 } => true,
        _ => error.InnerException is { } inner && IsUnavailable(inner),
    };
}
