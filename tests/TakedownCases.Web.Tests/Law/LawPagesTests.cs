using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Law;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;
using TakedownCases.Web.Tests.Accounts;

namespace TakedownCases.Web.Tests.Law;

public sealed class LawPagesTests
{
    private const string Fields = "form#fields";

    [Theory, DatabaseData]
    public async Task One_person_proposes_another_lets_it_hold_and_the_pages_say_so(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        using var legal = await TestStaff.SignedInAsync(app, StaffRole.Legal);
        using var admin = await TestStaff.SignedInAsync(app, StaffRole.Admin);

        var form = await legal.OpenAsync("/staff/law/policy/first-review-adult-standard/change");
        var mine = await legal.SubmitAsync(form, Fields, ("Form.Duration", "PT6H"), ("Form.Reason", "We can do better"));
        Assert.Contains("somebody else decides", mine.Text, StringComparison.Ordinal);
        Assert.Null(mine.Document.QuerySelector("#activate"));

        var theirs = await admin.OpenAsync((await admin.OpenAsync("/staff/law/changes")).Find(".timeline a").GetAttribute("href")!);
        Assert.Contains("PT8H", theirs.Text, StringComparison.Ordinal);
        Assert.Contains("PT6H", theirs.Text, StringComparison.Ordinal);
        var done = await admin.SubmitAsync(theirs, "#activate");

        Assert.Contains("In force", done.Find(".head").TextContent, StringComparison.Ordinal);
        Assert.Contains("6 working hours", (await legal.OpenAsync("/staff/law/policies")).Text, StringComparison.Ordinal);
        Assert.Equal(
            TimeSpan.FromHours(6), app.Services.GetRequiredService<CurrentLaw>().Now.Policies.Find(ClockKind.FirstReview, "adult", "standard")!.Span.Time);
        Assert.Equal(["admin.rule-proposed", "admin.rule-activated"], await app.KindsAsync(Guid.Empty, LedgerLane.Admin));
        Assert.Contains("first-review-adult-standard", (await admin.OpenAsync("/staff/admin-log")).Text, StringComparison.Ordinal);
        var rule = await legal.OpenAsync("/staff/law/policy/first-review-adult-standard");
        Assert.Contains("PT8H", rule.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        await using var app = await TestApp.StartAsync();
        using var legal = await TestStaff.SignedInAsync(app, StaffRole.Legal);

        var page = await legal.SubmitAsync(
            await legal.OpenAsync("/staff/law/basis/us-tida-removal/change"),
            Fields,
            ("Form.Duration", "two days"), ("Form.InForceFrom", "31/01/2027"), ("Form.Notes", "My own notes"), ("Form.Reason", "It changed"));
        Assert.Contains("Write a length that fits its unit", page.Text, StringComparison.Ordinal);
        Assert.Contains("Write the date as", page.Text, StringComparison.Ordinal);
        Assert.Equal("two days", page.Find("#fields input[name='Form.Duration']").GetAttribute("value"));
        Assert.Contains("My own notes", page.Find("#fields").TextContent, StringComparison.Ordinal);

        page = await legal.SubmitAsync(page, Fields, ("Form.Way", "json"), ("Form.Json", "{ \"id\": \"us-tida-removal\" }"), ("Form.Reason", "It changed"));
        Assert.Contains("It cannot be used as it is", page.Text, StringComparison.Ordinal);
        Assert.Contains("\"id\": \"us-tida-removal\" }", page.Find("textarea[name='Form.Json']").TextContent, StringComparison.Ordinal);
        Assert.Equal("two days", page.Find("input[name='Form.Duration']").GetAttribute("value"));

        page = await legal.SubmitAsync(page, Fields, ("Form.Duration", "PT24H"), ("Form.InForceFrom", "2027-01-31"));
        Assert.Contains("You changed the whole record too", page.Text, StringComparison.Ordinal);
        Assert.Contains("My own notes", page.Find("textarea[name='Form.Notes']").TextContent, StringComparison.Ordinal);

        page = await legal.SubmitAsync(await legal.OpenAsync("/staff/law/basis/us-tida-removal/change"), Fields, ("Form.Reason", "x"));
        Assert.Contains("says the same", page.Text, StringComparison.Ordinal);
        Assert.Empty(await app.KindsAsync(Guid.Empty, LedgerLane.Admin));
    }

    [Fact]
    public async Task Holidays_are_added_by_line_and_from_pasted_calendar_text_and_wrong_lines_are_named()
    {
        await using var app = await TestApp.StartAsync();
        using var legal = await TestStaff.SignedInAsync(app, StaffRole.Legal);
        var form = await legal.OpenAsync("/staff/law/calendar/office/change");
        var days = form.Find("#fields textarea[name='Form.Holidays']").TextContent;

        var wrong = await legal.SubmitAsync(
            form, Fields, ("Form.Holidays", days + "\nsoon a holiday"), ("Form.Ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270503T0900\nSUMMARY:A\nEND:VEVENT\nEND:VCALENDAR"), ("Form.Reason", "r"));
        Assert.Contains("write the date, a blank, and the name", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("Line 3: a holiday is a whole day", wrong.Text, StringComparison.Ordinal);

        var made = await legal.SubmitAsync(
            wrong, Fields, ("Form.Holidays", days), ("Form.Ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270503\nSUMMARY:House day\nEND:VEVENT\nEND:VCALENDAR"), ("Form.Reason", "r"));
        Assert.Contains("2027-05-03 House day", made.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_of_our_own_is_shown_as_policy_and_a_law_says_why_it_runs_no_clocks()
    {
        await using var app = await TestApp.StartAsync();
        using var legal = await TestStaff.SignedInAsync(app, StaffRole.Legal);
        using var admin = await TestStaff.SignedInAsync(app, StaffRole.Admin);
        var law = await legal.OpenAsync("/staff/law/basis/eu-dsa-16-notice");
        Assert.Contains("The law gives no hours.", law.Text, StringComparison.Ordinal);

        var made = await legal.SubmitAsync(
            await legal.OpenAsync("/staff/law/new?law=eu-dsa-16-notice"), Fields, ("Form.Duration", "PT48H"), ("Form.Reason", "Our patience"));
        await admin.SubmitAsync(await admin.OpenAsync(made.Path), "#activate");

        Assert.Contains("Our policy", (await legal.OpenAsync("/staff/law?Does=policy")).Find("table").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_of_our_own_is_begun_from_the_law_that_was_chosen()
    {
        await using var app = await TestApp.StartAsync();
        using var legal = await TestStaff.SignedInAsync(app, StaffRole.Legal);
        var choose = await legal.OpenAsync("/staff/law/new");
        Assert.Null(choose.Document.QuerySelector(Fields));

        Assert.NotNull(choose.Document.QuerySelector("#choose option[value='eu-dsa-22-trusted-flagger']"));
        var form = await legal.OpenAsync("/staff/law/new?law=eu-dsa-22-trusted-flagger");
        Assert.Contains("Art. 22(1)", form.Find("input[name='Form.Citation']").GetAttribute("value"), StringComparison.Ordinal);
        var wrong = await legal.SubmitAsync(form, Fields, ("Form.Duration", "soon"), ("Form.Reason", "Our patience"));
        var made = await legal.SubmitAsync(wrong, Fields, ("Form.Duration", "PT48H"));
        Assert.Contains("eu-dsa-22-trusted-flagger", made.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await legal.GetAsync("/staff/law/new?law=us-tida-removal")).Status);
    }

    [Fact]
    public async Task A_review_is_a_legal_colleagues_own_and_does_not_outlive_what_was_reviewed()
    {
        await using var app = await TestApp.StartAsync();
        using var legal = await TestStaff.SignedInAsync(app, StaffRole.Legal);
        using var admin = await TestStaff.SignedInAsync(app, StaffRole.Admin);
        const string Change = "/staff/law/basis/us-tida-removal/change";
        Assert.Null((await admin.OpenAsync(Change)).Document.QuerySelector("input[name='Form.Reviewed']"));

        var made = await legal.SubmitAsync(await legal.OpenAsync(Change), Fields, ("Form.Notes", "Read today"), ("Form.Reviewed", "true"), ("Form.Reason", "Reviewed"));
        await admin.SubmitAsync(await admin.OpenAsync(made.Path), "#activate");
        Assert.NotNull(Holding(app).Reviewer);

        var notes = await admin.SubmitAsync(await admin.OpenAsync(Change), Fields, ("Form.Notes", "Another note"), ("Form.Reason", "A note"));
        await legal.SubmitAsync(await legal.OpenAsync(notes.Path), "#activate");
        Assert.NotNull(Holding(app).Reviewer);

        var shorter = await admin.SubmitAsync(await admin.OpenAsync(Change), Fields, ("Form.Duration", "PT24H"), ("Form.Reviewed", "true"), ("Form.Reason", "Shorter"));
        await legal.SubmitAsync(await legal.OpenAsync(shorter.Path), "#activate");
        Assert.Equal(("PT24H", null), (Holding(app).Duration!.Text, Holding(app).Reviewer));
    }

    [Fact]
    public async Task Who_refuses_says_why_and_what_was_typed_is_not_lost()
    {
        await using var app = await TestApp.StartAsync();
        using var legal = await TestStaff.SignedInAsync(app, StaffRole.Legal);
        using var admin = await TestStaff.SignedInAsync(app, StaffRole.Admin);
        var made = await legal.SubmitAsync(
            await legal.OpenAsync("/staff/law/policy/first-review-adult-standard/change"), Fields, ("Form.Duration", "PT6H"), ("Form.Reason", "r"));

        var page = await admin.OpenAsync(made.Path);
        Assert.Contains("Say why", (await admin.SubmitAsync(page, "#refuse")).Text, StringComparison.Ordinal);
        var longer = new string('x', 1001);
        page = await admin.SubmitAsync(page, "#refuse", ("answer", longer));
        Assert.Contains(longer, page.Find("#answer").TextContent, StringComparison.Ordinal);
        page = await admin.SubmitAsync(page, "#refuse", ("answer", "Six hours is too short"));
        Assert.Contains("Refused or taken back", page.Find(".head").TextContent, StringComparison.Ordinal);
        Assert.Contains("Six hours is too short", page.Text, StringComparison.Ordinal);
    }

    private static LegalBasis Holding(TestApp app)
        => app.Services.GetRequiredService<CurrentLaw>().Now.Bases.All.Last(basis => basis.Id == "us-tida-removal");

    [Fact]
    public async Task Of_two_who_decide_the_second_is_told_and_unknown_rules_are_not_there()
    {
        await using var app = await TestApp.StartAsync();
        using var legal = await TestStaff.SignedInAsync(app, StaffRole.Legal);
        using var first = await TestStaff.SignedInAsync(app, StaffRole.Admin);
        using var second = await TestStaff.SignedInAsync(app, StaffRole.Admin);
        await legal.SubmitAsync(
            await legal.OpenAsync("/staff/law/policy/first-review-adult-standard/change"), Fields, ("Form.Duration", "PT6H"), ("Form.Reason", "r"));
        var path = (await first.OpenAsync("/staff/law/changes")).Find(".timeline a").GetAttribute("href")!;
        var (one, two) = (await first.OpenAsync(path), await second.OpenAsync(path));

        await first.SubmitAsync(one, "#activate");
        Assert.Contains("A colleague has decided this already.", (await second.SubmitAsync(two, "#refuse", ("answer", "Too short for us"))).Text, StringComparison.Ordinal);

        foreach (var missing in (string[])["basis/nothing", "nothing/us-tida-removal", "basis/nothing/change", $"changes/{Guid.CreateVersion7()}"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await legal.GetAsync("/staff/law/" + missing)).Status);
        }
    }

    [Theory]
    [InlineData(StaffRole.Advocate)]
    [InlineData(StaffRole.Supervisor)]
    [InlineData(StaffRole.Triage)]
    public async Task Others_have_no_such_pages(StaffRole role)
    {
        await using var app = await TestApp.StartAsync();
        using var staff = await TestStaff.SignedInAsync(app, role);

        Assert.NotEqual(HttpStatusCode.OK, (await staff.GetAsync("/staff/law")).Status);
        Assert.DoesNotContain("/staff/law", (await staff.OpenAsync("/staff/queue")).Find("nav").InnerHtml, StringComparison.Ordinal);
    }
}
