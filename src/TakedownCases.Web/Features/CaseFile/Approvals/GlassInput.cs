namespace TakedownCases.Web.Features.CaseFile.Approvals;

/// <summary>Who must get into a case without a relation to it says which and why.</summary>
public sealed class GlassInput
{
    public Guid Command { get; set; }

    public string? Number { get; set; }

    public string? Purpose { get; set; }

    public string? Reason { get; set; }
}

/// <summary>The form itself.</summary>
public sealed record GlassPage(GlassInput Input, Guid NextCommand);
