using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace TakedownCases.Web.Features.Shared.TagHelpers;

/// <summary>Elements built in code. Text given as a string is always encoded.</summary>
internal static class Markup
{
    // A list shows the same few hundreds of times.
    private static readonly ConcurrentDictionary<string, HtmlString> Icons = new(StringComparer.Ordinal);

    public static TagBuilder Element(string name, string? classes, params object?[] content)
    {
        var element = new TagBuilder(name);
        if (!string.IsNullOrEmpty(classes))
        {
            element.Attributes["class"] = classes;
        }

        foreach (var part in content)
        {
            if (part is IHtmlContent html)
            {
                element.InnerHtml.AppendHtml(html);
            }
            else if (part is not null)
            {
                element.InnerHtml.Append(part.ToString() ?? "");
            }
        }

        return element;
    }

    public static TagBuilder With(this TagBuilder element, string name, string? value)
    {
        if (value is not null)
        {
            element.Attributes[name] = value;
        }

        return element;
    }

    public static TagBuilder Empty(string name, string? classes = null)
    {
        var element = Element(name, classes);
        element.TagRenderMode = TagRenderMode.SelfClosing;
        return element;
    }

    /// <summary>An outline of /icons.svg, hidden from screen readers because it always stands beside words.</summary>
    public static IHtmlContent Icon(string name) => Icons.GetOrAdd(name, Draw);

    private static HtmlString Draw(string name)
    {
        var turns = name is "back" or "next" or "leave" ? "icon turns" : "icon";
        var use = Element("use", classes: null).With("href", "/icons.svg#" + name);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Element("svg", turns, use).With("aria-hidden", "true").WriteTo(text, HtmlEncoder.Default);
        return new HtmlString(text.ToString());
    }
}
