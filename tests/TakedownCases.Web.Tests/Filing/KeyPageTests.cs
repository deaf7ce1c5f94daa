using System.Net;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Filing;

/// <summary>Sending twice, and the key: shown again until it is safe, and no longer.</summary>
public sealed class KeyPageTests
{
    [Theory]
    [DatabaseData]
    public async Task A_form_sent_twice_makes_one_case_and_shows_the_same_key(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        using var visitor = app.NewSession();
        var journey = await new Journey(visitor, "en").AdultToCheckAsync();
        var check = journey.Page;

        var both = await Task.WhenAll(
            visitor.SubmitAsync(check, Journey.Form), visitor.SubmitAsync(check, Journey.Form));
        var later = await visitor.SubmitAsync(check, Journey.Form);

        Assert.Single(await Filed.AllAsync(app));
        Assert.Single(both.Append(later).Select(page => page.Find(".key").TextContent).Distinct());
    }

    [Theory]
    [DatabaseData]
    public async Task The_key_is_shown_again_until_it_is_confirmed_and_then_nothing_is_left(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        using var visitor = app.NewSession();
        var journey = await new Journey(visitor, "en").AdultToCheckAsync(words: "canary-kept-answers");
        await journey.AnswerAsync();
        var key = journey.Key;
        app.Clock.Advance(TimeSpan.FromMinutes(29));
        await journey.OpenAsync("/en/f/5");
        Assert.Equal(key, journey.Key);

        await journey.AnswerAsync(("Kept", "unsafe"), ("Reach", "aunt@example.org"));

        Assert.EndsWith("/f/end", journey.Page.Path, StringComparison.Ordinal);
        Assert.Empty(await Filed.DraftsAsync(app));
        var filed = Assert.Single(await Filed.AllAsync(app));
        Assert.NotNull(Assert.Single(filed.Case.Keys).ConfirmedAt);
        Assert.Equal(("unsafe", "canary-kept-answers"), (filed.Details.KeyKept, filed.Details.Words));
        Assert.Equal((ContactChannel.Mail, "aunt@example.org"), (filed.Contact!.Channel, filed.Contact.Address));
        var gone = await visitor.OpenAsync("/en/f/key");
        Assert.Null(gone.Document.QuerySelector(".key"));
    }

    [Fact]
    public async Task After_half_an_hour_no_page_shows_the_key()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        var journey = await new Journey(visitor, "en").MinorToCheckAsync();
        await journey.AnswerAsync();
        var key = journey.Key;
        app.Clock.Advance(TimeSpan.FromMinutes(30));

        foreach (var path in new[] { "/en/f/key", "/en/f/card", "/en/f/note.txt", "/fr/f/key" })
        {
            var page = await visitor.OpenAsync(path);
            Assert.DoesNotContain(key, string.Concat(page.Body.Where(char.IsAsciiDigit)), StringComparison.Ordinal);
        }

        Assert.Empty(await Filed.DraftsAsync(app));
    }

    [Fact]
    public async Task Card_and_note_carry_the_key_and_the_address_and_say_nothing_else()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        var journey = await new Journey(visitor, "en").AdultToCheckAsync();
        await journey.AnswerAsync();
        var key = journey.Key;

        var card = await visitor.OpenAsync("/en/f/card");
        var note = await visitor.GetAsync("/en/f/note.txt");

        Assert.Equal(key, string.Concat(card.Find(".card .key").TextContent.Where(char.IsAsciiDigit)));
        Assert.Equal("attachment; filename=note.txt; filename*=UTF-8''note.txt", note.Header("Content-Disposition"));
        Assert.Equal($"{string.Join(' ', key.Chunk(4).Select(group => new string(group)))}\nlocalhost/en\n", note.Body);
        Assert.Equal("no-store", note.Header("Cache-Control"));
    }

    [Fact]
    public async Task After_sending_the_draft_holds_no_answer_any_more()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        var journey = await new Journey(visitor, "en").AdultToCheckAsync(words: "canary-words");
        await journey.AnswerAsync();
        var row = Assert.Single(await Filed.DraftsAsync(app));
        var seal = Data.Vault.CookieSeal.TryRead(visitor.Cookies.Cookies["__Host-f"])!;
        var text = System.Text.Encoding.UTF8.GetString(new Data.Vault.DraftCipher(new Data.Vault.FieldCipher()).Open(seal, row.Content));
        Assert.DoesNotContain("canary", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_browser_sees_no_key()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        using var stranger = app.NewSession();
        await (await new Journey(visitor, "en").AdultToCheckAsync()).AnswerAsync();
        var page = await stranger.OpenAsync("/en/f/key");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("There is no key to show here", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, null, true)]
    [InlineData(60, null, false)]
    [InlineData(60, "http://example.com", true)]
    public async Task What_a_machine_files_is_marked_and_not_refused(int seconds, string? honeypot, bool marked)
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        var journey = await new Journey(visitor, "en").AdultToCheckAsync();
        app.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await journey.AnswerAsync(("website", honeypot ?? ""));
        Assert.Equal(marked, Assert.Single(await Filed.AllAsync(app)).Case.IsUnchecked);
    }
}
