using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Accounts;

/// <summary>Passkeys, with an authenticator written out in the test.</summary>
public sealed class PasskeyTests
{
    private static readonly TestAppOptions WithPasskeys = new()
    {
        Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Passkeys:Domain"] = "localhost" },
    };

    [Theory, DatabaseData]
    public async Task A_passkey_made_on_the_profile_signs_in_alone(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, WithPasskeys with { Clock = new() });
        var staff = await TestStaff.CreateAsync(app, StaffRole.Admin);
        using var key = new SoftwareKey();
        using var session = app.NewSession();
        await staff.SignInAsync(app, session);

        var made = await MakeAsync(session, key, TestStaff.Password);
        using var elsewhere = app.NewSession();
        var entered = await EnterAsync(elsewhere, key);

        Assert.Equal("/staff/profile", Next(made));
        Assert.Contains("Test key", (await session.OpenAsync("/staff/profile")).Text, StringComparison.Ordinal);
        Assert.Equal("/staff/people", Next(entered));
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/staff/people")).Status);
        Assert.Equal(
            ["auth.password", "auth.signed-in", "auth.passkey-added", "auth.signed-in"], await app.KindsAsync(staff.Id, LedgerLane.Auth));
    }

    [Fact]
    public async Task An_answer_works_once()
    {
        await using var app = await TestApp.StartAsync(options: WithPasskeys with { Clock = new() });
        using var session = await TestStaff.SignedInAsync(app);
        using var key = new SoftwareKey();
        await MakeAsync(session, key, TestStaff.Password);
        using var elsewhere = app.NewSession();
        var page = await elsewhere.OpenAsync("/staff/sign-in");
        var options = await PostAsync(elsewhere, page, "/staff/sign-in/passkey/options", new { });
        var answer = new { credential = key.Get(JsonDocument.Parse(options.Body).RootElement) };

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(elsewhere, page, "/staff/sign-in/passkey/finish", answer)).Status);
        using var third = app.NewSession();

        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await PostAsync(third, await third.OpenAsync("/staff/sign-in"), "/staff/sign-in/passkey/finish", answer)).Status);
    }

    [Theory]
    [InlineData("https://example.com", true)]
    [InlineData("https://evil.localhost", true)]
    [InlineData("http://localhost", true)]
    [InlineData("https://localhost", false)]
    public async Task A_passkey_for_another_origin_or_without_the_person_is_refused(string origin, bool verifies)
    {
        await using var app = await TestApp.StartAsync(options: WithPasskeys with { Clock = new() });
        using var session = await TestStaff.SignedInAsync(app);
        using var key = new SoftwareKey { Origin = origin, Verifies = verifies };

        Assert.Equal(HttpStatusCode.BadRequest, (await MakeAsync(session, key, TestStaff.Password)).Status);
    }

    [Fact]
    public async Task A_passkey_of_somebody_disabled_opens_nothing()
    {
        await using var app = await TestApp.StartAsync(options: WithPasskeys with { Clock = new() });
        var staff = await TestStaff.CreateAsync(app);
        using var session = app.NewSession();
        await staff.SignInAsync(app, session);
        using var key = new SoftwareKey();
        await MakeAsync(session, key, TestStaff.Password);
        await app.ChangeAsync(staff.Id, user => user.DisabledAt = app.Clock.GetUtcNow());
        using var elsewhere = app.NewSession();

        Assert.Equal(HttpStatusCode.BadRequest, (await EnterAsync(elsewhere, key)).Status);
        Assert.DoesNotContain("__Host-s", elsewhere.Cookies.Cookies.Keys);
    }

    [Fact]
    public async Task Making_a_passkey_asks_for_the_password_again()
    {
        await using var app = await TestApp.StartAsync(options: WithPasskeys with { Clock = new() });
        using var session = await TestStaff.SignedInAsync(app);
        using var key = new SoftwareKey();

        var answer = await MakeAsync(session, key, "not the right one");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("The password was not right.", JsonDocument.Parse(answer.Body).RootElement.GetProperty("error").GetString());
    }

    [Fact]
    public async Task Somebody_has_at_most_ten_and_can_remove_one()
    {
        await using var app = await TestApp.StartAsync(options: WithPasskeys with { Clock = new() });
        using var session = await TestStaff.SignedInAsync(app);
        for (var number = 0; number < 10; number++)
        {
            using var key = new SoftwareKey();
            Assert.Equal(HttpStatusCode.OK, (await MakeAsync(session, key, TestStaff.Password)).Status);
        }

        var page = await session.OpenAsync("/staff/profile");
        Assert.Null(page.Document.QuerySelector("form[data-passkey]"));
        page = await session.SubmitAsync(page, "form[action='/staff/profile/passkeys/remove']");
        Assert.Equal(9, page.Document.QuerySelectorAll("form[action='/staff/profile/passkeys/remove']").Length);
    }

    [Fact]
    public async Task Without_a_host_of_ours_there_are_no_passkeys()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        var page = await visitor.OpenAsync("/staff/sign-in");

        Assert.Null(page.Document.QuerySelector("form[data-passkey]"));
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(visitor, page, "/staff/sign-in/passkey/options", new { })).Status);
    }

    private static async Task<WebPage> MakeAsync(WebSession session, SoftwareKey key, string password)
    {
        var page = await session.OpenAsync("/staff/profile");
        var options = await PostAsync(session, page, "/staff/profile/passkeys/options", new { name = "Test key", password });
        return options.Status != HttpStatusCode.OK ? options : await PostAsync(
            session,
            page,
            "/staff/profile/passkeys/finish",
            new { name = "Test key", password, credential = key.Create(JsonDocument.Parse(options.Body).RootElement) });
    }

    private static async Task<WebPage> EnterAsync(WebSession session, SoftwareKey key)
    {
        var page = await session.OpenAsync("/staff/sign-in");
        var options = await PostAsync(session, page, "/staff/sign-in/passkey/options", new { back = "" });
        return await PostAsync(
            session,
            page,
            "/staff/sign-in/passkey/finish",
            new { back = "", credential = key.Get(JsonDocument.Parse(options.Body).RootElement) });
    }

    private static string? Next(WebPage answer) => JsonDocument.Parse(answer.Body).RootElement.GetProperty("next").GetString();

    private static async Task<WebPage> PostAsync(WebSession session, WebPage page, string path, object content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(content) };
        request.Headers.Add("RequestVerificationToken", page.Find("input[name='__RequestVerificationToken']").GetAttribute("value"));
        return await session.SendAsync(request);
    }
}
