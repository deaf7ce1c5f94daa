using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Referrals;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.Referrals.Packs;

/// <summary>About which notice, and for whom.</summary>
public sealed class PackInput : CommandForm
{
    public string? Notice { get; set; }

    public string? Authority { get; set; }

    /// <summary>The person read what the platform answered, and wants it quoted.</summary>
    public bool QuoteAnswers { get; set; }
}

/// <summary>The form on which a pack is asked for.</summary>
public sealed record NewPackPage(
    string Number, Track Track, IReadOnlyList<(string Reference, string Platform, DateTimeOffset LeftAt)> Notices, IReadOnlyList<Authority> Authorities, PackInput Input,
    DateTimeOffset Now)
{
    public Guid NextCommand() => CommandId.New(Now).Value;
}

/// <summary>One pack, opened.</summary>
public sealed record PackPage(string Number, ComplaintPack Pack, Authority? To, string? Citation, string? Notice, string Text, string Json, string Sha256, bool IsWithheld = false)
{
    public string At(string part) => $"{ReferralPath.Case(Number)}/packs/{Pack.Id.Value}/{part}";
}
