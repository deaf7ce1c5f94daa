using Microsoft.Playwright;
using TakedownCases.Testing;

namespace TakedownCases.Browser.Tests;

/// <summary>A person at one open page: chooses, types, presses, and waits until the next page is there.</summary>
internal sealed class Visitor(BrowserVisit visit, string lang)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public BrowserVisit Visit { get; } = visit;

    public IPage Page => Visit.Page;

    public string Lang { get; } = lang;

    /// <summary>Path and query of the page that is open.</summary>
    public string Path => new Uri(Page.Url).PathAndQuery;

    public Task<IResponse> OpenAsync(string path) => Visit.OpenAsync(path);

    public Task ChooseAsync(string name, string value) => TickAsync($"main [name='{name}'][value='{value}']");

    /// <summary>Presses the card of a choice: its words lie over the whole of it.</summary>
    public async Task TickAsync(string choice)
    {
        var input = Page.Locator(choice).First;
        if (!await input.IsCheckedAsync())
        {
            await Page.ClickAsync($"label[for='{await input.GetAttributeAsync("id")}']");
            Assert.True(await input.IsCheckedAsync(), $"{choice} on {Path} is not chosen by its label");
        }
    }

    public Task TypeAsync(string name, string text) => Page.FillAsync($"main [name='{name}']", text);

    public async Task PickAsync(string name, string value) => await Page.SelectOptionAsync($"main select[name='{name}']", value);

    /// <summary>Presses the page's main button (or another) and waits for the page that follows.</summary>
    public Task SendAsync(string button = "#ask .actions button.button") => FollowAsync(() => Page.Locator(button).First.ClickAsync());

    public async Task FollowAsync(Func<Task> press)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Arrived(object? sender, IPage page) => arrived.TrySetResult();
        Page.DOMContentLoaded += Arrived;
        try
        {
            await press();
            await arrived.Task.WaitAsync(Patience);
        }
        catch (TimeoutException exception)
        {
            throw new InvalidOperationException($"Nothing followed on {Path}: {exception.Message}", exception);
        }
        finally
        {
            Page.DOMContentLoaded -= Arrived;
        }
    }

    public Task<string> TextAsync(string selector = "main") => Page.InnerTextAsync(selector);

    public async Task<string> KeyAsync() => string.Concat((await Page.InnerTextAsync(".key")).Where(char.IsAsciiDigit));

    /// <summary>Opens the case with its key.</summary>
    public async Task EnterAsync(string key)
    {
        await OpenAsync($"/{Lang}/k");
        await TypeAsync("Key", key);
        await SendAsync();
    }

    /// <summary>Signs in as staff with password and code, through the pages.</summary>
    public async Task SignInAsync(TestApp app, TestStaff staff)
    {
        await OpenAsync("/staff/sign-in");
        await TypeAsync("Email", staff.Email);
        await TypeAsync("Password", TestStaff.Password);
        await SendAsync("main .actions button.button");
        await TypeAsync("Passcode", staff.NextCode(app));
        await SendAsync("main .actions button.button");
        Assert.DoesNotContain("sign-in", Path, StringComparison.Ordinal);
    }
}
