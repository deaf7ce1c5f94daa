using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TakedownCases.Web.Features.Shared.TagHelpers;

/// <summary>Keys of the keyboard, as they are printed on it, so never translated.</summary>
[HtmlTargetElement("td-keys", Attributes = "names", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class KeysTagHelper : TagHelper
{
    /// <summary>The keys, with a space between two.</summary>
    public string Names { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.SuppressOutput();
        foreach (var name in Names.Split(' '))
        {
            output.Content.AppendHtml(Markup.Element("kbd", null, name).With("translate", "no")).Append(" ");
        }
    }
}
