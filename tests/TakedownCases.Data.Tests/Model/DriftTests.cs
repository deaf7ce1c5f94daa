#pragma warning disable RS0030 // the only question here is one that the banned class answers
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data.Postgres;
using TakedownCases.Data.Sqlite;

namespace TakedownCases.Data.Tests.Model;

/// <summary>The migrations say what the model says, on both providers; no server is asked.</summary>
public sealed class DriftTests
{
    [Fact]
    public void The_SQLite_migrations_say_what_the_model_says()
    {
        using var db = new SqliteDesignTimeFactory().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_PostgreSQL_migrations_say_what_the_model_says()
    {
        using var db = new PostgresDesignTimeFactory().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges());
    }
}
