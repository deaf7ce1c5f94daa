using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TakedownCases.Web.Features.Shared.TagHelpers;

/// <summary>Something to notice: a panel with an optional heading.</summary>
[HtmlTargetElement("td-note")]
public sealed class NoteTagHelper : TagHelper
{
    /// <summary>info, ok, warn or late.</summary>
    public string Kind { get; set; } = "info";

    public string? Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", Kind == "info" ? "note" : "note " + Kind);
        if (!string.IsNullOrEmpty(Title))
        {
            output.Content.AppendHtml(Markup.Element("h2", null, Title));
        }

        output.Content.AppendHtml(content);
    }
}
