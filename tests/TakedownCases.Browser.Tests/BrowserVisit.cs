using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace TakedownCases.Browser.Tests;

/// <summary>One visitor's open page, what went wrong in it, and what it asked the network for.</summary>
public sealed class BrowserVisit
{
    private readonly ConcurrentQueue<string> _problems = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly VisitOptions _options;

    public BrowserVisit(IPage page, VisitOptions options, Uri address)
    {
        Page = page;
        _options = options;
        page.Console += (_, message) => Console(message);
        page.PageError += (_, error) => _problems.Enqueue("script: " + error);
        page.Context.Request += (_, request) => Request(new Uri(request.Url), address);
    }

    public IPage Page { get; }

    public IReadOnlyCollection<string> Problems => _problems;

    public string ProblemText => string.Join(Environment.NewLine, _problems);

    /// <summary>Paths asked for since the visit began.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    public async Task<IResponse> OpenAsync(string path)
        => await Page.GotoAsync(path) ?? throw new InvalidOperationException($"{path} gave no response.");

    /// <summary>Axe finds nothing. The visit needs <see cref="VisitOptions.BypassCsp"/>.</summary>
    public async Task CheckAccessibilityAsync()
    {
        if (!_options.BypassCsp)
        {
            throw new InvalidOperationException("Axe needs a visit with BypassCsp.");
        }

        var violations = await Axe.FindAsync(Page);
        Assert.True(violations.Length == 0, $"{Page.Url}: {string.Join("; ", violations)}");
    }

    /// <summary>A full-page picture in $TDC_SCREENSHOTS, where that is set.</summary>
    public async Task ScreenshotAsync(string name, string? look = null)
    {
        if (Environment.GetEnvironmentVariable("TDC_SCREENSHOTS") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            await Page.ScreenshotAsync(new PageScreenshotOptions
            {
                Path = Path.Combine(folder, $"{name}-{look ?? _options.Name}.png"),
                FullPage = true,
            });
        }
    }

    /// <summary>The same page on a telephone in the dark and on a desk in the light, where $TDC_SCREENSHOTS is set.</summary>
    public async Task PicturesAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("TDC_SCREENSHOTS") is not { Length: > 0 })
        {
            return;
        }

        foreach (var look in VisitOptions.Looks(_options).Where(look => look.Dark == look.Width < 800))
        {
            await Page.SetViewportSizeAsync(look.Width, look.Height);
            await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light });
            await ScreenshotAsync(name, look.Name);
        }

        await Page.SetViewportSizeAsync(_options.Width, _options.Height);
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = _options.Dark ? ColorScheme.Dark : ColorScheme.Light });
    }

    private void Console(IConsoleMessage message)
    {
        if (message.Type is "error" or "warning" && !_options.ExpectedConsole.Any(message.Text.Contains))
        {
            _problems.Enqueue($"console: {message.Text}");
        }
    }

    private void Request(Uri url, Uri address)
    {
        _requests.Enqueue(url.PathAndQuery);
        if (url.Scheme is not ("data" or "about" or "blob") && url.Authority != address.Authority)
        {
            _problems.Enqueue($"another host: {url}");
        }
    }
}
