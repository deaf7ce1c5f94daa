using TakedownCases.Testing;

namespace TakedownCases.Browser.Tests;

/// <summary>The pages before the form, as browsers show them.</summary>
public sealed class WelcomeTests(BrowserFixture browser)
{
    private static readonly string[] Paths = ["", "/help", "/help?country=FR", "/about", "/privacy"];

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Axe_finds_nothing_in_any_look(string language)
    {
        await using var app = await TestApp.StartForBrowsersAsync();
        await browser.VisitInEveryLookAsync(app, new VisitOptions { BypassCsp = true }, async visit =>
        {
            foreach (var path in Paths)
            {
                await visit.OpenAsync($"/{language}{path}");
                await visit.CheckAccessibilityAsync();
                Assert.False(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"), path);
            }
        });
    }

    [Fact]
    public async Task A_country_is_chosen_with_script_off_and_the_first_page_makes_five_requests_at_most()
    {
        await using var app = await TestApp.StartForBrowsersAsync();
        await browser.VisitAsync(app, new VisitOptions { Width = 390, Script = false }, async visit =>
        {
            await visit.OpenAsync("/en");
            Assert.InRange(visit.Requests.Count, 2, 5);

            await visit.Page.ClickAsync("main .way a[href='/en/help']");
            await visit.Page.SelectOptionAsync("main select", "IE");
            await visit.Page.ClickAsync("main form button");

            Assert.Contains("Country=IE", visit.Page.Url, StringComparison.Ordinal);
            Assert.Contains("1800 66 66 66", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        });
    }
}
