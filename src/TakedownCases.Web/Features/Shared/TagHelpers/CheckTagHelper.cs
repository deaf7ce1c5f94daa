using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TakedownCases.Web.Features.Shared.TagHelpers;

/// <summary>A single yes, for a bool: posts "true" when it is chosen and nothing when it is not.</summary>
[HtmlTargetElement("td-check", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckTagHelper : LookTagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = Field.Of(ViewContext, For, Texts);
        output.PreElement.AppendHtml(field.ErrorElement(Texts));
        var errorId = field.Error is null ? null : field.ErrorId;
        new ChoiceCard("checkbox", field.Name, field.Id, "true", field.Holds("true"), Label, Hint, errorId).Draw(output);
    }
}
