using System.Net;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;
using TakedownCases.Web.Tests.Accounts;
using TakedownCases.Web.Tests.Escalations;

namespace TakedownCases.Web.Tests.Telling;

/// <summary>What staff choose on their profile, and the tasks of somebody who is away.</summary>
public sealed class TellingChoicesTests
{
    private const string Form = "form[action='/staff/profile/telling']";

    [Theory, DatabaseData]
    public async Task What_is_chosen_is_kept_and_shown_again(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, TellingHouse.Options());
        var (me, deputy) = (await TestStaff.CreateAsync(app, language: "fr"), await TestStaff.CreateAsync(app, StaffRole.Supervisor, name: "Sue Example"));
        await app.ChangeAsync(me.Id, user => user.TimeZone = "Europe/Paris");
        using var session = app.NewSession();
        await me.SignInAsync(app, session);

        var page = await session.SubmitAsync(
            await session.OpenAsync("/staff/profile"),
            Form,
            ("Telling.QuietFrom", "20:30"),
            ("Telling.QuietUntil", "07:15"),
            ("Telling.DigestAt", "09:00"),
            ("Telling.WantsMails", null),
            ("Telling.AwayFrom", "2027-03-05"),
            ("Telling.AwayUntil", "2027-03-29"),
            ("Telling.Deputy", deputy.Id.ToString()));

