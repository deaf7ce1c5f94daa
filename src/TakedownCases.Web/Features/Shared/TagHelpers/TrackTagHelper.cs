using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TakedownCases.Web.Features.Shared.TagHelpers;

/// <summary>Which track a case is on, for staff.</summary>
[HtmlTargetElement("td-track", Attributes = "minor", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TrackTagHelper : LookTagHelper
{
    public bool Minor { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Minor ? "tag info" : "tag plain");
        output.Content.AppendHtml(Markup.Icon(Minor ? "shield" : "person"));
        output.Content.Append(Texts[Minor ? "shared.track.minor" : "shared.track.adult"]);
    }
}
