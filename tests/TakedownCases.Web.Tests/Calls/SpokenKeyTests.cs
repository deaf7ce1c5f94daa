using TakedownCases.Domain.Access;
using TakedownCases.Testing;
using TakedownCases.Web.Tests.Queue;

namespace TakedownCases.Web.Tests.Calls;

/// <summary>A key that staff have heard leads to a key of the person's own first, and to nothing else.</summary>
public sealed class SpokenKeyTests
{
    [Theory]
    [DatabaseData]
    public async Task The_first_page_behind_a_spoken_key_is_a_key_of_ones_own(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        using var staff = await SignedIn.AsAsync(app, StaffRole.Advocate);
        var spoken = (await Call.FileAsync(staff)).Find(".key").TextContent;
        using var visitor = app.NewSession();

        var first = await EnterAsync(visitor, spoken);

        Assert.Equal("/en/k/new", Call.PathOf(first));
        Assert.Contains("Make your own key now", first.Text, StringComparison.Ordinal);
        foreach (var page in new[] { "case", "print", "messages", "places", "words", "contact", "allow", "stop", "erase" })
        {
            var answer = await visitor.GetAsync("/en/k/" + page);
            Assert.Equal("/en/k/new", answer.Location);
            Assert.DoesNotContain("canary", answer.Body, StringComparison.Ordinal);
        }

        var shown = await visitor.SubmitAsync(first, "#ask");
        var own = shown.Find(".key").TextContent;
        Assert.NotEqual(spoken, own);
        Assert.Equal("/en/k/new", Call.PathOf(await visitor.SubmitAsync(shown, "#not")));
        shown = await visitor.SubmitAsync(await visitor.OpenAsync("/en/k/new"), "#ask");
        own = shown.Find(".key").TextContent;
        var done = await visitor.SubmitAsync(shown, "#ask");
        Assert.Equal("/en/k/case", Call.PathOf(done));
        Assert.Contains(Call.Words, done.Text, StringComparison.Ordinal);

        using var again = app.NewSession();
        Assert.Contains("opens nothing here", (await EnterAsync(again, spoken)).Text, StringComparison.Ordinal);
        Assert.Equal("/en/k/case", Call.PathOf(await EnterAsync(again, own)));
    }

    private static async Task<WebPage> EnterAsync(WebSession visitor, string key)
        => await visitor.SubmitAsync(await visitor.OpenAsync("/en/k"), "#ask", ("Key", key));
}
