using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TakedownCases.Web.Features.Shared.TagHelpers;

/// <summary>A status in a word or two, with an outline, so that colour is never the only sign.</summary>
[HtmlTargetElement("td-tag")]
public sealed class TagTagHelper : TagHelper
{
    /// <summary>ok, warn, late, info or plain.</summary>
    public string Kind { get; set; } = "info";

    /// <summary>Another outline than the kind's own; "none" for none.</summary>
    public string? Icon { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.TagName = "span";
        output.Attributes.SetAttribute("class", "tag " + Kind);
        if ((Icon ?? IconOf(Kind)) is not "none" and var icon)
        {
            output.Content.AppendHtml(Markup.Icon(icon));
        }

        output.Content.AppendHtml(words);
    }

    internal static string IconOf(string kind) => kind switch
    {
        "ok" => "check",
        "warn" => "clock",
        "late" => "late",
        "info" => "info",
        _ => "none",
    };
}
