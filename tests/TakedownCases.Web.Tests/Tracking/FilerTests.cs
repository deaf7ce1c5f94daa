using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Tracking;

/// <summary>Who filed for somebody else sees what they wrote, and never what the survivor wrote (practice P7, P8).</summary>
public sealed class FilerTests
{
    [Theory, DatabaseData]
    public async Task A_representative_sees_only_what_they_filed_until_a_person_has_checked(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app, filer: FilerKind.Representative);
        await filed.ChangeAsync((found, _, now) => found.CheckPlace(found.Places[0].Id, null, Actor.OfStaff(StaffId.New(now), "advocate"), now));
        await filed.AnswerAsync("for the survivor's eyes");
        using var filer = app.NewSession();

        var page = await filed.EnterAsync(filer);

        Assert.All(Filed.States(page), state => Assert.Equal("We have it. A person will look.", state));
        Assert.DoesNotContain("survivor's eyes", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("survivor's eyes", (await filer.OpenAsync("/en/k/messages")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("news from us", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Filed.Words, page.Text, StringComparison.Ordinal);
        Assert.Contains(Filed.Address, page.Text, StringComparison.Ordinal);

        await filed.ChangeAsync((found, _, now) => found.CheckAuthority("papers seen", Actor.OfStaff(StaffId.New(now), "advocate"), now));
        page = await filer.OpenAsync("/en/k/case");

        Assert.Contains("A person checked it. We can work on it.", Filed.States(page));
        Assert.Contains("survivor's eyes", page.Text, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task Saying_this_is_about_me_opens_nothing_by_itself(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app, filer: FilerKind.Representative);
        await filed.AnswerAsync("for the survivor's eyes");
        using var visitor = app.NewSession();
        await filed.EnterAsync(visitor);

        await TakeOverAsync(visitor, filerStays: null);
        var page = await visitor.OpenAsync("/en/k/case");

        Assert.Contains("we first check that it is about you", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("survivor's eyes", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("a[href$='/erase']"));
    }

    [Theory, DatabaseData]
    public async Task The_survivors_own_key_ends_the_filers(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app, filer: FilerKind.Representative);
        using var filer = app.NewSession();
        using var survivor = app.NewSession();
        await filed.EnterAsync(filer);
        await filed.EnterAsync(survivor);

        await TakeOverAsync(survivor, filerStays: null);

        Assert.Equal("/en/k", Filed.PathOf(await filer.OpenAsync("/en/k/case")));
        Assert.Equal("/en/k/case", Filed.PathOf(await survivor.OpenAsync("/en/k/case")));
    }

    [Theory, DatabaseData]
    public async Task A_guardian_who_may_stay_never_sees_what_the_child_wrote(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app, Track.Minor, FilerKind.Representative);
        await filed.ChangeAsync((found, _, now) => found.CheckAuthority("seen", Actor.OfStaff(StaffId.New(now), "advocate"), now));
        using var guardian = app.NewSession();
        using var child = app.NewSession();
        await filed.EnterAsync(guardian);
        await filed.EnterAsync(child);
        await TakeOverAsync(child, filerStays: "true");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await child.SubmitAsync(await child.OpenAsync("/en/k/messages"), "#ask", ("Text", "child-secret message"));
        Assert.Equal(ActorKind.Survivor, Assert.Single((await filed.LoadAsync()).Messages).By);
        await child.SubmitAsync(await child.OpenAsync("/en/k/words"), "#ask", ("Text", "child-secret words"));
        await child.SubmitAsync(await child.OpenAsync("/en/k/places"), "#ask", ("Text", "https://example.net/child-secret"));
        await child.SubmitAsync(
            await child.OpenAsync("/en/k/contact"), "#ask", ("Channel", "ThroughSomeone"), ("Address", "child-secret friend"));
        await filed.AnswerAsync("child-secret answer");

        foreach (var path in new[] { "case", "sent", "messages", "words", "contact", "places", "print", "stop", "allow", "erase", "new" })
        {
            var page = await guardian.OpenAsync($"/en/k/{path}");
            Assert.Equal($"/en/k/{path}", Filed.PathOf(page));
            Assert.DoesNotContain("child-secret", page.Body, StringComparison.Ordinal);
        }

        var seen = await child.OpenAsync("/en/k/case");
        Assert.Contains("child-secret message", seen.Text, StringComparison.Ordinal);
        Assert.Contains("child-secret answer", seen.Text, StringComparison.Ordinal);
        Assert.Equal([], await filed.VerifyAsync());
    }

    [Theory]
    [InlineData("allow", "#ask")]
    [InlineData("stop", "#all")]
    [InlineData("erase", "#ask")]
    [InlineData("contact", "#ask")]
    public async Task A_filer_beside_a_survivor_changes_nothing_of_theirs(string path, string form)
    {
        await using var app = await TestApp.StartAsync();
        var filed = await Filed.NewAsync(app, Track.Minor, FilerKind.Representative);
        using var guardian = app.NewSession();
        using var child = app.NewSession();
        await filed.EnterAsync(guardian);
        await filed.EnterAsync(child);
        await TakeOverAsync(child, filerStays: "true");
        var before = await filed.LoadAsync();

        var page = await guardian.SubmitAsync(
            await guardian.OpenAsync($"/en/k/{path}"), form, ("Keep", "everything"), ("Channel", "ComesBack"), ("Allowed", "TellPolice"));

        Assert.Contains("This key cannot do that", page.Find(".errors").TextContent, StringComparison.Ordinal);
        var after = await filed.LoadAsync();
        Assert.Equal((before.State, before.ErasureDueAt), (after.State, after.ErasureDueAt));
        Assert.Equal([ConsentAction.NotifyPlatforms], after.Consents.Where(one => one.IsInForce).Select(one => one.Action));
    }

    private static async Task TakeOverAsync(WebSession visitor, string? filerStays)
    {
        var shown = await visitor.SubmitAsync(
            await visitor.OpenAsync("/en/k/new"), "#ask", ("TakeOver", "true"), ("FilerStays", filerStays));
        var done = await visitor.SubmitAsync(shown, "#ask");
        Assert.Contains("The new key works now", done.Text, StringComparison.Ordinal);
    }
}
