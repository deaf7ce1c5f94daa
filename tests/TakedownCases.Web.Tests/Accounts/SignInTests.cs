using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Identity;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Accounts;

/// <summary>Signing in with password and code, through the pages.</summary>
public sealed partial class SignInTests
{
    private const string PasswordForm = "form[action='/staff/sign-in']";
    private const string CodeForm = "form[action='/staff/sign-in/code']";

    [Theory, DatabaseData]
    public async Task Staff_sign_in_with_password_and_code_and_out_again(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var staff = await TestStaff.CreateAsync(app, StaffRole.Admin);
        using var session = app.NewSession();

        var done = await staff.SignInAsync(app, session);
        var profile = await session.OpenAsync("/staff/profile");
        var left = await session.PostAsync(profile, "form[action='/staff/sign-out']");

        Assert.Equal("/staff/people", done.Location);
        Assert.Contains(staff.Email, profile.Text, StringComparison.Ordinal);
        Assert.Equal("/staff/sign-in", left.Location);
        Assert.Equal("/staff/sign-in?back=%2Fstaff%2Fprofile", (await session.GetAsync("/staff/profile")).Location);
        Assert.DoesNotContain(session.Cookies.Cookies.Keys, name => name is "__Host-s" or "__Host-h");
        var entries = await app.EntriesAsync(staff.Id, LedgerLane.Auth);
        Assert.Equal(["auth.password", "auth.signed-in", "auth.signed-out"], entries.Select(entry => entry.Kind));
        Assert.Null(entries[0].Find(LedgerTag.Session));
        Assert.Equal(entries[1].Find(LedgerTag.Session)!.Value.ToArray(), entries[2].Find(LedgerTag.Session)!.Value.ToArray());
    }

    [Fact]
    public async Task The_cookies_are_secure_strict_hidden_from_script_and_bound_to_the_host()
    {
        await using var app = await TestApp.StartAsync();
        var staff = await TestStaff.CreateAsync(app);
        using var session = app.NewSession();

        var done = await staff.SignInAsync(app, session);

        var cookie = done.Response.Headers.GetValues("Set-Cookie").Single(line => line.StartsWith("__Host-s=", StringComparison.Ordinal));
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, DatabaseData]
    public async Task A_code_works_once(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var staff = await TestStaff.CreateAsync(app);
        using var first = app.NewSession();
        using var second = app.NewSession();
        var code = staff.CodeAt(app.Clock.GetUtcNow());

        Assert.Equal("/staff/queue", (await TryAsync(staff, first, code)).Location);
        var replayed = await TryAsync(staff, second, code);

        Assert.Null(replayed.Location);
        Assert.DoesNotContain("__Host-s", second.Cookies.Cookies.Keys);
        Assert.Equal("auth.code", (await app.KindsAsync(staff.Id, LedgerLane.Auth))[^1]);
    }

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public async Task A_code_works_one_step_either_side(int seconds, bool works)
    {
        await using var app = await TestApp.StartAsync();
        var staff = await TestStaff.CreateAsync(app);
        using var session = app.NewSession();

        var answer = await TryAsync(staff, session, staff.CodeAt(app.Clock.GetUtcNow().AddSeconds(seconds)));

        Assert.Equal(works, answer.Location is not null);
    }

    [Theory, DatabaseData]
    public async Task Of_two_who_use_a_code_at_the_same_moment_one_gets_in(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var staff = await TestStaff.CreateAsync(app);
        var code = staff.CodeAt(app.Clock.GetUtcNow());
        WebSession[] sessions = [app.NewSession(), app.NewSession(), app.NewSession(), app.NewSession()];
        var pages = new List<WebPage>();
        foreach (var session in sessions)
        {
            pages.Add(await PasswordAsync(session, staff.Email, TestStaff.Password));
        }

        var answers = await Task.WhenAll(sessions.Zip(pages).Select(pair => pair.First.PostAsync(pair.Second, CodeForm, ("Passcode", code))));

        Assert.Single(answers, answer => answer.Location is not null);
        Assert.Single(sessions, session => session.Cookies.Cookies.ContainsKey("__Host-s"));
        foreach (var session in sessions)
        {
            session.Dispose();
        }
    }

