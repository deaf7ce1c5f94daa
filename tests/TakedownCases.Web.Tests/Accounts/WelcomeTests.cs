using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Identity;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;
using TakedownCases.Web.Features.Accounts;

namespace TakedownCases.Web.Tests.Accounts;

/// <summary>The one-time link: password and authenticator, forced, once.</summary>
public sealed class WelcomeTests
{
    private const string Email = "first@example.org";
    private const string Password = "slow river under nine bridges";

    [Theory, DatabaseData]
    public async Task The_first_administrator_enrols_through_the_link_of_the_command(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        using var session = app.NewSession();
        var link = await LinkAsync(app);

        var page = await session.SubmitAsync(await session.OpenAsync(link), "main form", ("Password", Password), ("PasswordAgain", Password));
        Assert.EndsWith("/app", page.Path, StringComparison.Ordinal);
        Assert.NotNull(page.Find("svg path").GetAttribute("d"));
        Assert.Equal(HttpStatusCode.SeeOther, (await session.GetAsync("/staff/people")).Status);
        var done = await session.PostAsync(page, "main form", ("Passcode", Code(app, page)));

        Assert.Equal("/staff/people", done.Location);
        Assert.Equal(HttpStatusCode.OK, (await session.GetAsync("/staff/people")).Status);
        using var other = app.NewSession();
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(link)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(link + "/app")).Status);
        Assert.Equal(["admin.created-at-console"], await app.KindsAsync(Guid.Empty, LedgerLane.Admin));
        var user = await app.DataAsync(db => Task.FromResult(db.Users.Single()));
        Assert.Equal(["auth.enrolled"], await app.KindsAsync(user.Id, LedgerLane.Auth));
        Assert.DoesNotContain(app.Logs, line => line.Everything.Contains(link.Split('/')[^1], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_stops_working_after_two_days_and_when_a_newer_one_is_made()
    {
        await using var app = await TestApp.StartAsync();
        using var session = app.NewSession();
        var older = await LinkAsync(app);
        var newer = await LinkAsync(app);

        Assert.Equal(HttpStatusCode.NotFound, (await session.GetAsync(older)).Status);
        app.Clock.Advance(TimeSpan.FromHours(47));
        Assert.Equal(HttpStatusCode.OK, (await session.GetAsync(newer)).Status);
        app.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.NotFound, (await session.GetAsync(newer)).Status);
    }

    [Theory]
    [InlineData("short", "short")]
    [InlineData("password12345", "password12345")]
    [InlineData("aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa")]
    [InlineData("slow river under nine bridges", "slow river under ten bridges")]
    public async Task A_weak_or_mistyped_password_is_not_taken(string password, string again)
    {
        await using var app = await TestApp.StartAsync();
        using var session = app.NewSession();
        var link = await LinkAsync(app);

        var page = await session.PostAsync(await session.OpenAsync(link), "main form", ("Password", password), ("PasswordAgain", again));

        Assert.Null(page.Location);
        Assert.NotNull(page.Find(".errors"));
        Assert.Equal(link, (await session.GetAsync(link + "/app")).Location);
    }

    [Fact]
    public async Task A_wrong_code_does_not_enrol()
    {
        await using var app = await TestApp.StartAsync();
        using var session = app.NewSession();
        var page = await session.SubmitAsync(
            await session.OpenAsync(await LinkAsync(app)), "main form", ("Password", Password), ("PasswordAgain", Password));

        var answer = await session.PostAsync(page, "main form", ("Passcode", "000000"));

        Assert.Null(answer.Location);
        Assert.Null((await app.DataAsync(db => Task.FromResult(db.Users.Single()))).EnrolledAt);
    }

    [Fact]
    public async Task The_command_refuses_what_is_no_address_and_whoever_is_no_administrator()
    {
        await using var app = await TestApp.StartAsync();
        var advocate = await TestStaff.CreateAsync(app, StaffRole.Advocate);
        await using var scope = app.Services.CreateAsyncScope();
        var create = scope.ServiceProvider.GetRequiredService<CreateAdmin>();

        Assert.Equal("email", (await create.HandleAsync("no address", TestContext.Current.CancellationToken)).Refusal?.Code);
        Assert.Equal("staff.exists", (await create.HandleAsync(advocate.Email, TestContext.Current.CancellationToken)).Refusal?.Code);
    }

    private static async Task<string> LinkAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<CreateAdmin>().HandleAsync(Email, TestContext.Current.CancellationToken);
        return made.Value!;
    }

    private static string Code(TestApp app, WebPage page)
        => TotpCode.Generate(Base32.TryDecode(page.Find(".secret-text").TextContent)!, app.Clock.Now());
}
