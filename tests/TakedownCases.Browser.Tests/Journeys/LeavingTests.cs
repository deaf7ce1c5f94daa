using Microsoft.Playwright;
using TakedownCases.Testing;

namespace TakedownCases.Browser.Tests.Journeys;

/// <summary>"Leave this page" in the middle of the form, and the browser's Back after it.</summary>
public sealed class LeavingTests(BrowserFixture browser)
{
    private const string Elsewhere = "<!doctype html><html lang=en><title>Weather</title><link rel=icon href='data:,'><h1>Weather</h1>";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_leaving_Back_shows_nothing_of_the_form(bool script)
    {
        await using var app = await BrowserApp.StartAsync();
        var options = new VisitOptions { Width = 390, Height = 844, Script = script, ExpectedConsole = ["404", "410"], AllowsElsewhere = true };
        await browser.VisitAsync(app, options, async visit =>
        {
            var person = new Visitor(visit, "en");
            await visit.Page.Context.RouteAsync(
                url => new Uri(url).Authority != app.Address!.Authority,
                route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = Elsewhere }));
            await TypeSecretsAsync(person);

            await person.SendAsync("a.exit");
            await visit.Page.WaitForURLAsync(url => new Uri(url).Authority != app.Address!.Authority);
            Assert.Equal("Weather", await visit.Page.TitleAsync());
            Assert.DoesNotContain(await visit.Page.Context.CookiesAsync(), cookie => cookie.Name == "__Host-f");

            await visit.Page.GoBackAsync();
            var content = await visit.Page.ContentAsync();
            Assert.DoesNotContain("secret-place", content, StringComparison.Ordinal);
            Assert.DoesNotContain("secret-words", content, StringComparison.Ordinal);
            await person.OpenAsync("/en/f/3");
            Assert.DoesNotContain("secret-place", await visit.Page.ContentAsync(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_page_is_covered_at_once_while_the_way_out_is_slow()
    {
        await using var app = await BrowserApp.StartAsync();
        await browser.VisitAsync(app, new VisitOptions(), async visit =>
        {
            var person = new Visitor(visit, "en");
            await TypeSecretsAsync(person);
            var held = new TaskCompletionSource();
            await visit.Page.RouteAsync("**/en/exit", async route =>
            {
                await held.Task;
                await route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = Elsewhere });
            });
            for (var press = 0; press < 3; press++)
            {
                await visit.Page.Keyboard.PressAsync("Shift");
            }

            var cover = await visit.Page.Locator(".blank").BoundingBoxAsync();
            Assert.True(cover is { X: <= 0, Y: <= 0, Width: >= 1280, Height: >= 900 }, "the cover hides the whole window");
            await person.FollowAsync(() =>
            {
                held.SetResult();
                return Task.CompletedTask;
            });
            Assert.Equal("Weather", await visit.Page.TitleAsync());
        });
    }

    private static async Task TypeSecretsAsync(Visitor person)
    {
        await person.OpenAsync("/en/f/1");
        await person.ChooseAsync("Age", "adult");
        await person.ChooseAsync("Edited", "no");
        await person.SendAsync();
        await person.SendAsync();
        await person.TypeAsync("Where", "https://example.org/secret-place");
        await person.SendAsync();
        await person.SendAsync();
        await person.TypeAsync("Words", "secret-words");
    }
}
