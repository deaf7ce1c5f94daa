using Microsoft.Playwright;
using TakedownCases.Testing;

[assembly: AssemblyFixture(typeof(TakedownCases.Browser.Tests.BrowserFixture))]

namespace TakedownCases.Browser.Tests;

/// <summary>One Chromium for all browser tests. It can reach this machine only; every visit has a profile of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--headless", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("TDC_CHROMIUM") ?? "/usr/bin/chromium",
            Args = Arguments,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>
    /// Runs <paramref name="body"/> as one visitor of <paramref name="app"/>. Fails when the console complained (blocked by
    /// the content security policy included), a script threw, or anything was asked of another host.
    /// </summary>
    public async Task VisitAsync(TestApp app, VisitOptions options, Func<BrowserVisit, Task> body)
    {
        var address = app.Address ?? throw new InvalidOperationException("Start the app with StartForBrowsersAsync.");
        var browser = _browser ?? throw new InvalidOperationException("The browser was not started.");
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            IgnoreHTTPSErrors = true,
            ViewportSize = new ViewportSize { Width = options.Width, Height = options.Height },
            ColorScheme = options.Dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = options.Locale,
            JavaScriptEnabled = options.Script,
            BypassCSP = options.BypassCsp,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var visit = new BrowserVisit(await context.NewPageAsync(), options, address);
        try
        {
            await body(visit);
        }
        catch (Exception exception) when (visit.Problems.Count > 0)
        {
            throw new InvalidOperationException($"{exception.Message} The browser also said: {visit.ProblemText}", exception);
        }

        Assert.True(visit.Problems.Count == 0, visit.ProblemText);
    }

    /// <summary>The same visit in each of the looks a page must have: <see cref="VisitOptions.Looks"/>.</summary>
    public async Task VisitInEveryLookAsync(TestApp app, VisitOptions options, Func<BrowserVisit, Task> body)
    {
        foreach (var look in VisitOptions.Looks(options))
        {
            await VisitAsync(app, look, body);
        }
    }
}
