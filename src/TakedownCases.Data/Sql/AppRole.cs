#pragma warning disable RS0030 // This room owns the raw database.
#pragma warning disable EF1002 // The role's name is checked to be a plain identifier; SQL has no parameters for names.
using Microsoft.EntityFrameworkCore;

namespace TakedownCases.Data.Sql;

/// <summary>
/// On PostgreSQL the app runs under a role that owns nothing and may only append to the ledger; migrations run as the
/// owner (security 2.1). SQLite has no roles.
/// </summary>
public static class AppRole
{
    public static async Task GrantAsync(TakedownDbContext db, string role, CancellationToken cancellationToken)
    {
        if (!db.Database.IsNpgsql())
        {
            return;
        }

        if (role.Length is 0 or > 63 || !role.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_'))
        {
            throw new ArgumentException("The name of the app's role may hold small letters, digits and underscores only.", nameof(role));
        }

        await db.Database.ExecuteSqlRawAsync(
            $"""
            GRANT USAGE ON SCHEMA public TO {role};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role};
            REVOKE UPDATE, DELETE, TRUNCATE ON ledger_entry FROM {role};
            REVOKE DELETE, TRUNCATE ON ledger_head FROM {role};
            GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role};
            DO $$ BEGIN
              IF EXISTS (SELECT FROM pg_namespace WHERE nspname = '{SchedulerTables.Schema}') THEN
                GRANT USAGE ON SCHEMA {SchedulerTables.Schema} TO {role};
                GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {SchedulerTables.Schema} TO {role};
                GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {SchedulerTables.Schema} TO {role};
              END IF;
            END $$;
            """,
            cancellationToken);
    }
}
