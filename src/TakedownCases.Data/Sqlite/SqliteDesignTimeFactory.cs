using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace TakedownCases.Data.Sqlite;

/// <summary>Lets the migration tool make the context without the app.</summary>
public sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteTakedownDbContext>
{
    public SqliteTakedownDbContext CreateDbContext(string[] args)
        => new(new DbContextOptionsBuilder<SqliteTakedownDbContext>().UseSqlite("Data Source=design.db").Options);
}
