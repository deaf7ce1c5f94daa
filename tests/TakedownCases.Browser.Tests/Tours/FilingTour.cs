using TakedownCases.Testing;

namespace TakedownCases.Browser.Tests.Tours;

/// <summary>Every page before and in the form, on both tracks and for a bystander, with what each says when something is missing.</summary>
internal sealed class FilingTour(TestApp app, Visitor visitor, PageCheck check)
{
    /// <summary>Each is one visitor's way.</summary>
    public static readonly IReadOnlyList<Func<FilingTour, Task>> Parts =
        [tour => tour.PublicAsync(), tour => tour.AdultAsync(), tour => tour.MinorAsync(), tour => tour.BystanderAsync()];

    private string Root => $"/{visitor.Lang}";

    private async Task PublicAsync()
    {
        foreach (var (path, name) in new[]
        {
            ("", "landing"), ("/help", "help"), ("/help?country=FR", "help-country"), ("/about", "about"), ("/privacy", "privacy"),
            ("/f", "before-you-start"), ("/f/end", "kept"), ("/f/key", "gone"), ("/nowhere", "not-found"), ("/k", "key-question"),
        })
        {
            await LookAsync(path, name);
        }
    }

    private async Task AdultAsync()
    {
        await LookAsync("/f/1", "adult-age");
        await WrongAsync("adult-age");
        await visitor.ChooseAsync("Age", "adult");
        await visitor.ChooseAsync("Edited", "yes");
        await NextAsync("adult-looks-error");
        await visitor.ChooseAsync("Looks", "no");
        await NextAsync("adult-danger");
        await visitor.ChooseAsync("Danger", "no");
        await visitor.ChooseAsync("Threatened", "no");
        await visitor.ChooseAsync("Suicide", "skip");
        await visitor.PickAsync("Country", "FR");
        await NextAsync("adult-where");
        await WrongAsync("adult-where");
        await visitor.TypeAsync("Where", "https://www.instagram.com/p/a-rather-long-address-that-must-wrap-somewhere\nhttps://x.com/someone/status/1\nnot an address at all");
        await NextAsync("adult-places");
        await visitor.SendAsync("main button[name=open]");
        await check.LookAsync(visitor, "adult-place-details");
        await NextAsync("adult-what");
        await visitor.ChooseAsync("Harms", "SharedWithoutConsent");
        await visitor.TypeAsync("Words", "It began in March.");
        await NextAsync("adult-statement");
        await WrongAsync("adult-statement");
        await visitor.ChooseAsync("Signing", "sign");
        await NextAsync("adult-signature-error");
        await visitor.TypeAsync("Name", "Ada Example");
        await visitor.TypeAsync("Signature", "Ada Example");
        await NextAsync("adult-contact");
        await visitor.ChooseAsync("Channel", "Mail");
        await NextAsync("adult-contact-error");
        await visitor.TypeAsync("Mail", "ada@example.org");
        await visitor.TypeAsync("Recovery", "blue boat");
        await NextAsync("adult-check");
        await SentAsync("adult-key");
        await LookAsync("/f/card", "adult-card");
        await visitor.OpenAsync($"{Root}/f/key");
        await visitor.ChooseAsync("Kept", "memory");
        await NextAsync("adult-end");
    }

    private async Task MinorAsync()
    {
        await visitor.OpenAsync($"{Root}/f/1");
        await visitor.ChooseAsync("Age", "under");
        await NextAsync("minor-today");
        await visitor.ChooseAsync("Today", "no");
        await NextAsync("minor-danger");
        await visitor.ChooseAsync("Danger", "yes");
        await visitor.ChooseAsync("Threatened", "yes");
        await visitor.ChooseAsync("Suicide", "yes");
        await visitor.PickAsync("Country", visitor.Lang == "fr" ? "FR" : "GB");
        await check.LookAsync(visitor, "minor-danger-shown");
        await NextAsync("minor-help");
        await visitor.SendAsync("main .actions a.button");
        await check.LookAsync(visitor, "minor-where");
        await WrongAsync("minor-where");
        await visitor.ChooseAsync("ThreatOnly", "true");
        await NextAsync("minor-what");
        await visitor.ChooseAsync("Harms", "Blackmail");
        await NextAsync("minor-contact");
        await visitor.TypeAsync("FirstAdult", "my aunt");
        await NextAsync("minor-check");
        await SentAsync("minor-key");
        await visitor.ChooseAsync("Kept", "unsafe");
        await check.LookAsync(visitor, "minor-key-unsafe");
        await NextAsync("minor-end");
    }

    private async Task BystanderAsync()
    {
        await LookAsync("/f/1?o=1", "bystander-whom");
        await WrongAsync("bystander-whom");
        await visitor.ChooseAsync("Whom", "Bystander");
        await visitor.ChooseAsync("Age", "unsure");
        await NextAsync("bystander-where");
        await visitor.TypeAsync("Where", "https://example.org/x");
        await NextAsync("bystander-what");
        await NextAsync("bystander-check");
        await SentAsync("bystander-receipt");
    }

    private async Task LookAsync(string path, string name)
    {
        await visitor.OpenAsync(Root + path);
        await check.LookAsync(visitor, name);
    }

    /// <summary>Sends the page as it is, which is not enough.</summary>
    private async Task WrongAsync(string name)
    {
        await visitor.SendAsync();
        Assert.True(await visitor.Page.Locator(".errors").IsVisibleAsync(), $"{name} at {visitor.Path} complains about nothing");
        await check.LookAsync(visitor, name + "-error");
    }

    private async Task NextAsync(string name)
    {
        await visitor.SendAsync();
        await check.LookAsync(visitor, name);
    }

    private async Task SentAsync(string name)
    {
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await visitor.SendAsync();
        Assert.EndsWith("/f/key", new Uri(visitor.Page.Url).AbsolutePath, StringComparison.Ordinal);
        await check.LookAsync(visitor, name);
    }
}
