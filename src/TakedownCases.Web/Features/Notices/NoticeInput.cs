using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.Notices;

/// <summary>What the forms about notices carry; each uses a few of these.</summary>
public sealed class NoticeInput : CommandForm
{
    public NoticeKind? Kind { get; set; }

    /// <summary>The platform's id, or <see cref="Compose.ComposePage.UnknownPlatform"/>.</summary>
    public string? Platform { get; set; }

    /// <summary>How a person calls a platform that the directory does not have.</summary>
    public string? PlatformName { get; set; }

    /// <summary>The channel's id, or <see cref="Compose.ComposePage.TypedChannel"/>.</summary>
    public string? Channel { get; set; }

    public string? Recipient { get; set; }

    public string? WhyThisRecipient { get; set; }

    public List<Guid> Places { get; set; } = [];

    /// <summary>Names of legal bases with their versions.</summary>
    public List<string> Bases { get; set; } = [];

    /// <summary>Asked only where the filing does not say.</summary>
    public List<HarmKind> Harms { get; set; } = [];

    public string? Language { get; set; }

    public NoticeSigner? Signer { get; set; }

    public string? AddedWords { get; set; }

    /// <summary>A day, yyyy-MM-dd.</summary>
    public string? PreserveUntil { get; set; }

    /// <summary>A word that stands for the text that was shown (<c>NoticeFreezer.PrintOf</c>).</summary>
    public string? Print { get; set; }

    /// <summary>When that text was made, microseconds since 1970.</summary>
    public long Shown { get; set; }

    public string? FormReference { get; set; }

    /// <summary>The form gave no reference.</summary>
    public bool HadNone { get; set; }

    /// <summary>Day and time in UTC, yyyy-MM-ddTHH:mm; empty is now.</summary>
    public string? FiledAt { get; set; }

    /// <summary>What a person found out about a sending: "left" or "again".</summary>
    public string? Decision { get; set; }

    public string? Why { get; set; }
}