        string[] fields = ["QuietFrom", "QuietUntil", "DigestAt", "AwayFrom", "AwayUntil"];
        Assert.Equal(
            ["20:30", "07:15", "09:00", "2027-03-05", "2027-03-29"],
            fields.Select(field => page.Find($"[name='Telling.{field}']").GetAttribute("value")));
        Assert.Equal(deputy.Id.ToString(), page.Find("[name='Telling.Deputy'] option[selected]").GetAttribute("value"));
        Assert.Null(page.Find("[name='Telling.WantsMails']").GetAttribute("checked"));
        var user = await app.UserAsync(me.Id);
        Assert.Equal(
            (new DateTimeOffset(2027, 3, 4, 23, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 3, 28, 22, 0, 0, TimeSpan.Zero)),
            (user.AwayFrom!.Value, user.AwayUntil!.Value));
        Assert.False(user.WantsMails);
        Assert.Contains("auth.telling-changed", await app.KindsAsync(me.Id, LedgerLane.Auth));
    }

    [Theory]
    [InlineData("QuietUntil", "", "QuietUntil", "need a beginning and an end")]
    [InlineData("QuietUntil", "20:00", "QuietUntil", "at another time")]
    [InlineData("QuietFrom", "25:00", "QuietFrom", "hours and minutes")]
    [InlineData("DigestAt", "", "DigestAt", "Choose the hour")]
    [InlineData("DigestAt", "soon", "DigestAt", "hours and minutes")]
    [InlineData("AwayUntil", "", "AwayUntil", "the day you are back")]
    [InlineData("AwayUntil", "2027-03-05", "AwayUntil", "after the first day away")]
    [InlineData("AwayFrom", "5 March", "AwayFrom", "year, month and day")]
    [InlineData("AwayFrom", "0001-01-01", "AwayFrom", "year, month and day")]
    [InlineData("Deputy", "self", "Deputy", "your own deputy")]
    [InlineData("Deputy", "uncleared", "Deputy", "cannot stand in")]
    [InlineData("Deputy", "admin", "Deputy", "cannot stand in")]
    [InlineData("Deputy", "closed", "Deputy", "cannot stand in")]
    [InlineData("Deputy", "nonsense", "Deputy", "cannot stand in")]
    public async Task What_cannot_be_is_refused_kindly_beside_its_field_and_nothing_is_saved(string field, string value, string at, string words)
    {
        await using var app = await TestApp.StartAsync(DatabaseKind.Sqlite, TellingHouse.Options());
        var me = await TestStaff.CreateAsync(app, minors: true);
        var people = new Dictionary<string, Guid>(StringComparer.Ordinal)
        {
            ["self"] = me.Id,
            ["uncleared"] = (await TestStaff.CreateAsync(app, StaffRole.Supervisor)).Id,
            ["admin"] = (await TestStaff.CreateAsync(app, StaffRole.Admin, minors: true)).Id,
            ["closed"] = (await TestStaff.CreateAsync(app, StaffRole.Supervisor, minors: true)).Id,
        };
        await app.ChangeAsync(people["closed"], user => user.DisabledAt = app.Clock.GetUtcNow());
        using var session = app.NewSession();
        await me.SignInAsync(app, session);
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["QuietFrom"] = "20:00", ["QuietUntil"] = "07:00", ["DigestAt"] = "09:00", ["AwayFrom"] = "2027-03-05", ["AwayUntil"] = "2027-03-08",
        };
        fields[field] = people.TryGetValue(value, out var id) ? id.ToString() : value;

        var page = await session.PostAsync(
            await session.OpenAsync("/staff/profile"), Form, [.. fields.Select(one => ("Telling." + one.Key, one.Value)), ("Telling.WantsMails", null)]);

        Assert.Equal((HttpStatusCode.OK, null), (page.Status, page.Location));
        Assert.Contains(words, page.Find($"#{page.Find($"[name='Telling.{at}']").Id}-error").TextContent, StringComparison.Ordinal);
        Assert.Null(page.Find("[name='Telling.WantsMails']").GetAttribute("checked"));
        Assert.Null((await app.UserAsync(me.Id)).QuietFrom);
    }

    [Theory, DatabaseData]
    public async Task Whoever_stands_in_finds_the_tasks_and_may_say_they_are_done_without_being_let_into_more(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, TellingHouse.Options());
        var (deputy, boss) = (await TestStaff.CreateAsync(app, StaffRole.Supervisor, name: "Sue Example"),
            await TestStaff.CreateAsync(app, StaffRole.Supervisor, minors: true));
        var (me, peer) = (await TestStaff.CreateAsync(app, minors: true, name: "Ana Example"), await TestStaff.CreateAsync(app, name: "Ben Example"));
        var (mine, minor) = (await app.HeldAsync(me), await app.HeldAsync(me, Track.Minor));
        await app.AskAsync(mine);
        await app.AskAsync(minor);
        await app.AwayAsync(me, deputy);
        using var session = app.NewSession();
        await deputy.SignInAsync(app, session);

        var page = await session.OpenAsync("/staff/tasks");
        Assert.Equal([mine.Number.Value], Desk.Numbers(page));
        Assert.Contains("Ana Example", page.Find("section[aria-labelledby='away']").TextContent, StringComparison.Ordinal);
        Assert.Contains("You stand in", page.Find("section[aria-labelledby='away']").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(minor.Number.Value, page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await session.GetAsync($"/staff/cases/{minor.Number}")).Status);
        Assert.Equal("The task is done.", (await session.SubmitAsync(page, "main form[action^='/staff/tasks']")).Find("[role=status]").TextContent.Trim());

        using var chief = app.NewSession();
        await boss.SignInAsync(app, chief);
        Assert.Equal([minor.Number.Value], Desk.Numbers(await chief.OpenAsync("/staff/tasks")));

        await app.AwayAsync(me, peer);
        using var colleague = app.NewSession();
        await peer.SignInAsync(app, colleague);
        var theirs = await colleague.OpenAsync("/staff/tasks");
        Assert.Empty(Desk.Numbers(theirs));
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync($"/staff/cases/{mine.Number}")).Status);
    }

    [Fact]
    public async Task The_list_of_people_says_who_is_away()
    {
        await using var app = await TestApp.StartAsync(DatabaseKind.Sqlite, TellingHouse.Options());
        var (me, admin) = (await TestStaff.CreateAsync(app), await TestStaff.CreateAsync(app, StaffRole.Admin));
        await app.AwayAsync(me, deputy: null);
        using var session = app.NewSession();
        await admin.SignInAsync(app, session);

        var row = (await session.OpenAsync("/staff/people")).Document.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(me.Email, StringComparison.Ordinal));
        Assert.Contains("Away until", row.TextContent, StringComparison.Ordinal);
    }
}
