using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TakedownCases.Web.Features.Shared.TagHelpers;

/// <summary>One card of td-radios or td-checkboxes. What stands inside it is shown once it is chosen.</summary>
[HtmlTargetElement("td-choice", Attributes = "value,label")]
public sealed class ChoiceTagHelper : LookTagHelper
{
    public string Value { get; set; } = "";

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(ChoiceGroup), out var found) || found is not ChoiceGroup group)
        {
            throw new InvalidOperationException("A td-choice stands inside td-radios or td-checkboxes.");
        }

        var inside = await output.GetChildContentAsync();
        var card = new ChoiceCard(group.Type, group.Field.Name, group.NextId(), Value, group.Field.Holds(Value), Label, Hint);
        card.Draw(output);
        if (!inside.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml(Markup.Element("div", "reveal", inside));
        }
    }
}
