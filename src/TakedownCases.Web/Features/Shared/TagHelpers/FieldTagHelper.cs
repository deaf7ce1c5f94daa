using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TakedownCases.Web.Features.Shared.TagHelpers;

/// <summary>The base of fields that hold one value: label, hint, message, then the input, all tied together.</summary>
public abstract class FieldTagHelper : LookTagHelper
{
    /// <summary>The model's property; may be left out inside a td-question about it.</summary>
    public ModelExpression? For { get; set; }

    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>Adds "(optional)" to the label.</summary>
    public bool Optional { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var frame = QuestionFrame.Claim(context, For, QuestionKind.Field);
        var expression = For ?? frame?.About
            ?? throw new InvalidOperationException($"<{context.TagName}> needs for=\"…\" or a td-question with it.");
        var field = Field.Of(ViewContext, expression, Texts);

        var hasHint = frame?.HasHint ?? !string.IsNullOrEmpty(Hint);
        var input = Input(field, field.DescribedBy(hasHint, MoreId(field)));
        foreach (var attribute in output.Attributes)
        {
            input.Attributes[attribute.Name] = Convert.ToString(attribute.Value, System.Globalization.CultureInfo.InvariantCulture);
        }

        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        if (frame is null)
        {
            output.Content.AppendHtml(LabelFor(field));
            output.Content.AppendHtml(field.HintElement(Hint));
            output.Content.AppendHtml(field.ErrorElement(Texts));
        }

        output.Content.AppendHtml(input);
        output.Content.AppendHtml(After(field));
    }

    private protected abstract TagBuilder Input(Field field, string? describedBy);

    private protected virtual string? MoreId(Field field) => null;

    private protected virtual IHtmlContent? After(Field field) => null;

    private protected static TagBuilder Common(TagBuilder input, Field field, string? describedBy) => input
        .With("id", field.Id)
        .With("name", field.Name)
        .With("aria-describedby", describedBy)
        .With("aria-invalid", field.Error is null ? null : "true");

    private TagBuilder LabelFor(Field field)
    {
        var optional = Optional ? Markup.Element("span", "optional", " ", Texts["shared.optional"]) : null;
        return Markup.Element("label", null, Label, optional).With("for", field.Id);
    }
}
