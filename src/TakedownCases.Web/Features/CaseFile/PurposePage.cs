namespace TakedownCases.Web.Features.CaseFile;

/// <summary>The small page that asks why somebody without a relation to the case opens it, and leads on to what they came for.</summary>
public sealed record PurposePage(string Number, string? Back)
{
    public CaseInput Input { get; } = new();
}
