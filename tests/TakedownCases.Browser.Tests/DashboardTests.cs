using Microsoft.Playwright;
using TakedownCases.Domain.Access;
using TakedownCases.Testing;

namespace TakedownCases.Browser.Tests;

/// <summary>Hangfire's pages work under the content policy they are given. Compiled with Stack=full alone.</summary>
[Trait("Kind", "Contract")]
public sealed class DashboardTests(BrowserFixture browser)
{
    [Theory, DatabaseData]
    public async Task Its_pages_work_without_a_word_on_the_console(DatabaseKind kind)
    {
        await using var app = await BrowserApp.StartAsync(kind);
        var admin = await TestStaff.CreateAsync(app, StaffRole.Admin);
        await browser.VisitAsync(app, new VisitOptions { Dark = kind == DatabaseKind.Postgres }, async visit =>
        {
            var visitor = new Visitor(visit, "en");
            await visitor.SignInAsync(app, admin);
            await visit.Page.ClickAsync("nav a[href='/jobs']");
            await visit.Page.WaitForRequestFinishedAsync(new() { Predicate = request => request.Url.EndsWith("/jobs/stats", StringComparison.Ordinal) });
            Assert.True(await visit.Page.Locator("canvas").First.IsVisibleAsync());
            await visit.ScreenshotAsync("jobs");
            foreach (var path in new[] { "recurring", "servers", "jobs/enqueued", "jobs/succeeded" })
            {
                await visit.OpenAsync("/jobs/" + path);
                await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
                await visit.ScreenshotAsync("jobs-" + path.Replace('/', '-'));
            }

            await visit.Page.ClickAsync("a[href^='/jobs/jobs/details/']");
            await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await visit.ScreenshotAsync("jobs-details");
        });
    }
}
