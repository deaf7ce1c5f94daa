using System.Net;
using Npgsql;
using TakedownCases.Testing;
using TakedownCases.Web.Tests.Filing;

namespace TakedownCases.Web.Tests.Faults;

/// <summary>PostgreSQL goes away while somebody files, and comes back.</summary>
public sealed class DatabaseAwayTests
{
    public static TheoryData<DatabaseKind> OnlyPostgres => [DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(OnlyPostgres))]
    public async Task A_step_while_the_database_is_away_keeps_what_was_typed_and_can_be_sent_again(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        using var visitor = app.NewSession();
        var journey = await new Journey(visitor, "fr").StartAsync();
        await journey.AnswerAsync(("Age", "under"));
        await journey.AnswerAsync(("Today", "no"));
        await journey.AnswerAsync(("Danger", "no"), ("Threatened", "no"), ("Suicide", "no"), ("Country", "FR"));
        await journey.AnswerAsync(("Where", "https://example.org/a"));
        await GoAwayAsync(app.Database);

        var away = await visitor.SubmitAsync(journey.Page, Journey.Form, ("Harms", "Blackmail"), ("Words", "typed words"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.Status);
        Assert.Equal("typed words", away.Find("form.card [name=Words]").GetAttribute("value"));
        await ComeBackAsync(app.Database);
        var again = await visitor.SubmitAsync(away, "form.card");
        Assert.Equal("Contact", again.Find("form#ask [name=step]").GetAttribute("value"));
    }

    [Theory]
    [MemberData(nameof(OnlyPostgres))]
    public async Task Sending_while_the_database_is_away_can_be_sent_again_and_files_once(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        using var visitor = app.NewSession();
        var journey = await new Journey(visitor, "en").AdultToCheckAsync();
        await GoAwayAsync(app.Database);

        var away = await visitor.SubmitAsync(journey.Page, Journey.Form);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.Status);
        await ComeBackAsync(app.Database);
        var sent = await visitor.SubmitAsync(away, "form.card");
        var later = await visitor.SubmitAsync(away, "form.card");
        Assert.Equal(sent.Find(".key").TextContent, later.Find(".key").TextContent);
        Assert.Single(await Filed.AllAsync(app));
    }

    // The owner closes the door; the app's role ends its own connections, which the owner may not.
    private static async Task GoAwayAsync(TestDatabase database)
    {
        await ExecuteAsync(database.ConnectionString, name => $"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await ExecuteAsync(
            database.AppConnectionString,
            name => $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}' AND usename = current_user");
    }

    private static Task ComeBackAsync(TestDatabase database)
        => ExecuteAsync(database.ConnectionString, name => $"ALTER DATABASE {name} ALLOW_CONNECTIONS true");

    private static async Task ExecuteAsync(string connectionString, Func<string, string> statement)
    {
        var place = new NpgsqlConnectionStringBuilder(connectionString);
        var name = place.Database!;
        place.Database = "postgres";
        place.Pooling = false;
        await using var connection = new NpgsqlConnection(place.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the name is made in TestDatabase, of letters and digits
        command.CommandText = statement(name);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
