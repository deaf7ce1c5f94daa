using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Primitives;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Shared.TagHelpers;

/// <summary>What a form field needs to be drawn: its name, what was typed (before what the model holds), and its error.</summary>
internal sealed record Field(string Name, string Id, IReadOnlyList<string> Values, string? Error)
{
    public string Value => Values.Count > 0 ? Values[0] : "";

    public string HintId => Id + "-hint";

    public string ErrorId => Id + "-error";

    public static Field Of(ViewContext view, ModelExpression expression, T texts)
    {
        var name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        var entry = view.ViewData.ModelState.GetValueOrDefault(name);
        var values = entry?.RawValue is { } typed ? Texts(typed) : Texts(expression.Model);
        var error = entry?.Errors.Count > 0 ? MessageOf(entry.Errors[0], texts) : null;
        return new Field(name, IdOf(name), values, error);
    }

    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    public static string MessageOf(ModelError error, T texts) =>
        string.IsNullOrEmpty(error.ErrorMessage) ? texts["shared.error.unreadable"] : error.ErrorMessage;

    public bool Holds(string value) => Values.Contains(value, StringComparer.OrdinalIgnoreCase);

    public string? DescribedBy(bool hasHint, string? more = null)
    {
        var ids = string.Join(' ', new[] { hasHint ? HintId : null, Error is null ? null : ErrorId, more }.OfType<string>());
        return ids.Length > 0 ? ids : null;
    }

    public IHtmlContent? HintElement(string? hint) =>
        string.IsNullOrEmpty(hint) ? null : Markup.Element("p", "hint", hint).With("id", HintId);

    public IHtmlContent? ErrorElement(T texts)
    {
        if (Error is null)
        {
            return null;
        }

        var prefix = Markup.Element("span", "visually-hidden", texts["shared.error.prefix"] + " ");
        var words = Markup.Element("span", classes: null, prefix, Error);
        return Markup.Element("p", "error", Markup.Icon("late"), words).With("id", ErrorId);
    }

    private static string[] Texts(object? value) => value switch
    {
        null => [],
        string text => [text],
        StringValues several => [.. several.OfType<string>()],
        System.Collections.IEnumerable several => [.. several.Cast<object?>().Select(Text)],
        _ => [Text(value)],
    };

    private static string Text(object? value) =>
        Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
