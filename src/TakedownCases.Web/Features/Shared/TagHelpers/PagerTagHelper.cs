using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TakedownCases.Web.Features.Shared.TagHelpers;

/// <summary>The way to the next and the previous page of a list read by key: no numbers, no count. Draws nothing for one page.</summary>
[HtmlTargetElement("td-pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper : LookTagHelper
{
    public string? Previous { get; set; }

    public string? Next { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(Previous) && string.IsNullOrEmpty(Next))
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", Texts["shared.pager"]);
        output.Content.AppendHtml(Link(Previous, "prev", Markup.Icon("back"), Texts["shared.pager.previous"]));
        output.Content.AppendHtml(Link(Next, "next", Texts["shared.pager.next"], Markup.Icon("next")));
    }

    private static TagBuilder Link(string? address, string relation, params object[] content) => string.IsNullOrEmpty(address)
        ? Markup.Element("span", null)
        : Markup.Element("a", "button quiet", content).With("href", address).With("rel", relation);
}
