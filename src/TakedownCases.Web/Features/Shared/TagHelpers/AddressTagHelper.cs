using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TakedownCases.Web.Features.Shared.TagHelpers;

/// <summary>A reported address or name as inert text: never a link, never translated, breakable anywhere.</summary>
[HtmlTargetElement("td-address", Attributes = "value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AddressTagHelper : TagHelper
{
    public string? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "bdi";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "address");
        output.Attributes.SetAttribute("dir", "ltr");
        output.Attributes.SetAttribute("translate", "no");
        output.Content.SetContent(Value);
    }
}
