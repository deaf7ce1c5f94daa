using System.Net;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;
using TakedownCases.Web.Tests.Queue;

namespace TakedownCases.Web.Tests.Calls;

/// <summary>Filing for somebody on the telephone (practice P16).</summary>
public sealed class CallTests
{
    [Theory]
    [DatabaseData("en", "adult", Track.Adult)]
    [DatabaseData("fr", "adult", Track.Adult)]
    [DatabaseData("en", "minor", Track.Minor)]
    [DatabaseData("fr", "unsure", Track.Minor)]
    public async Task A_call_becomes_a_case_on_its_track_in_the_language_of_the_person(
        DatabaseKind kind, string language, string age, Track track)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var viewer = await SignedIn.HireAsync(app, StaffRole.Advocate, cleared: true, language: language);
        using var staff = SignedIn.As(app, viewer, language);

        var done = await Call.FileAsync(staff, ("AgeWhenMade", age), ("Language", language), ("Country", "fr"));

        Assert.Equal("/staff/calls/done", Call.PathOf(done));
        var filed = Assert.Single(await Call.CasesAsync(app));
        Assert.Equal(filed.Number.Value, Call.Number(done));
        Assert.Equal((track, language, "FR"), (filed.Track, filed.Language, filed.Country));
        Assert.Equal(Severity.Urgent, filed.Severity);
        Assert.Single(filed.Places);
        Assert.Equal([ConsentAction.NotifyPlatforms], filed.Consents.Select(consent => consent.Action));
        Assert.True(Assert.Single(filed.Keys).Spoken);
        var (details, contact) = await Call.OpenAsync(app, filed);
        Assert.Equal(Call.Words, details.Words);
        Assert.Equal(age == "unsure", details.AgeUnsure);
        Assert.Equal(new CallerRecord("telephone", "Canary Swahili", false, true, true, Call.Witness), details.Caller);
        Assert.Equal((ContactChannel.Telephone, Call.Phone, true), (contact.Channel, contact.Address, contact.NoVoicemail));
    }

    [Theory]
    [InlineData("en", "Never let a relative or a child interpret")]
    [InlineData("fr", "Ne faites jamais traduire par un proche ou un enfant")]
    public async Task The_form_warns_of_relatives_who_interpret(string language, string warning)
    {
        await using var app = await TestApp.StartAsync(options: SignedIn.Options());
        var viewer = await SignedIn.HireAsync(app, StaffRole.Advocate, language: language);
        using var staff = SignedIn.As(app, viewer, language);

        Assert.Contains(warning, (await staff.OpenAsync("/staff/calls")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [DatabaseData("AgeWhenMade", "Choose an age")]
    [DatabaseData("ReadBack", "Read everything back")]
    [DatabaseData("Agreed", "Ask the caller aloud")]
    [DatabaseData("WitnessName", "needs a witness")]
    public async Task Nothing_is_filed_without_it_and_nothing_typed_is_lost(DatabaseKind kind, string field, string said)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        using var staff = await SignedIn.AsAsync(app, StaffRole.Advocate);

        var refused = await Call.FileAsync(staff, (field, null));

        Assert.Contains(said, refused.Text, StringComparison.Ordinal);
        Assert.Empty(await Call.CasesAsync(app));
        var back = await staff.OpenAsync("/staff/calls");
        Assert.Contains(Call.Words, back.Find("textarea[name=Words]").TextContent, StringComparison.Ordinal);
        Assert.Equal(Call.Phone, back.Find("input[name=ContactAddress]").GetAttribute("value"));
        var done = await staff.SubmitAsync(back, Call.Form, Call.Whole.Single(one => one.Name == field));
        Assert.Equal("/staff/calls/done", Call.PathOf(done));
        Assert.Single(await Call.CasesAsync(app));
    }

    [Theory]
    [DatabaseData]
    public async Task A_call_without_consents_needs_no_witness(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        using var staff = await SignedIn.AsAsync(app, StaffRole.Supervisor);

        await Call.FileAsync(staff, ("Consents", null), ("WitnessName", null));

        Assert.Empty(Assert.Single(await Call.CasesAsync(app)).Consents);
    }

    [Theory]
    [DatabaseData]
    public async Task A_form_sent_twice_files_once_and_shows_one_key(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        using var staff = await SignedIn.AsAsync(app, StaffRole.Advocate);
        var form = await staff.OpenAsync("/staff/calls");

        var once = await staff.SubmitAsync(form, Call.Form, Call.Whole);
        var twice = await staff.SubmitAsync(form, Call.Form, Call.Whole);

        Assert.Single(await Call.CasesAsync(app));
        Assert.Equal(once.Find(".key").TextContent, twice.Find(".key").TextContent);
        var other = await staff.SubmitAsync(form, Call.Form, Call.With(("Words", "another call")));
        Assert.Contains("the key of another call", other.Text, StringComparison.Ordinal);
        Assert.Contains("another call", other.Find("textarea[name=Words]").TextContent, StringComparison.Ordinal);
        Assert.Single(await Call.CasesAsync(app));
    }

    [Theory]
    [DatabaseData]
    public async Task The_key_is_gone_once_it_was_read_out_and_after_half_an_hour(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        using var staff = await SignedIn.AsAsync(app, StaffRole.Advocate);

        var done = await Call.FileAsync(staff);
        var key = done.Find(".key").TextContent;
        await staff.SubmitAsync(done, "#forget");
        Assert.DoesNotContain(key, (await staff.OpenAsync("/staff/calls/done")).Body, StringComparison.Ordinal);

        var second = (await Call.FileAsync(staff)).Find(".key").TextContent;
        app.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.NotEqual(key, second);
        Assert.DoesNotContain(second, (await staff.OpenAsync("/staff/calls/done")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [DatabaseData]
    public async Task A_bystander_gets_a_number_and_no_key(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        using var staff = await SignedIn.AsAsync(app, StaffRole.Advocate);

        var done = await Call.FileAsync(staff, ("Filer", "Bystander"));

        Assert.Null(done.Document.QuerySelector(".key"));
        var filed = Assert.Single(await Call.CasesAsync(app));
        Assert.Empty(filed.Keys);
        Assert.Empty(filed.Consents);
        Assert.Null(filed.Contact);
    }

    [Theory]
    [DatabaseData]
    public async Task Who_is_not_cleared_files_for_a_minor_and_then_finds_no_case(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        using var staff = await SignedIn.AsAsync(app, StaffRole.Advocate);

        var done = await Call.FileAsync(staff, ("AgeWhenMade", "minor"));

        Assert.NotEmpty(done.Find(".key").TextContent);
        var number = Assert.Single(await Call.CasesAsync(app)).Number.Value;
        await staff.SubmitAsync(done, "#forget");
        Assert.DoesNotContain(number, (await staff.OpenAsync("/staff/queue?tab=free")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/staff/cases/{number}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/staff/queue/{number}")).Status);
    }

    [Theory]
    [DatabaseData]
    public async Task A_draft_is_nobody_elses_and_only_case_workers_take_calls(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var first = await SignedIn.HireAsync(app, StaffRole.Advocate);
        using var desk = SignedIn.As(app, first);
        await desk.SubmitAsync(await desk.OpenAsync("/staff/calls"), Call.Form, Call.With(("ReadBack", null)));
        using var next = await SignedIn.AsAsync(app, StaffRole.Advocate);
        next.Cookies.Put("__Host-c", desk.Cookies.Cookies["__Host-c"]);

        Assert.DoesNotContain(Call.Words, (await next.OpenAsync("/staff/calls/new")).Body, StringComparison.Ordinal);
        foreach (var role in new[] { StaffRole.Triage, StaffRole.Legal, StaffRole.Admin })
        {
            using var other = await SignedIn.AsAsync(app, role);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/staff/calls/new")).Status);
        }
    }

    [Theory]
    [DatabaseData]
    public async Task A_pasted_picture_is_not_kept_and_no_word_or_key_reaches_a_log(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        using var staff = await SignedIn.AsAsync(app, StaffRole.Advocate);
        const string picture = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk";

        var refused = await Call.FileAsync(staff, ("Words", Call.Words + " " + picture), ("ReadBack", null));
        Assert.DoesNotContain("iVBOR", refused.Body, StringComparison.Ordinal);
        var done = await Call.FileAsync(staff);
        var key = done.Find(".key").TextContent;

        Assert.NotEmpty(app.Logs);
        foreach (var secret in new[] { "canary", "iVBOR", key, key.Replace(" ", "", StringComparison.Ordinal) })
        {
            Assert.DoesNotContain(app.Logs, line => line.Everything.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }
}
