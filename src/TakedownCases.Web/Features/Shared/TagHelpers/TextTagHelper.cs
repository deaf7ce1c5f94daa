using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TakedownCases.Web.Features.Shared.TagHelpers;

/// <summary>One line of text. Other attributes (maxlength, inputmode, autocomplete …) go to the input as they are.</summary>
[HtmlTargetElement("td-text", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextTagHelper : FieldTagHelper
{
    public string Type { get; set; } = "text";

    /// <summary>short, medium, or nothing for the full measure.</summary>
    public string? Size { get; set; }

    /// <summary>Addresses, keys and numbers: written left to right in every language.</summary>
    public bool Ltr { get; set; }

    private protected override TagBuilder Input(Field field, string? describedBy) =>
        Common(Markup.Empty("input", Size is null ? "input" : "input " + Size), field, describedBy)
            .With("type", Type)
            .With("value", Type == "password" ? null : field.Value)
            .With("dir", Ltr ? "ltr" : "auto")
            .With("autocomplete", "off")
            .With("autocapitalize", Ltr ? "off" : null)
            .With("autocorrect", "off")
            .With("spellcheck", "false");
}
