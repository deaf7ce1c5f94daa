using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace TakedownCases.Data.Postgres;

/// <summary>Lets the migration tool make the context without the app.</summary>
public sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresTakedownDbContext>
{
    public PostgresTakedownDbContext CreateDbContext(string[] args)
        => new(new DbContextOptionsBuilder<PostgresTakedownDbContext>().UseNpgsql("Host=design").Options);
}
