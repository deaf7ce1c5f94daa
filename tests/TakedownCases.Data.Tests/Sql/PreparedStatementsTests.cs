using Npgsql;
using TakedownCases.Data.Postgres;

namespace TakedownCases.Data.Tests.Sql;

public sealed class PreparedStatementsTests
{
    [Fact]
    public void Plans_are_kept_unless_the_operator_says_otherwise()
    {
        var silent = new NpgsqlConnectionStringBuilder(PreparedStatements.In("Host=db.example.org;Database=cases"));
        Assert.Equal(("db.example.org", "cases"), (silent.Host, silent.Database));
        Assert.True(silent.MaxAutoPrepare > 0);
    }

    [Theory]
    [InlineData("Host=db.example.org;Max Auto Prepare=0", 0)]
    [InlineData("Host=db.example.org;MaxAutoPrepare=7", 7)]
    [InlineData("Host=db.example.org;max auto prepare=9", 9)]
    public void What_the_connection_string_says_stands(string given, int kept)
        => Assert.Equal(kept, new NpgsqlConnectionStringBuilder(PreparedStatements.In(given)).MaxAutoPrepare);
}
