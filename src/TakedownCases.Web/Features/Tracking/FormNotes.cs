using Microsoft.AspNetCore.Mvc.ModelBinding;
using TakedownCases.Domain;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>Cleans what was typed and says beside the field what was wrong with it; what was typed stays in the form.</summary>
public sealed class FormNotes(ModelStateDictionary state, T texts)
{
    /// <summary>What a handler answers when the notes say why.</summary>
    public static Refusal Noted { get; } = new("form.noted", "The form says what to look at again.");

    public bool AreEmpty => state.IsValid;

    /// <summary>The clean text; null when there was none.</summary>
    public string? Clean(string field, string? typed, int limit, bool multiline)
    {
        var cleaned = PlainText.Clean(typed, limit, multiline);
        if (cleaned.ImageData)
        {
            // The picture is gone from what is shown again, too (practice P3).
            Say(field, Whole(typed, multiline), texts["tracking.form.picture"]);
        }
        else if (cleaned.TooLong)
        {
            Say(field, Whole(typed, multiline), texts["tracking.form.long", ("n", texts.Number(limit))]);
        }

        return cleaned.Text.Length == 0 ? null : cleaned.Text;
    }

    public void Miss(string field, string error) => state.AddModelError(field, error);

    private static string Whole(string? typed, bool multiline) => PlainText.Clean(typed, int.MaxValue, multiline).Text;

    private void Say(string field, string text, string error)
    {
        state.SetModelValue(field, text, text);
        state.AddModelError(field, error);
    }
}
