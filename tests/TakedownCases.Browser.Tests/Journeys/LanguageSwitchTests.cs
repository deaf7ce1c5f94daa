using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Browser.Tests.Journeys;

/// <summary>Another language in the middle of a page: everything typed is still there.</summary>
public sealed class LanguageSwitchTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_typed_survives_a_switch_of_language(bool script)
    {
        await using var app = await BrowserApp.StartAsync();
        var options = new VisitOptions { Width = 390, Height = 844, Script = script };
        await browser.VisitAsync(app, options, async visit =>
        {
            var person = new Visitor(visit, "en");
            await person.OpenAsync("/en/f/1");
            await person.ChooseAsync("Age", "adult");
            await person.SendAsync("nav.languages button[value=fr]");
            Assert.Equal("/fr/f/1", person.Path);
            Assert.True(await visit.Page.IsCheckedAsync("[name=Age][value=adult]"));
            await person.SendAsync();
            await person.SendAsync();
            await person.TypeAsync("Where", "https://example.org/kept");
            await person.SendAsync("nav.languages button[value=en]");
            Assert.Equal("/en/f/3", person.Path);
            Assert.Contains("https://example.org/kept", await visit.Page.ContentAsync(), StringComparison.Ordinal);
            Assert.Equal("en", await visit.Page.GetAttributeAsync("html", "lang"));
        });
    }

    [Fact]
    public async Task A_message_typed_in_a_visit_survives_a_switch_of_language()
    {
        await using var app = await BrowserApp.StartAsync();
        var key = CaseKey.NewRandom();
        await BrowserApp.FileAsync(app, key);
        await browser.VisitAsync(app, new VisitOptions { Width = 390, Height = 844 }, async visit =>
        {
            var person = new Visitor(visit, "en");
            await person.EnterAsync(key.Show());
            await person.OpenAsync("/en/k/messages");
            await person.TypeAsync("Text", "half a sentence");
            await person.SendAsync("nav.languages button[value=fr]");
            Assert.Equal("fr", await visit.Page.GetAttributeAsync("html", "lang"));
            Assert.Equal("half a sentence", await visit.Page.InputValueAsync("[name=Text]"));
        });
    }
}
