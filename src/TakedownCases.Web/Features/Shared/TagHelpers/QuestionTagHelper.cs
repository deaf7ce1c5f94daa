using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TakedownCases.Web.Features.Shared.TagHelpers;

/// <summary>One question, one page: its heading is the legend of the choices, or the label of the one field, inside it.</summary>
[HtmlTargetElement("td-question", Attributes = "title")]
public sealed class QuestionTagHelper : LookTagHelper
{
    /// <summary>The field the question is about; leave it out when the question holds several fields.</summary>
    public ModelExpression? For { get; set; }

    public string Title { get; set; } = "";

    public string? Hint { get; set; }

    /// <summary>The sentence behind "Why we ask"; nothing is shown without it.</summary>
    public string? Why { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var frame = new QuestionFrame(For, !string.IsNullOrEmpty(Hint));
        context.Items[typeof(QuestionFrame)] = frame;
        var content = await output.GetChildContentAsync();

        var field = For is null ? null : Field.Of(ViewContext, For, Texts);
        var heading = frame.Kind == QuestionKind.Field && field is not null
            ? Markup.Element("h1", null, Markup.Element("label", null, Title).With("for", field.Id))
            : Markup.Element("h1", null, Title);
        var group = frame.Kind == QuestionKind.Group;
        output.TagName = group ? "fieldset" : "div";
        output.Attributes.SetAttribute("class", "question");
        if (group && field?.DescribedBy(frame.HasHint) is { } described)
        {
            output.Attributes.SetAttribute("aria-describedby", described);
        }

        output.Content.AppendHtml(group ? Markup.Element("legend", null, heading) : heading);
        output.Content.AppendHtml(HintElement(field));
        if (!string.IsNullOrEmpty(Why))
        {
            var words = Markup.Element("summary", null, Texts["shared.why"]);
            output.Content.AppendHtml(Markup.Element("details", null, words, Markup.Element("p", null, Why)));
        }

        output.Content.AppendHtml(field?.ErrorElement(Texts));
        output.Content.AppendHtml(content);
    }

    private Microsoft.AspNetCore.Html.IHtmlContent? HintElement(Field? field)
    {
        if (field is not null)
        {
            return field.HintElement(Hint);
        }

        return string.IsNullOrEmpty(Hint) ? null : Markup.Element("p", "hint", Hint);
    }
}
