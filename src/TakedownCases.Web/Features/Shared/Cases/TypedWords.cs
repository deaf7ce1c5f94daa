using TakedownCases.Domain;

namespace TakedownCases.Web.Features.Shared.Cases;

/// <summary>Words of a form: cleaned, and refused where there are none or too many; nothing is ever cut off.</summary>
public static class TypedWords
{
    /// <summary>The words, or what to tell the person who typed them.</summary>
    public static (string Text, VerbResult? Problem) Read(string? typed, int limit, string field)
    {
        var cleaned = PlainText.Clean(typed, limit, multiline: true);
        return cleaned switch
        {
            { TooLong: true } => (cleaned.Text, new VerbResult(VerbStatus.Refused, "too-long", field)),
            { ImageData: true } => (cleaned.Text, new VerbResult(VerbStatus.Refused, "image-data", field)),
            { Text: "" } => ("", new VerbResult(VerbStatus.Refused, "empty", field)),
            _ => (cleaned.Text, null),
        };
    }
}
