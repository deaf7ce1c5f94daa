using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TakedownCases.Web.Features.Shared.TagHelpers;

/// <summary>Choice cards: td-radios for one answer, td-checkboxes for many; a td-choice for each.</summary>
[HtmlTargetElement("td-radios")]
[HtmlTargetElement("td-checkboxes")]
public sealed class ChoicesTagHelper : LookTagHelper
{
    /// <summary>The model's property; may be left out inside a td-question about it.</summary>
    public ModelExpression? For { get; set; }

    /// <summary>The group's name, when no td-question names it.</summary>
    public string? Label { get; set; }

    public string? Hint { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var frame = QuestionFrame.Claim(context, For, QuestionKind.Group);
        var expression = For ?? frame?.About
            ?? throw new InvalidOperationException($"<{context.TagName}> needs for=\"…\" or a td-question with it.");
        var field = Field.Of(ViewContext, expression, Texts);
        context.Items[typeof(ChoiceGroup)] = new ChoiceGroup(field, context.TagName == "td-radios" ? "radio" : "checkbox");
        var choices = await output.GetChildContentAsync();

        if (frame is not null)
        {
            output.TagName = "div";
            output.Attributes.SetAttribute("class", "choices");
            output.Content.SetHtmlContent(choices);
            return;
        }

        output.TagName = "fieldset";
        output.Attributes.SetAttribute("class", "field group");
        if (field.DescribedBy(!string.IsNullOrEmpty(Hint)) is { } described)
        {
            output.Attributes.SetAttribute("aria-describedby", described);
        }

        output.Content.AppendHtml(Markup.Element("legend", null, Label));
        output.Content.AppendHtml(field.HintElement(Hint));
        output.Content.AppendHtml(field.ErrorElement(Texts));
        output.Content.AppendHtml(Markup.Element("div", "choices", choices));
    }
}
