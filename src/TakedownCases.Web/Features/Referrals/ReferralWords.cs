using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Referrals;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Referrals;

/// <summary>The codes of referrals and of the directory in the reader's words.</summary>
public sealed class ReferralWords(AuthorityNames names, T texts)
{
    // @keys referrals.state.*
    public string State(ReferralState state) => texts["referrals.state." + Codes.Of(state)];

    // @keys referrals.ground.*
    public string Ground(ReferralGround ground) => texts["referrals.ground." + Codes.Of(ground)];

    // @keys referrals.item.*
    public string Item(PassedItem item) => texts["referrals.item." + Codes.Of(item)];

    // @keys referrals.kind.*
    public string Kind(AuthorityKind kind) => texts["referrals.kind." + Codes.Of(kind)];

    // @keys referrals.purpose.*
    public string Purpose(AuthorityPurpose purpose) => texts["referrals.purpose." + Codes.Of(purpose)];

    // @keys referrals.channel.*
    public string Channel(string channel) => texts["referrals.channel." + channel];

    // @keys referrals.language.*
    public string Language(string code) => texts["referrals.language." + (code == "fr" ? "fr" : "en")];

    // @keys referrals.done.*
    public string Done(string code) => texts["referrals.done." + code];

    // @keys referrals.refusal.*
    public string Refusal(string code) => texts["referrals.refusal." + code];

    // @keys casefile.placestate.*
    public string PlaceState(PlaceState state) => texts["casefile.placestate." + Codes.Of(state)];

    public string Name(Authority authority) => names.Of(authority.Id);

    public string Country(string country) => names.Country(country);

    public string Languages(Authority authority) => string.Join(", ", authority.Languages.Select(AuthorityNames.Language));

    /// <summary>Texts are written in English or French; null where they read one of these, or nobody knows.</summary>
    public string? Translate(Authority? to)
        => to is null || to.Languages.Count == 0 || to.Languages.Any(language => language is "en" or "fr") ? null
            : texts["referrals.translate", ("languages", Languages(to))];

    // @keys referrals.asked.*
    public string Asked(TaskKind kind) => texts["referrals.asked." + Codes.Of(kind)];

    // @keys casefile.severity.*
    public string Severity(Severity severity) => texts["casefile.severity." + Codes.Of(severity)];

    /// <summary>The look of a state: ok, warn, late, info or plain.</summary>
    public static string Look(ReferralState state) => state switch
    {
        ReferralState.Acted or ReferralState.Answered => "ok",
        ReferralState.Proposed or ReferralState.Agreed => "warn",
        ReferralState.Refused => "late",
        ReferralState.Withdrawn or ReferralState.Mentioned => "plain",
        _ => "info",
    };
}
