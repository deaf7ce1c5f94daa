using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace TakedownCases.Web.Tests.Hosting;

/// <summary>What a browser does with forms, for tests.</summary>
internal static class Forms
{
    public static async Task<HttpResponseMessage> PostAsync(this HttpClient browser, string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await browser.PostAsync(path, content);
    }

    /// <summary>Posts with the token of the trial form.</summary>
    public static async Task<HttpResponseMessage> PostWithTokenAsync(this HttpClient browser, string path, params (string Name, string Value)[] fields)
    {
        var token = await browser.GetStringAsync("/en/trial/form");
        return await browser.PostAsync(path, [.. fields, ("__RequestVerificationToken", token)]);
    }

    public static async Task<IDocument> PageAsync(this HttpResponseMessage response)
        => await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());

    public static (string Name, string Value)[] Fields(this IDocument page)
        => [.. page.QuerySelectorAll("form input, form textarea").Select(e => (
            e.GetAttribute("name")!,
            e is AngleSharp.Html.Dom.IHtmlTextAreaElement area ? area.Value : e.GetAttribute("value")!))];
}
