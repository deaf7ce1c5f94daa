using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Filing;

/// <summary>A person at the form without script: each step posts what the page put there, and what they chose.</summary>
internal sealed class Journey(WebSession visitor, string lang)
{
    public const string Form = "form#ask";

    public WebSession Visitor { get; } = visitor;

    public WebPage Page { get; private set; } = null!;

    /// <summary>Addresses of the question and check screens seen, in order, each view counted.</summary>
    public List<string> Screens { get; } = [];

    public async Task<Journey> StartAsync(string query = "")
    {
        Page = await Visitor.OpenAsync($"/{lang}/f");
        Page = await Visitor.OpenAsync($"/{lang}/f/1{query}");
        Screens.Add(Page.Path);
        return this;
    }

    public async Task<Journey> AnswerAsync(params (string Name, string? Value)[] values)
    {
        Page = await Visitor.SubmitAsync(Page, Form, values);
        if (Page.Path.Split('?', '#')[0].EndsWith("/h", StringComparison.Ordinal))
        {
            var next = Page.Find("main .actions a.button").GetAttribute("href")!;
            Page = await Visitor.OpenAsync(next);
        }

        if (Page.Document.QuerySelector(Form + " [name=step]") is not null && !Page.Path.EndsWith("/f/key", StringComparison.Ordinal))
        {
            Screens.Add(Page.Path);
        }

        return this;
    }

    public async Task<WebPage> OpenAsync(string path) => Page = await Visitor.OpenAsync(path);

    /// <summary>An adult, three places on two platforms, signed, until the check screen.</summary>
    public async Task<Journey> AdultToCheckAsync(string words = "words", string place = "https://www.instagram.com/p/abc")
    {
        await StartAsync();
        await AnswerAsync(("Age", "adult"), ("Edited", "no"));
        await AnswerAsync(("Danger", "no"), ("Threatened", "no"), ("Suicide", "skip"), ("Country", "FR"));
        await AnswerAsync(("Where", $"{place}\nhttps://x.com/someone/status/1\n#example"));
        await AnswerAsync();
        await AnswerAsync(("Harms", "SharedWithoutConsent"), ("Words", words));
        await AnswerAsync(("Signing", "sign"), ("Name", "Ada Example"), ("Signature", "Ada Example"));
        return await AnswerAsync(("Channel", "Mail"), ("Mail", "ada@example.org"), ("Recovery", "blue boat"));
    }

    /// <summary>A child with a threat and nothing online yet, until the check screen.</summary>
    public async Task<Journey> MinorToCheckAsync(string words = "words")
    {
        await StartAsync();
        await AnswerAsync(("Age", "under"));
        await AnswerAsync(("Today", "no"));
        await AnswerAsync(("Danger", "no"), ("Threatened", "yes"), ("Suicide", "no"), ("Country", "GB"));
        await AnswerAsync(("Where", ""), ("ThreatOnly", "true"));
        await AnswerAsync(("Harms", "Blackmail"), ("AgeRange", "13-15"), ("Words", words));
        return await AnswerAsync(("FirstAdult", "my aunt"), ("FirstRule", "MayContact"), ("MayTell", "hotline"));
    }

    /// <summary>Where a page stands: path and query, as the address bar shows it.</summary>
    public static string At(WebPage page) => page.Path.Replace("https://localhost", "", StringComparison.Ordinal);

    public string Key => string.Concat(Page.Find(".key").TextContent.Where(char.IsAsciiDigit));
}
