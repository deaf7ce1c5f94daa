using System.Net;
using TakedownCases.Data;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;
using TakedownCases.Web.Tests.Accounts;

namespace TakedownCases.Web.Tests.Administration;

/// <summary>Two people for every grant, and none for a case.</summary>
public sealed class PeopleTests
{
    private const string InviteForm = "form[action='/staff/people/invite']";
    private const string DecideForm = "form[action^='/staff/people/requests/']";

    [Theory, DatabaseData]
    public async Task An_account_takes_two_administrators_and_its_link_works_once(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        using var first = await TestStaff.SignedInAsync(app, StaffRole.Admin);
        using var second = await TestStaff.SignedInAsync(app, StaffRole.Admin);

        var asked = await InviteAsync(first, "ana@example.org", "Advocate");
        Assert.Null(asked.Document.QuerySelector(DecideForm));
        Assert.Contains("Another administrator has to decide this.", asked.Text, StringComparison.Ordinal);
        var link = await second.SubmitAsync(await second.OpenAsync("/staff/people"), DecideForm, ("granted", "true"));

        using var ana = app.NewSession();
        var welcome = await ana.OpenAsync(new Uri(link.Find(".address").TextContent).PathAndQuery);
        Assert.Contains("ana@example.org", welcome.Text, StringComparison.Ordinal);
        Assert.Equal(["admin.invite-asked", "admin.invited"], await app.KindsAsync(Guid.Empty, LedgerLane.Admin));
        Assert.Contains("Invited:", (await first.OpenAsync("/staff/admin-log")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_decides_their_own_request_even_with_a_form_made_by_hand()
    {
        await using var app = await TestApp.StartAsync();
        using var first = await TestStaff.SignedInAsync(app, StaffRole.Admin);
        using var second = await TestStaff.SignedInAsync(app, StaffRole.Admin);
        await InviteAsync(first, "ana@example.org", "Supervisor");
        var path = (await second.OpenAsync("/staff/people")).Find(DecideForm).GetAttribute("action")!;

        var page = await first.OpenAsync("/staff/people/invite");
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(
            [
                new("granted", "true"),
                new("__RequestVerificationToken", page.Find("input[name='__RequestVerificationToken']").GetAttribute("value")),
            ]),
        };
        var answer = await first.SendAsync(request);

        Assert.Contains("Another administrator has to decide this.", answer.Find(".errors").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("admin.invited", await app.KindsAsync(Guid.Empty, LedgerLane.Admin));
    }

    [Theory, DatabaseData]
    public async Task The_only_administrator_may_make_one_more_alone_and_only_one(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        using var only = await TestStaff.SignedInAsync(app, StaffRole.Admin);
        Assert.Contains("You are the only administrator.", (await only.OpenAsync("/staff/people")).Text, StringComparison.Ordinal);

        var advocate = await InviteAsync(only, "advocate.ana@example.org", "Advocate");
        var admin = await InviteAsync(only, "admin.ben@example.org", "Admin");
        var third = await InviteAsync(only, "admin.cleo@example.org", "Admin");

        Assert.Null(advocate.Document.QuerySelector(".address"));
        Assert.NotNull(admin.Document.QuerySelector(".address"));
        Assert.Null(third.Document.QuerySelector(".address"));
        Assert.Contains("by one person alone", third.Find(".banners").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Role_and_clearance_are_given_by_a_second_administrator_and_taken_at_once()
    {
        await using var app = await TestApp.StartAsync();
        using var first = await TestStaff.SignedInAsync(app, StaffRole.Admin);
        using var second = await TestStaff.SignedInAsync(app, StaffRole.Admin);
        var staff = await TestStaff.CreateAsync(app, StaffRole.Triage);
        var path = $"/staff/people/{staff.Id}";

        await first.SubmitAsync(await first.OpenAsync(path), "form[action$='/clearance']");
        Assert.False((await app.UserAsync(staff.Id)).ClearedForMinors);
        await second.SubmitAsync(await second.OpenAsync(path), DecideForm, ("granted", "true"));
        Assert.True((await app.UserAsync(staff.Id)).ClearedForMinors);
        await first.SubmitAsync(await first.OpenAsync(path), "form[action$='/role']", ("Role", "Advocate"));
        await second.SubmitAsync(await second.OpenAsync(path), DecideForm, ("granted", "true"));
        Assert.Equal(StaffRole.Advocate, (await app.UserAsync(staff.Id)).Role);
        await first.SubmitAsync(await first.OpenAsync(path), "form[action$='/clearance']");

        Assert.False((await app.UserAsync(staff.Id)).ClearedForMinors);
        Assert.Equal(
            ["admin.clearance-asked", "admin.clearance-granted", "admin.role-asked", "admin.role-changed", "admin.clearance-taken"],
            await app.KindsAsync(Guid.Empty, LedgerLane.Admin));
    }

    [Fact]
    public async Task A_refused_request_changes_nothing()
    {
        await using var app = await TestApp.StartAsync();
        using var first = await TestStaff.SignedInAsync(app, StaffRole.Admin);
        using var second = await TestStaff.SignedInAsync(app, StaffRole.Admin);
        var staff = await TestStaff.CreateAsync(app, StaffRole.Triage);
        var path = $"/staff/people/{staff.Id}";

        await first.SubmitAsync(await first.OpenAsync(path), "form[action$='/role']", ("Role", "Admin"));
        await second.SubmitAsync(await second.OpenAsync(path), DecideForm, ("granted", "false"));

        Assert.Equal(StaffRole.Triage, (await app.UserAsync(staff.Id)).Role);
        Assert.Null((await second.OpenAsync("/staff/people")).Document.QuerySelector(DecideForm));
    }

    [Fact]
    public async Task A_disabled_account_is_signed_out_and_comes_back_only_through_two_people_and_a_new_link()
    {
        await using var app = await TestApp.StartAsync();
        using var first = await TestStaff.SignedInAsync(app, StaffRole.Admin);
        using var second = await TestStaff.SignedInAsync(app, StaffRole.Admin);
        var staff = await TestStaff.CreateAsync(app);
        using var session = app.NewSession();
        await staff.SignInAsync(app, session);
        var path = $"/staff/people/{staff.Id}";

        await first.SubmitAsync(await first.OpenAsync(path), "form[action$='/disable']");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.SeeOther, (await session.GetAsync("/staff/profile")).Status);

        var waiting = await first.SubmitAsync(await first.OpenAsync(path), "form[action$='/link']");
        Assert.Null(waiting.Document.QuerySelector(".address"));
        var link = await second.SubmitAsync(await second.OpenAsync(path), DecideForm, ("granted", "true"));

        Assert.NotNull(link.Find(".address"));
        var user = await app.UserAsync(staff.Id);
        Assert.Null(user.PasswordHash);
        Assert.Null(user.TotpSecret);
    }

    [Fact]
    public async Task The_same_grant_decided_by_two_at_once_is_entered_once()
    {
        await using var app = await TestApp.StartAsync();
        using var first = await TestStaff.SignedInAsync(app, StaffRole.Admin);
        using var second = await TestStaff.SignedInAsync(app, StaffRole.Admin);
        using var third = await TestStaff.SignedInAsync(app, StaffRole.Admin);
        await InviteAsync(first, "ana@example.org", "Advocate");
        var (one, two) = (await second.OpenAsync("/staff/people"), await third.OpenAsync("/staff/people"));

        await Task.WhenAll(second.PostAsync(one, DecideForm, ("granted", "true")), third.PostAsync(two, DecideForm, ("granted", "true")));

        Assert.Single(await app.KindsAsync(Guid.Empty, LedgerLane.Admin), kind => kind == "admin.invited");
        Assert.Single(await app.DataAsync(db => Task.FromResult(db.StaffInvitations.ToList())));
    }

    [Theory]
    [InlineData("", "ana@example.org")]
    [InlineData("Ana", "not an address")]
    [InlineData("Ana", "taken@example.org")]
    public async Task A_wrong_invitation_is_shown_again(string name, string email)
    {
        await using var app = await TestApp.StartAsync();
        using var admin = await TestStaff.SignedInAsync(app, StaffRole.Admin);
        await InviteAsync(admin, "taken@example.org", "Advocate");

        var page = await admin.SubmitAsync(await admin.OpenAsync("/staff/people/invite"), InviteForm, ("Name", name), ("Email", email), ("Role", "Legal"));

        Assert.NotNull(page.Find(".errors"));
        Assert.Equal(email, page.Find("#Email").GetAttribute("value"));
    }

    [Theory]
    [InlineData("/staff/people")]
    [InlineData("/staff/people/invite")]
    [InlineData("/staff/settings")]
    [InlineData("/staff/admin-log")]
    public async Task Administration_exists_for_administrators_only(string path)
    {
        await using var app = await TestApp.StartAsync();
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            using var session = await TestStaff.SignedInAsync(app, role);
            Assert.Equal(role == StaffRole.Admin ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await session.GetAsync(path)).Status);
        }
    }

    [Fact]
    public async Task The_log_is_read_page_by_page()
    {
        await using var app = await TestApp.StartAsync();
        using var admin = await TestStaff.SignedInAsync(app, StaffRole.Admin);
        var now = app.Clock.Now();
        await app.DataAsync(async db =>
        {
            for (var number = 0; number < 60; number++)
            {
                db.Record(LedgerStream.Admin, "admin.disabled", Domain.Cases.Actor.Console, now, _ => { });
            }

            return await db.SaveChangesAsync();
        });

        var page = await admin.OpenAsync("/staff/admin-log");
        Assert.Equal(50, page.Document.QuerySelectorAll(".timeline > li").Length);
        page = await admin.OpenAsync(page.Find("a[rel=next]").GetAttribute("href")!);
        Assert.Equal(10, page.Document.QuerySelectorAll(".timeline > li").Length);
    }

    private static async Task<WebPage> InviteAsync(WebSession session, string email, string role)
        => await session.SubmitAsync(
            await session.OpenAsync("/staff/people/invite"), InviteForm, ("Name", email.Split('@')[0]), ("Email", email), ("Role", role));
}
