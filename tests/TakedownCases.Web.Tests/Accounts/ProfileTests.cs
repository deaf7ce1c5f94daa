using System.Net;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Accounts;

/// <summary>One's own account.</summary>
public sealed class ProfileTests
{
    [Theory, DatabaseData]
    public async Task What_is_chosen_holds_on_the_next_page(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var staff = await TestStaff.CreateAsync(app);
        using var session = app.NewSession();
        await staff.SignInAsync(app, session);
        var page = await session.OpenAsync("/staff/profile");

        page = await session.SubmitAsync(
            page,
            "form[action='/staff/profile']",
            ("DisplayName", "Ana Example"),
            ("Language", "fr"),
            ("TimeZone", "Europe/Paris"),
            ("Theme", "dark"),
            ("Shortcuts", null));

        Assert.Equal("fr", page.Find("html").GetAttribute("lang"));
        Assert.Equal("dark", page.Find("html").GetAttribute("data-theme"));
        Assert.Equal("off", page.Find("body").GetAttribute("data-shortcuts"));
        Assert.Equal("Ana Example", page.Find(".who bdi").TextContent);
        Assert.Equal("Europe/Paris", (await app.UserAsync(staff.Id)).TimeZone);
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_needs_the_old_one()
    {
        await using var app = await TestApp.StartAsync();
        var staff = await TestStaff.CreateAsync(app);
        using var here = app.NewSession();
        using var there = app.NewSession();
        await staff.SignInAsync(app, here);
        await staff.SignInAsync(app, there);
        var page = await here.OpenAsync("/staff/profile");
        const string New = "nine brown foxes in fog";

        var refused = await here.PostAsync(page, "form[action$='/password']", ("CurrentPassword", "wrong"), ("Password", New), ("PasswordAgain", New));
        var taken = await here.PostAsync(
            page, "form[action$='/password']", ("CurrentPassword", TestStaff.Password), ("Password", New), ("PasswordAgain", New));
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(refused.Location);
        Assert.Equal("/staff/profile", taken.Location);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/staff/profile")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await there.GetAsync("/staff/profile")).Status);
        Assert.Contains("auth.password-changed", await app.KindsAsync(staff.Id, LedgerLane.Auth));
    }

    [Fact]
    public async Task Signing_out_everywhere_else_leaves_this_session_alone()
    {
        await using var app = await TestApp.StartAsync();
        var staff = await TestStaff.CreateAsync(app);
        using var here = app.NewSession();
        using var there = app.NewSession();
        await staff.SignInAsync(app, here);
        await staff.SignInAsync(app, there);

        await here.SubmitAsync(await here.OpenAsync("/staff/profile"), "form[action$='/sessions']");
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/staff/profile")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await there.GetAsync("/staff/profile")).Status);
    }
}
