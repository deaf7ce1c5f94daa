using System.Net;
using TakedownCases.Data.Identity;
using TakedownCases.Domain.Access;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Accounts;

/// <summary>How long a session lives, and what ends it.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task A_session_ends_after_half_an_hour_without_a_page()
    {
        await using var app = await TestApp.StartAsync();
        using var session = await TestStaff.SignedInAsync(app);

        app.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, (await session.GetAsync("/staff/profile")).Status);
        app.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, (await session.GetAsync("/staff/profile")).Status);
        app.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(HttpStatusCode.SeeOther, (await session.GetAsync("/staff/profile")).Status);
    }

    [Fact]
    public async Task A_session_ends_after_eight_hours_of_work()
    {
        await using var app = await TestApp.StartAsync();
        using var session = await TestStaff.SignedInAsync(app);
        for (var quarter = 1; quarter < 32; quarter++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(15));
            Assert.Equal(HttpStatusCode.OK, (await session.GetAsync("/staff/profile")).Status);
        }

        app.Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal(HttpStatusCode.SeeOther, (await session.GetAsync("/staff/profile")).Status);
    }

    [Theory]
    [InlineData("disabled")]
    [InlineData("role")]
    [InlineData("clearance")]
    [InlineData("stamp")]
    public async Task A_session_ends_within_a_minute_of_what_it_rests_on(string change)
    {
        await using var app = await TestApp.StartAsync();
        var staff = await TestStaff.CreateAsync(app, StaffRole.Advocate, minors: true);
        using var session = app.NewSession();
        await staff.SignInAsync(app, session);
        await app.ChangeAsync(staff.Id, user => Change(user, change, app.Clock.GetUtcNow()));

        app.Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(HttpStatusCode.SeeOther, (await session.GetAsync("/staff/profile")).Status);
        Assert.DoesNotContain("__Host-s", session.Cookies.Cookies.Keys);
    }

    private static void Change(StaffUser user, string change, DateTimeOffset now)
    {
        switch (change)
        {
            case "disabled":
                user.DisabledAt = now;
                break;
            case "role":
                user.Role = StaffRole.Triage;
                break;
            case "clearance":
                user.ClearedForMinors = false;
                break;
            default:
                user.EndSessions();
                break;
        }
    }
}
