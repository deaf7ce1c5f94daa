using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Notices;

/// <summary>The codes of notices in the reader's words.</summary>
public sealed class NoticeWords(T texts)
{
    // @keys notices.kind.*
    public string Kind(NoticeKind kind) => texts["notices.kind." + Codes.Of(kind)];

    // @keys notices.state.*
    public string State(NoticeState state) => texts["notices.state." + Codes.Of(state)];

    // @keys notices.next.*
    // @keys notices.next.authority.*
    public string Next(Notice notice)
        => texts[notice.Kind == NoticeKind.Complaint && notice.State is NoticeState.Draft or NoticeState.ToFile or NoticeState.Filed
            ? "notices.next.authority." + Codes.Of(notice.State)
            : "notices.next." + Codes.Of(notice.State)];

    // @keys notices.stopped.*
    public string Stopped(StopReason reason) => texts["notices.stopped." + Codes.Of(reason)];

    // @keys notices.channelkind.*
    public string Channel(ChannelKind kind) => texts["notices.channelkind." + Codes.Of(kind)];

    // @keys notices.purpose.*
    public string Purpose(ChannelPurpose purpose) => texts["notices.purpose." + Codes.Of(purpose)];

    // @keys notices.confidence.*
    public string Confidence(ChannelConfidence confidence) => texts["notices.confidence." + Codes.Of(confidence)];

    // @keys notices.language.*
    public string Language(string code) => texts["notices.language." + (code == "fr" ? "fr" : "en")];

    // @keys notices.signer.*
    public string Signer(NoticeSigner signer) => texts["notices.signer." + Codes.Of(signer)];

    // @keys notices.why.*
    public string Why(string code) => texts["notices.why." + code];

    // @keys notices.missing.*
    public string Missing(string code) => texts["notices.missing." + code];

    // @keys notices.sees.*
    public string Sees(string code) => texts["notices.sees." + code];

    // @keys notices.field.*
    public string Field(string name) => texts["notices.field." + name];

    // @keys notices.attempt.*
    public string Attempt(string outcome) => texts["notices.attempt." + outcome];

    // @keys notices.done.*
    public string Done(string code) => texts["notices.done." + code];

    // @keys notices.refusal.*
    public string Refusal(string code) => texts["notices.refusal." + code];

    // @keys notices.source.*
    public string Source(OutcomeSource source) => texts["notices.source." + Codes.Of(source)];

    // @keys notices.outcome.*
    public string Outcome(PlaceState state) => texts["notices.outcome." + Codes.Of(state)];

    // @keys casefile.harm.*
    public string Harm(HarmKind harm) => texts["casefile.harm." + Codes.Of(harm)];

    // @keys casefile.placestate.*
    public string PlaceState(PlaceState state) => texts["casefile.placestate." + Codes.Of(state)];

    // @keys casefile.clockkind.*
    public string Clock(ClockKind kind) => texts["casefile.clockkind." + Codes.Of(kind)];

    // @keys casefile.placekind.*
    public string PlaceKind(string? kind)
        => Enum.TryParse<PlaceKind>(kind, ignoreCase: true, out var known) ? texts["casefile.placekind." + Codes.Of(known)] : "";

    /// <summary>The look of a state: ok, warn, late, info or plain.</summary>
    public static string Look(NoticeState state) => state switch
    {
        NoticeState.Sent or NoticeState.Filed => "ok",
        NoticeState.Rejected or NoticeState.Unknown => "late",
        NoticeState.Draft or NoticeState.AwaitsSecond or NoticeState.ToFile => "warn",
        NoticeState.Stopped => "plain",
        _ => "info",
    };
}
