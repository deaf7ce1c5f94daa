using AngleSharp.Html.Dom;

namespace TakedownCases.Testing;

/// <summary>One visitor of the app without script: opens pages, fills in the forms they were shown, follows redirects.</summary>
public sealed class WebSession(HttpClient client, CookieJar cookies) : IDisposable
{
    public HttpClient Client { get; } = client;

    public CookieJar Cookies { get; } = cookies;

    /// <summary>One request, redirects not followed.</summary>
    public async Task<WebPage> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request);
    }

    /// <summary>Opens a page as a browser does, following redirects.</summary>
    public async Task<WebPage> OpenAsync(string path) => await FollowAsync(await GetAsync(path));

    /// <summary>
    /// Sends the form found by <paramref name="selector"/> with what the page put into it (hidden fields and antiforgery
    /// token included), <paramref name="values"/> over it. Redirects are not followed.
    /// </summary>
    public async Task<WebPage> PostAsync(WebPage page, string selector, params (string Name, string? Value)[] values)
    {
        var form = page.Find(selector) as IHtmlFormElement
            ?? throw new InvalidOperationException($"{selector} on {page.Path} is not a form.");
        var fields = FieldsOf(form).Where(field => !values.Any(value => value.Name == field.Key))
            .Concat(values.Where(value => value.Value is not null)
                .Select(value => KeyValuePair.Create(value.Name, value.Value!)));
        var action = form.GetAttribute("action");
        using var request = new HttpRequestMessage(HttpMethod.Post, string.IsNullOrEmpty(action) ? page.Path : action)
        {
            Content = new FormUrlEncodedContent(fields),
        };
        return await SendAsync(request);
    }

    /// <summary>The same, following redirects.</summary>
    public async Task<WebPage> SubmitAsync(WebPage page, string selector, params (string Name, string? Value)[] values)
        => await FollowAsync(await PostAsync(page, selector, values));

    public async Task<WebPage> FollowAsync(WebPage page)
    {
        for (var hops = 0; page.Location is { } next; hops++)
        {
            if (hops == 10)
            {
                throw new InvalidOperationException($"{page.Path} redirects in a circle.");
            }

            page = await GetAsync(next);
        }

        return page;
    }

    public async Task<WebPage> SendAsync(HttpRequestMessage request)
    {
        var response = await Client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return new WebPage(request.RequestUri?.OriginalString ?? "/", response, body);
    }

    public void Dispose() => Client.Dispose();

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "submit" or "button" or "image" or "reset" }:
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }:
                case IHtmlElement e when e.HasAttribute("disabled") || string.IsNullOrEmpty(e.GetAttribute("name")):
                    break;
                case IHtmlInputElement input:
                    yield return KeyValuePair.Create(input.Name!, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return KeyValuePair.Create(area.Name!, area.Value);
                    break;
                case IHtmlSelectElement select:
                    yield return KeyValuePair.Create(select.Name!, select.Value ?? "");
                    break;
                default:
                    break;
            }
        }
    }
}
