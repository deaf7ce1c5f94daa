using TakedownCases.Data;
using TakedownCases.Data.Vault;
using TakedownCases.Testing;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Jobs;
using TakedownCases.Web.Tests.Jobs;

namespace TakedownCases.Web.Tests.Commands;

public sealed class CommandTests
{
    [Fact]
    public async Task An_unknown_command_lists_what_there_is_and_ends_with_1()
    {
        await using var app = await TestApp.StartAsync();

        var (code, said) = await app.RunAsync("polish");

        Assert.Equal(1, code);
        Assert.Contains("There is no command 'polish'", said, StringComparison.Ordinal);
        Assert.All(["migrate", "check-config", "rotate-key", "backup FILE", "restore FILE"], name => Assert.Contains(name, said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("migrate", "now")]
    [InlineData("backup")]
    [InlineData("backup", "one", "two")]
    [InlineData("restore")]
    [InlineData("rotate-key", "twice")]
    [InlineData("check-config", "all")]
    public async Task Wrong_arguments_are_answered_with_the_usage(params string[] args)
    {
        await using var app = await TestApp.StartAsync();

        var (code, said) = await app.RunAsync(args);

        Assert.Equal(1, code);
        Assert.StartsWith($"Usage: {args[0]}", said, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task Migrate_makes_a_database_grants_the_role_and_may_be_repeated(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Testing",
            ["Database__Provider"] = database.Provider,
            ["ConnectionStrings__Takedown"] = database.ConnectionString,
            ["Installation__KeyFile"] = Path.Combine(Scratch.NewFolder("keys"), "installation.key"),
            ["Database__AppRole"] = kind == DatabaseKind.Postgres ? "takedown_app" : "",
        };

        var first = await OperatorConsole.RunProgramAsync(settings, "migrate");
        var second = await OperatorConsole.RunProgramAsync(settings, "migrate");

        Assert.Equal((0, 0), (first.Code, second.Code));
        Assert.Contains("_Initial.", first.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("Applied", second.Said, StringComparison.Ordinal);
        await using var app = TestApp.StartOn(database, new TestAppOptions
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Installation:KeyFile"] = settings["Installation__KeyFile"] },
        });
        await app.FileAsync();
    }

    [Fact]
    public async Task Settings_that_cannot_be_are_named_one_by_one()
    {
        var result = await OperatorConsole.RunProgramAsync(
            new(StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["Mail__Transport"] = "Smtp", ["Database__AppRole"] = "Robert'); --" },
            "check-config");

        Assert.Equal(1, result.Code);
        Assert.All(
            ["Installation__KeyFile is not set", "Mail__Smtp__Host is not set", "Database__AppRole may hold"],
            part => Assert.Contains(part, result.Said, StringComparison.Ordinal));
    }

    [Theory, DatabaseData]
    public async Task Check_config_says_what_is_good(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);

        var (code, said) = await app.RunAsync("check-config");

        Assert.Equal(0, code);
        Assert.Contains("Database: reached, up to date.", said, StringComparison.Ordinal);
        Assert.Contains("Keys: open (version 1).", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_one_clear_line()
    {
        var result = await OperatorConsole.RunProgramAsync(
            new(StringComparer.Ordinal)
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Testing",
                ["Database__Provider"] = "Postgres",
                ["ConnectionStrings__Takedown"] = "Host=127.0.0.1;Port=9;Username=nobody;Password=secret-of-the-test;Database=none",
                ["Installation__KeyFile"] = Path.Combine(Scratch.NewFolder("keys"), "installation.key"),
            },
            "migrate");

        Assert.Equal(1, result.Code);
        Assert.Contains("The database cannot be reached", result.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-of-the-test", result.Said, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task What_needs_the_server_stopped_is_refused_while_it_runs(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        await app.SweepAsync(JobTable.Clocks);

        var (code, said) = await app.RunAsync("rotate-key");

        Assert.Equal(1, code);
        Assert.Contains("Stop every server", said, StringComparison.Ordinal);
        Assert.Single(InstallationKeyFile.Read(app.KeyFile).Versions);
    }

    [Theory, DatabaseData]
    public async Task Production_refuses_the_database_of_the_demo(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var demo = TestApp.StartOn(database);
        await demo.ReadAsync(async db =>
        {
            DemoMarker.Record(db, demo.Clock.Now());
            return await db.SaveChangesAsync();
        });
        var production = new TestAppOptions { Environment = "Production", Settings = Keys.Of(demo) };

        var refused = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var app = TestApp.StartOn(database, production);
        });

        Assert.Contains("invented cases of the demo", refused.GetBaseException().Message, StringComparison.Ordinal);
        Assert.IsType<OperatorException>(refused.GetBaseException());
        Assert.Equal([], await demo.VerifyAsync());
    }
}
