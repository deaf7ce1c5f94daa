using Microsoft.EntityFrameworkCore;
using TakedownCases.Data.Ledger;

namespace TakedownCases.Data.Sqlite;

/// <summary>The embedded default: one file, one writer at a time behind the writer gate.</summary>
public sealed class SqliteTakedownDbContext(DbContextOptions<SqliteTakedownDbContext> options) : TakedownDbContext(options)
{
    protected override bool IsSqlite => true;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<LedgerEntryRow>().HasIndex(entry => entry.Position).IsUnique();
    }
}
