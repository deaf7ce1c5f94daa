using TakedownCases.Domain;

namespace TakedownCases.Web.Features.Shared.Cases;

public enum VerbStatus
{
    Done,

    /// <summary>It does not exist, or not for this viewer.</summary>
    Gone,

    /// <summary>The case may be seen, but the role may not do this.</summary>
    Forbidden,

    /// <summary>The case or the form refuses; <see cref="VerbResult.Code"/> says why.</summary>
    Refused,
}

/// <summary>What came of a form. <paramref name="Field"/> names the input that needs another look.</summary>
public sealed record VerbResult(VerbStatus Status, string? Code = null, string? Field = null)
{
    public static VerbResult Done { get; } = new(VerbStatus.Done);

    public static VerbResult Gone { get; } = new(VerbStatus.Gone);

    public static VerbResult Forbidden { get; } = new(VerbStatus.Forbidden);

    public static VerbResult Incomplete { get; } = new(VerbStatus.Refused, "form.incomplete");

    public static VerbResult Refused(Refusal refusal) => new(VerbStatus.Refused, refusal.Code);

    public static VerbResult Noticed(string code) => new(VerbStatus.Done, code);
}
