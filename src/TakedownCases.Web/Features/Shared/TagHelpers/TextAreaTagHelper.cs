using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TakedownCases.Web.Features.Shared.TagHelpers;

/// <summary>Many lines of text. Too much is never cut off: it is counted, and refused with a message by the handler.</summary>
[HtmlTargetElement("td-textarea", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextAreaTagHelper : FieldTagHelper
{
    /// <summary>How many characters the handler takes; nothing is counted without it.</summary>
    public int? Limit { get; set; }

    public int Rows { get; set; } = 5;

    public bool Ltr { get; set; }

    private protected override TagBuilder Input(Field field, string? describedBy)
    {
        var area = Common(Markup.Element("textarea", "input"), field, describedBy)
            .With("rows", Rows.ToString(CultureInfo.InvariantCulture))
            .With("data-limit", Limit?.ToString(CultureInfo.InvariantCulture))
            .With("dir", Ltr ? "ltr" : "auto")
            .With("autocomplete", "off")
            .With("autocorrect", "off")
            .With("spellcheck", "false");

        // A parser drops the first line break of a textarea; this one is there to be dropped.
        area.InnerHtml.AppendHtml("\n");
        area.InnerHtml.Append(field.Value);
        return area;
    }

    private protected override string? MoreId(Field field) => Limit is null ? null : field.Id + "-count";

    private protected override IHtmlContent? After(Field field) => Limit is not { } limit
        ? null
        : Markup.Element("p", "hint", Texts["shared.count.limit", ("n", Texts.Number(limit))])
            .With("id", field.Id + "-count")
            .With("aria-live", "polite")
            .With("data-left", Texts["shared.count.left", ("n", "{n}")])
            .With("data-over", Texts["shared.count.over", ("n", "{n}")]);
}
