using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TakedownCases.Web.Features.Shared.TagHelpers;

/// <summary>The card around a radio button or a check box: all of it can be pressed, its hint is its description.</summary>
internal sealed record ChoiceCard(
    string Type, string Name, string Id, string Value, bool Chosen, string Label, string? Hint, string? DescribedBy = null)
{
    public void Draw(TagHelperOutput output)
    {
        var hintId = string.IsNullOrEmpty(Hint) ? null : Id + "-about";
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "choice");
        output.Content.AppendHtml(Markup.Empty("input")
            .With("type", Type)
            .With("id", Id)
            .With("name", Name)
            .With("value", Value)
            .With("checked", Chosen ? "checked" : null)
            .With("autocomplete", "off")
            .With("aria-describedby", hintId is null || DescribedBy is null ? hintId ?? DescribedBy : $"{hintId} {DescribedBy}"));
        output.Content.AppendHtml(Markup.Element("label", null, Label).With("for", Id));
        if (hintId is not null)
        {
            output.Content.AppendHtml(Markup.Element("span", "hint", Hint).With("id", hintId));
        }
    }
}
