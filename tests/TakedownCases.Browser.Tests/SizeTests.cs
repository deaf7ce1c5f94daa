using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Browser.Tests;

/// <summary>What the queue weighs before compression.</summary>
public sealed class SizeTests(BrowserFixture browser)
{
    private const int Queue = 60 * 1024;
    private const int Cases = 60;

    [Fact]
    public async Task The_queue_with_fifty_rows_is_small()
    {
        await using var app = await BrowserApp.StartAsync();
        for (var i = 0; i < Cases; i++)
        {
            await BrowserApp.FileAsync(app, CaseKey.NewRandom(), i % 4 == 0 ? Track.Minor : Track.Adult, i % 2 == 0 ? "fr" : "en");
        }

        await browser.VisitAsync(app, new VisitOptions(), async visit =>
        {
            var staff = new Visitor(visit, "en");
            await staff.SignInAsync(app, await TestStaff.CreateAsync(app, minors: true));
            var response = await staff.OpenAsync("/staff/queue?tab=free");

            var page = (await response.BodyAsync()).Length;
            Assert.Equal(50, await visit.Page.Locator("table.queue tbody tr").CountAsync());
            await visit.ScreenshotAsync("queue-fifty");
            Console.WriteLine(FormattableString.Invariant($"counts: queue of 50 rows {page} bytes before compression"));
            Assert.InRange(page, 1000, Queue);
        });
    }
}
