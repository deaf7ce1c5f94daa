using Microsoft.EntityFrameworkCore;
using TakedownCases.Data.Ledger;

namespace TakedownCases.Data.Postgres;

/// <summary>For more than one machine. The sealer's fence is the column xid, which the migration adds by hand.</summary>
public sealed class PostgresTakedownDbContext(DbContextOptions<PostgresTakedownDbContext> options) : TakedownDbContext(options)
{
    protected override bool IsSqlite => false;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<LedgerEntryRow>().Ignore(entry => entry.Position);
    }
}
