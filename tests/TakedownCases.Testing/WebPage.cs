using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace TakedownCases.Testing;

/// <summary>One answer of the app, read as a person's browser would.</summary>
public sealed record WebPage(string Path, HttpResponseMessage Response, string Body)
{
    private IHtmlDocument? _document;

    public HttpStatusCode Status => Response.StatusCode;

    public IHtmlDocument Document => _document ??= new HtmlParser().ParseDocument(Body);

    /// <summary>Where a redirect points to: path and query only, whatever host it names.</summary>
    public string? Location => Response.Headers.Location is { } location
        ? (location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString)
        : null;

    /// <summary>The visible text, white space folded.</summary>
    public string Text => string.Join(' ', (Document.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public IElement Find(string selector) => Document.QuerySelector(selector)
        ?? throw new InvalidOperationException($"{Path} ({(int)Status}) has no {selector}. It says: {Text}");

    public string? Header(string name)
        => Response.Headers.TryGetValues(name, out var values) || Response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;
}
