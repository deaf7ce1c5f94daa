using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TakedownCases.Web.Features.Shared.TagHelpers;

/// <summary>The end of a question: the button that goes on, and the way back.</summary>
[HtmlTargetElement("td-actions", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ActionsTagHelper : LookTagHelper
{
    /// <summary>What the button does ("Send it"); "Continue" without it.</summary>
    public string? Label { get; set; }

    /// <summary>Where "Back" leads; no link without it.</summary>
    public string? Back { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "actions");
        output.Content.AppendHtml(Markup.Element("button", "button", Label ?? Texts["shared.continue"]));
        if (Back is not null)
        {
            output.Content.AppendHtml(Markup.Element("a", null, Texts["shared.back"]).With("href", Back));
        }
    }
}
