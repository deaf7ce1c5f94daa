using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using TakedownCases.Benchmarks.Bare;
using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Queue;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Benchmarks.Runs;

/// <summary>
/// The queue page over HTTP against a bare Razor page of the same size, four clients each, in turns so that both see the
/// same machine; and the page's query alone, with its read entry.
/// </summary>
internal static class QueueRun
{
    private const int Clients = 4;
    private const int WarmUps = 30;
    private const int Rounds = 5;
    private const int RequestsPerClient = 60;

    private static readonly Viewer Supervisor
        = new(new StaffId(Guid.Parse("01000000-0000-7000-8000-0000000000ff")), StaffRole.Supervisor, ClearedForMinors: true);

    public static async Task RunAsync(BenchDatabase bench, BenchOptions options, BenchReport report)
    {
        await using (var scope = bench.Services.CreateAsyncScope())
        {
            var cases = await scope.ServiceProvider.GetRequiredService<TakedownDbContext>().Cases.CountAsync(it => it.NextDueAt != null);
            report.Figure($"queue {bench.Provider}: open cases", cases, "");
        }

        var query = await Timing.MeasureAsync(20, 200, _ => QueryAsync(bench));
        report.Figure($"queue {bench.Provider}: query and read entry, median", query.Median(), "ms");
        report.Figure($"queue {bench.Provider}: query and read entry, p99", query.P99(), "ms");

        await using var host = new QueueHost(bench, options.At);
        var address = host.Start();
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };
        using var first = await client.GetAsync(new Uri("/staff/queue", UriKind.Relative));
        if (first.StatusCode != HttpStatusCode.OK)
        {
            report.Figure($"queue {bench.Provider}: the page answered", (int)first.StatusCode, "");
            return;
        }

        var size = (await first.Content.ReadAsByteArrayAsync()).Length;
        await using var bare = await BareAsync();
        using var bareClient = new HttpClient { BaseAddress = new Uri(bare.Urls.First()) };
        var (page, plain) = (new List<double>(), new List<double>());
        var (pageSeconds, plainSeconds) = (0d, 0d);
        for (var round = 0; round < WarmUps; round++)
        {
            // The runtime compiles what runs often a second time, and that takes more than a few pages.
            await LoadAsync(client, "/staff/queue", []);
            await LoadAsync(bareClient, $"/bare?size={size}", []);
        }

        for (var round = 0; round < Rounds; round++)
        {
            plainSeconds += await LoadAsync(bareClient, $"/bare?size={size}", plain);
            pageSeconds += await LoadAsync(client, "/staff/queue", page);
        }

        double[] sorted = [.. page.Order()];
        report.AtMost($"queue {bench.Provider}: size of the page", size / 1024d, "KB", 60);
        report.Figure($"queue {bench.Provider}: page, median at {Clients} clients", sorted.Median(), "ms");
        report.AtMost($"queue {bench.Provider}: page, p99 at {Clients} clients", sorted.P99(), "ms", 20);
        report.Figure($"queue {bench.Provider}: pages per second", page.Count / pageSeconds, "1/s");
        report.Figure($"queue {bench.Provider}: bare pages per second", plain.Count / plainSeconds, "1/s");
        report.AtLeast($"queue {bench.Provider}: rate against a bare page", 100 * plainSeconds / pageSeconds, "%", 15);
    }

    private static async Task QueryAsync(BenchDatabase bench)
    {
        await using var scope = bench.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var queue = new CaseQueue(
            services.GetRequiredService<TakedownDbContext>(), services.GetRequiredService<CaseStore>(), services.GetRequiredService<TimeProvider>());
        var slice = await queue.ReadAsync(Supervisor, QueuePart.All, QueueFilter.None, null, backwards: false, CancellationToken.None);
        await services.GetRequiredService<ReadLog>()
            .ListAsync(Supervisor, "queue.all", [.. slice.Rows.Select(row => row.Id)], CancellationToken.None);
    }

    /// <summary>Seconds for all clients together; each request's milliseconds go into the list.</summary>
    private static async Task<double> LoadAsync(HttpClient client, string address, List<double> times)
    {
        var started = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, Clients).Select(number => Task.Run(async () =>
        {
            var own = new List<double>(RequestsPerClient);
            for (var i = 0; i < RequestsPerClient; i++)
            {
                var sent = Stopwatch.GetTimestamp();
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
                request.Headers.Add(QueueHost.Header, number.ToString(CultureInfo.InvariantCulture));
                using var answer = await client.SendAsync(request);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
                own.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }

            return own;
        })));
        times.AddRange(all.SelectMany(own => own));
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<WebApplication> BareAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddControllersWithViews().ConfigureApplicationPartManager(parts =>
        {
            var own = typeof(BareController).Assembly.GetName().Name;
            foreach (var part in parts.ApplicationParts.Where(part => part.Name != own).ToList())
            {
                parts.ApplicationParts.Remove(part);
            }
        });
        var app = builder.Build();
        app.MapControllers();
        await app.StartAsync();
        return app;
    }
}
