using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Browser.Tests.Tours;

/// <summary>
/// Every page of the app, on both tracks, for each role, in one language, with the content security policy as it ships: axe
/// finds nothing in any look, nothing is wider than 320 px, and nothing that a survivor presses is small.
/// </summary>
internal sealed class SiteTour(BrowserFixture browser)
{
    /// <summary>Routes that answer no page: redirects, downloads, probes and what machines read.</summary>
    private static readonly string[] NoPages =
    [
        "", "exit", "{lang:lang}/exit", "{lang:lang}/f/note.txt", "staff", "staff/queue/find", "staff/calls", "sitemap.xml",
        "staff/cases/{number}/packs/{id:guid}/text", "staff/cases/{number}/packs/{id:guid}/json", "health/live", "health/ready", "health/jobs", "{**path:file}", "health/live/", "health/ready/", "health/jobs/",
    ];

    public async Task RunAsync(string language)
    {
        var (axe, narrow) = (new AxeCheck(inDark: language == "en"), new NarrowCheck());
        var check = new EveryCheck(axe, narrow);
        await TourAsync(language, check, new VisitOptions());

        Console.WriteLine(FormattableString.Invariant(
            $"counts: pages {check.Pages}, axe looks {axe.Pages}, violations {axe.Problems.Count}, too wide or too small {narrow.Problems.Count} ({language})"));
        Assert.True(check.All.Count == 0, string.Join('\n', check.All));
    }

    private async Task TourAsync(string language, PageCheck check, VisitOptions options)
    {
        var seen = new SeenEndpoints();
        await using var app = await BrowserApp.StartAsync(seen: seen);
        var look = options with { Locale = language == "fr" ? "fr-FR" : "en-GB", ExpectedConsole = ["404", "410", "422"] };
        foreach (var part in FilingTour.Parts)
        {
            await VisitAsync(app, look, language, visitor => part(new FilingTour(app, visitor, check)), check);
        }

        foreach (var track in Enum.GetValues<Track>())
        {
            await VisitAsync(app, look, language, visitor => new TrackingTour(app, visitor, check).RunAsync(track), check);
        }

        var adult = await BrowserApp.FileAsync(app, CaseKey.NewRandom(), Track.Adult, "fr");
        var minor = await BrowserApp.FileAsync(app, CaseKey.NewRandom(), Track.Minor);
        var odd = await BrowserApp.FileAsync(app, CaseKey.NewRandom(), isUnchecked: true);
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            await VisitAsync(app, look, language, visitor => new StaffTour(app, visitor, check, adult, minor, odd).RunAsync(role), check);
        }

        var missed = seen.Missed(app.Services, NoPages).ToList();
        Console.WriteLine($"nobody looked at: {string.Join(' ', missed)}");
        check.Problems.AddRange(missed.Select(route => $"nobody looked at {route}"));
    }

    // One part of the tour that stops must not hide what the others find.
    private async Task VisitAsync(TestApp app, VisitOptions look, string language, Func<Visitor, Task> tour, PageCheck check)
    {
        var at = "";
        try
        {
            await browser.VisitAsync(app, look, async visit =>
            {
                var visitor = new Visitor(visit, language);
                try
                {
                    await tour(visitor);
                }
                finally
                {
                    at = visit.Page.Url;
                }
            });
        }
        catch (Exception exception)
        {
            check.Problems.Add($"the tour stopped at {at}: {exception.Message}");
            Console.WriteLine($"found: {check.Problems[^1]}");
        }
    }
}
