using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TakedownCases.Web.Features.Shared.TagHelpers;

/// <summary>The CaseKey, in groups of four, the same way round in every language and never translated.</summary>
[HtmlTargetElement("td-key", Attributes = "value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class KeyTagHelper : TagHelper
{
    private const int GroupLength = 4;

    public string Value { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "key");
        output.Attributes.SetAttribute("dir", "ltr");
        output.Attributes.SetAttribute("translate", "no");

        // The space between the groups is text, so that a copied key keeps it.
        var digits = Value.Where(char.IsAsciiDigit).ToArray();
        output.Content.AppendHtml(string.Join(' ', digits.Chunk(GroupLength).Select(group => $"<span>{new string(group)}</span>")));
    }
}
