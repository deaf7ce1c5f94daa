using Microsoft.Playwright;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Browser.Tests;

/// <summary>What pages weigh over the wire, compressed as browsers ask for it.</summary>
public sealed class SizeTests(BrowserFixture browser)
{
    private const int FirstPage = 25 * 1024;
    private const int Queue = 60 * 1024;
    private const int Cases = 60;

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task The_first_page_is_small_and_makes_few_requests(string language)
    {
        await using var app = await BrowserApp.StartAsync();
        await browser.VisitAsync(app, new VisitOptions { Width = 390, Height = 844 }, async visit =>
        {
            var (bytes, requests) = await WeighAsync(visit, $"/{language}");

            Console.WriteLine(FormattableString.Invariant($"counts: first page {bytes} bytes, {requests} requests ({language})"));
            Assert.InRange(bytes, 1000, FirstPage);
            Assert.InRange(requests, 2, 5);
        });
    }

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

    private static async Task<(int Bytes, int Requests)> WeighAsync(BrowserVisit visit, string path)
    {
        var done = new List<IRequest>();
        visit.Page.RequestFinished += (_, request) => done.Add(request);
        await visit.OpenAsync(path);
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var bytes = 0;
        foreach (var request in done)
        {
            var sizes = await request.SizesAsync();
            bytes += sizes.ResponseHeadersSize + sizes.ResponseBodySize;
        }

        return (bytes, done.Count);
    }
}