    [Theory, DatabaseData]
    public async Task Unknown_wrong_disabled_not_enrolled_and_too_fast_get_the_same_answer_for_the_same_work(DatabaseKind kind)
    {
        var hasher = new CountingHasher();
        await using var app = await TestApp.StartAsync(kind, new TestAppOptions
        {
            Services = services => services.AddSingleton<IPasswordHasher<StaffUser>>(hasher),
        });
        var wrong = await TestStaff.CreateAsync(app);
        var disabled = await TestStaff.CreateAsync(app);
        await app.ChangeAsync(disabled.Id, user => user.DisabledAt = app.Clock.GetUtcNow());
        var invited = await TestStaff.CreateAsync(app);
        await app.ChangeAsync(invited.Id, user => user.EnrolledAt = null);
        var hurried = await TestStaff.CreateAsync(app);
        using var session = app.NewSession();
        for (var tries = 0; tries < 6; tries++)
        {
            await PasswordAsync(session, hurried.Email, "not this one either");
        }

        (string Email, string Password)[] attempts =
        [
            ("nobody.here@example.org", TestStaff.Password), (wrong.Email, "not the right one"), (disabled.Email, TestStaff.Password),
            (invited.Email, TestStaff.Password), (hurried.Email, TestStaff.Password),
        ];
        var answers = new List<string>();
        foreach (var (email, password) in attempts)
        {
            using var fresh = app.NewSession();
            var before = hasher.Verified;
            var page = await PasswordAsync(fresh, email, password);
            Assert.Equal(1, hasher.Verified - before);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("__Host-h", fresh.Cookies.Cookies.Keys);
            answers.Add(Token().Replace(page.Body, "").Replace(email, "", StringComparison.Ordinal));
        }

        Assert.Single(answers.Distinct(StringComparer.Ordinal));
        Assert.Equal("unknown", Reason((await app.EntriesAsync(Guid.Empty, LedgerLane.Auth))[^1]));
        Assert.Equal("wrong", Reason((await app.EntriesAsync(wrong.Id, LedgerLane.Auth))[^1]));
        Assert.Equal("disabled", Reason((await app.EntriesAsync(disabled.Id, LedgerLane.Auth))[^1]));
        Assert.Equal("not-enrolled", Reason((await app.EntriesAsync(invited.Id, LedgerLane.Auth))[^1]));
        Assert.Equal("too-fast", Reason((await app.EntriesAsync(hurried.Id, LedgerLane.Auth))[^1]));
    }

    [Fact]
    public async Task Waiting_lets_a_colleague_in_again()
    {
        await using var app = await TestApp.StartAsync();
        var staff = await TestStaff.CreateAsync(app);
        using var session = app.NewSession();
        for (var tries = 0; tries < 8; tries++)
        {
            await PasswordAsync(session, staff.Email, "not this one either");
        }

        app.Clock.Advance(TimeSpan.FromSeconds(20));

        Assert.NotNull((await staff.SignInAsync(app, session)).Location);
    }

    [Theory]
    [InlineData("https://example.com/", "/staff/queue")]
    [InlineData("//example.com/staff/", "/staff/queue")]
    [InlineData("/staff//example.com", "/staff/queue")]
    [InlineData("/staff/\\example.com", "/staff/queue")]
    [InlineData("/\\example.com", "/staff/queue")]
    [InlineData("/staff/sign-out", "/staff/queue")]
    [InlineData("/en", "/staff/queue")]
    [InlineData("/staff/profile?a=1", "/staff/profile?a=1")]
    public async Task Signing_in_leads_on_to_a_staff_page_and_nowhere_else(string back, string expected)
    {
        await using var app = await TestApp.StartAsync();
        var staff = await TestStaff.CreateAsync(app);
        using var session = app.NewSession();

        Assert.Equal(expected, (await staff.SignInAsync(app, session, back)).Location);
    }

    [Fact]
    public async Task An_unknown_page_is_not_found_and_never_leads_to_the_sign_in()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/en/no-such-page")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/staff/no-such-page")).Status);
    }

    [Fact]
    public async Task What_the_role_does_not_open_is_not_found()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        using var advocate = await TestStaff.SignedInAsync(app, StaffRole.Advocate);

        var answer = await visitor.GetAsync("/staff/people");

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal("/staff/sign-in?back=%2Fstaff%2Fpeople", answer.Location);
        Assert.Equal(HttpStatusCode.NotFound, (await advocate.GetAsync("/staff/people")).Status);
        Assert.DoesNotContain("/staff/people", (await advocate.GetAsync("/staff/profile")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sign_in_page_speaks_the_language_chosen_on_it()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        var page = await visitor.OpenAsync("/staff/sign-in");

        page = await visitor.SubmitAsync(page, "form[action='/staff/language']", ("language", "fr"));

        Assert.Equal("Connexion", page.Find("h1").TextContent);
    }

    [Fact]
    public async Task No_log_line_holds_an_address_a_password_or_a_code()
    {
        await using var app = await TestApp.StartAsync();
        var staff = await TestStaff.CreateAsync(app);
        using var session = app.NewSession();
        await PasswordAsync(session, "canary.unknown@example.org", "canary wrong password");
        await TryAsync(staff, session, "918273");
        await staff.SignInAsync(app, session);
        var code = staff.CodeAt(app.Clock.GetUtcNow());

        Assert.NotEmpty(app.Logs);
        foreach (var canary in new[] { staff.Email, "canary.unknown", "canary wrong", TestStaff.Password, "918273", code })
        {
            Assert.DoesNotContain(app.Logs, line => line.Everything.Contains(canary, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static async Task<WebPage> PasswordAsync(WebSession session, string email, string password)
        => await session.SubmitAsync(await session.OpenAsync("/staff/sign-in"), PasswordForm, ("Email", email), ("Password", password));

    private static async Task<WebPage> TryAsync(TestStaff staff, WebSession session, string code)
        => await session.PostAsync(await PasswordAsync(session, staff.Email, TestStaff.Password), CodeForm, ("Passcode", code));

    private static string Reason(LedgerEntry entry)
        => System.Text.Encoding.UTF8.GetString(entry.Find(LedgerTag.ReasonCode)!.Value.Span);

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"[^\"]+\"", RegexOptions.None, 1000)]
    private static partial Regex Token();

    private sealed class CountingHasher : IPasswordHasher<StaffUser>
    {
        private readonly PasswordHasher<StaffUser> _inner = new();
        private int _verified;

        public int Verified => _verified;

        public string HashPassword(StaffUser user, string password) => _inner.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(StaffUser user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _verified);
            return _inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
