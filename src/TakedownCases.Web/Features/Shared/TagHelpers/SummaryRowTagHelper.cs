using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TakedownCases.Web.Features.Shared.TagHelpers;

/// <summary>One answer on a check page, inside &lt;dl class="summary"&gt;. An empty one says "Not provided".</summary>
[HtmlTargetElement("td-summary-row", Attributes = "label")]
public sealed class SummaryRowTagHelper : LookTagHelper
{
    public string Label { get; set; } = "";

    /// <summary>Where "Change" leads; no link without it.</summary>
    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var answer = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Content.AppendHtml(Markup.Element("dt", null, Label));
        output.Content.AppendHtml(answer.IsEmptyOrWhiteSpace
            ? Markup.Element("dd", "muted", Texts["shared.not-provided"])
            : Markup.Element("dd", null, answer));
        if (Href is null)
        {
            return;
        }

        var about = Markup.Element("span", "visually-hidden", ": ", Label);
        var link = Markup.Element("a", null, Texts["shared.change"], about).With("href", Href);
        output.Content.AppendHtml(Markup.Element("dd", "change", link));
    }
}
