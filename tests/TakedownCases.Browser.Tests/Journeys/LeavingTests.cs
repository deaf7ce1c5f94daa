using Microsoft.Playwright;
using TakedownCases.Testing;

namespace TakedownCases.Browser.Tests.Journeys;

/// <summary>"Leave this page" in the middle of the form, and the browser's Back after it.</summary>
public sealed class LeavingTests(BrowserFixture browser)
{
    private const string Elsewhere = "<!doctype html><html lang=en><title>Weather</title><link rel=icon href='data:,'><h1>Weather</h1>";

    private const string PressShift = """
        () => {
          for (let press = 0; press < 3; press++) dispatchEvent(new KeyboardEvent('keyup', { key: 'Shift' }));
          const box = document.querySelector('.blank')?.getBoundingClientRect();
          return !!box && box.top <= 0 && box.left <= 0 && box.width >= innerWidth - 20 && box.height >= innerHeight;
        }
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_leaving_Back_shows_nothing_of_the_form(bool script)
    {
        await using var app = await BrowserApp.StartAsync();
        var options = new VisitOptions { Width = 390, Height = 844, Script = script, ExpectedConsole = ["404", "410"] };
        await browser.VisitAsync(app, options, async visit =>
        {
            var person = new Visitor(visit, "en");
            await AnswerElsewhereAsync(person);
            await TypeSecretsAsync(person);

            await person.SendAsync("a.exit");
            Assert.Equal("Weather", await visit.Page.TitleAsync());
            Assert.DoesNotContain(await visit.Page.Context.CookiesAsync(), cookie => cookie.Name == "__Host-f");

            await visit.Page.GoBackAsync();
            await HidesSecretsAsync(person);
            await person.OpenAsync("/en/f/3");
            await HidesSecretsAsync(person);
        });
    }

    [Fact]
    public async Task The_page_is_covered_the_moment_Shift_is_pressed_the_third_time()
    {
        await using var app = await BrowserApp.StartAsync();
        await browser.VisitAsync(app, new VisitOptions(), async visit =>
        {
            var person = new Visitor(visit, "en");
            await AnswerElsewhereAsync(person);
            await TypeSecretsAsync(person);
            var covered = false;
            await person.FollowAsync(async () => covered = await visit.Page.EvaluateAsync<bool>(PressShift));

            Assert.True(covered, "the cover hides the whole window before anything is asked of the network");
            Assert.Equal("Weather", await visit.Page.TitleAsync());
        });
    }

    // The other site is not asked in a test: what our server answers stands, and its redirect ends in a page of ours.
    private static async Task AnswerElsewhereAsync(Visitor person) => await person.Page.RouteAsync("**/en/exit", async route =>
    {
        var answer = await route.FetchAsync(new RouteFetchOptions { MaxRedirects = 0 });
        Assert.Equal(303, answer.Status);
        await route.FulfillAsync(new RouteFulfillOptions { Status = 200, ContentType = "text/html", Body = Elsewhere });
    });

    private static async Task HidesSecretsAsync(Visitor person)
    {
        var content = await person.Page.ContentAsync();
        Assert.DoesNotContain("secret-place", content, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-words", content, StringComparison.Ordinal);
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
