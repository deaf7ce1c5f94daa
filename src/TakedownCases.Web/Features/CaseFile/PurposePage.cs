namespace TakedownCases.Web.Features.CaseFile;

/// <summary>The small page that asks why somebody without a relation to the case opens it.</summary>
public sealed record PurposePage(string Number)
{
    public CaseInput Input { get; } = new();
}
