using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TakedownCases.Web.Features.Shared.TagHelpers;

/// <summary>How a question and the field inside it agree who draws the label, the hint and the error.</summary>
internal sealed class QuestionFrame(ModelExpression? about, bool hasHint)
{
    public ModelExpression? About { get; } = about;

    public bool HasHint { get; } = hasHint;

    public QuestionKind Kind { get; private set; }

    /// <summary>The question around this field, when it is about this field; null when the field stands alone.</summary>
    public static QuestionFrame? Claim(TagHelperContext context, ModelExpression? field, QuestionKind kind)
    {
        if (!context.Items.TryGetValue(typeof(QuestionFrame), out var found)
            || found is not QuestionFrame { About: not null } frame
            || frame.Kind != QuestionKind.Several || (field is not null && field.Name != frame.About.Name))
        {
            return null;
        }

        frame.Kind = kind;
        return frame;
    }
}

internal enum QuestionKind
{
    Several,
    Field,
    Group,
}
