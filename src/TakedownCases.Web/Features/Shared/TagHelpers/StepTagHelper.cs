using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TakedownCases.Web.Features.Shared.TagHelpers;

/// <summary>"Step 2 of 7", and the same as a line of small bars.</summary>
[HtmlTargetElement("td-step", Attributes = "n,of", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StepTagHelper : LookTagHelper
{
    public int N { get; set; }

    public int Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "step");
        output.Content.AppendHtml(Markup.Element("p", null, Texts["shared.step", ("n", N), ("of", Of)]));
        var meter = Markup.Element("div", "meter").With("aria-hidden", "true");
        for (var step = 1; step <= Of; step++)
        {
            meter.InnerHtml.AppendHtml(Markup.Element("i", step <= N ? "on" : null));
        }

        output.Content.AppendHtml(meter);
    }
}
