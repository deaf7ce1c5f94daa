using System.Net;
using TakedownCases.Domain.Access;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Accounts;

/// <summary>Signing in with password and code, through the pages.</summary>
public sealed class SignInTests
{
    [Theory, DatabaseData]
    public async Task Staff_sign_in_with_password_and_code(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var staff = await TestStaff.CreateAsync(app, StaffRole.Admin);
        using var session = app.NewSession();

        var done = await staff.SignInAsync(app, session);

        Assert.Equal("/staff/people", done.Location);
        Assert.Contains("__Host-s", session.Cookies.Cookies.Keys);
        Assert.DoesNotContain("__Host-h", session.Cookies.Cookies.Keys);
    }

    [Fact]
    public async Task An_unknown_page_is_not_found_and_never_leads_to_the_sign_in()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/en/no-such-page")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/staff/no-such-page")).Status);
    }
}
