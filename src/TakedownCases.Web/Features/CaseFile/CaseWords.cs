using System.Globalization;
using TakedownCases.Data;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Notices;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.CaseFile;

/// <summary>The codes of a case in the reader's words.</summary>
public sealed class CaseWords(T texts, Languages languages, LawNames laws, StaffSession session)
{
    // @keys casefile.state.*
    public string State(CaseState state) => texts["casefile.state." + Codes.Of(state)];

    // @keys casefile.severity.*
    public string Severity(Severity severity) => texts["casefile.severity." + Codes.Of(severity)];

    // @keys casefile.section.*
    public string Section(CaseSection section) => texts["casefile.section." + Codes.Of(section)];

    // @keys casefile.harm.*
    public string Harm(HarmKind harm) => texts["casefile.harm." + Codes.Of(harm)];

    // @keys casefile.circumstance.*
    public string Circumstance(Circumstance circumstance) => texts["casefile.circumstance." + Codes.Of(circumstance)];

    // @keys casefile.filer.*
    public string Filer(FilerKind filer) => texts["casefile.filer." + Codes.Of(filer)];

    // @keys casefile.clockkind.*
    public string Clock(ClockKind kind) => texts["casefile.clockkind." + Codes.Of(kind)];

    // @keys casefile.consent.*
    public string Consent(ConsentAction action) => texts["casefile.consent." + Codes.Of(action)];

    // @keys casefile.placestate.*
    public string PlaceState(PlaceState state) => texts["casefile.placestate." + Codes.Of(state)];

    /// <summary>The look of a notice's state: ok, warn, late, info or plain.</summary>
    public static string NoticeLook(NoticeState state) => state switch
    {
        NoticeState.Sent or NoticeState.Filed => "ok",
        NoticeState.Rejected or NoticeState.Unknown => "late",
        NoticeState.Draft or NoticeState.AwaitsSecond or NoticeState.ToFile => "warn",
        NoticeState.Stopped => "plain",
        _ => "info",
    };

    /// <summary>The look of a place's state.</summary>
    public static string PlaceLook(PlaceState state) => state switch
    {
        Domain.Cases.PlaceState.Checked or Domain.Cases.PlaceState.RemovedConfirmed => "ok",
        Domain.Cases.PlaceState.Withdrawn => "plain",
        Domain.Cases.PlaceState.Refused or Domain.Cases.PlaceState.Silent or Domain.Cases.PlaceState.Reappeared => "late",
        _ when PlaceStates.NeedsNextStep(state) => "warn",
        _ => "info",
    };

    // @keys casefile.provider.*
    public string Provider(ProviderRole role) => texts["casefile.provider." + Codes.Of(role)];

    public string ProviderHint(ProviderRole role) => texts["casefile.provider." + Codes.Of(role) + ".hint"];

    // @keys casefile.notekind.*
    public string Note(NoteKind kind) => texts["casefile.notekind." + Codes.Of(kind)];

    // @keys casefile.actor.*
    public string Actor(ActorKind kind) => texts["casefile.actor." + Codes.Of(kind)];

    // @keys casefile.holder.*
    public string Holder(KeyHolder holder) => texts["casefile.holder." + Codes.Of(holder)];

    // @keys casefile.rule.*
    public string Rule(ContactRule rule) => texts["casefile.rule." + Codes.Of(rule)];

    // @keys casefile.purpose.*
    public string Purpose(string code) => texts["casefile.purpose." + code];

    // @keys casefile.certainty.*
    public string Certainty(string code) => texts["casefile.certainty." + code];

    // @keys casefile.approval.*
    public string Approval(ApprovalKind kind) => texts["casefile.approval." + Codes.Of(kind)];

    // @keys casefile.placekind.*
    public string PlaceKind(string? kind) => Known<Domain.Platforms.PlaceKind>("casefile.placekind.", kind);

    // @keys casefile.hint.*
    public string Hint(string code) => texts["casefile.hint." + code];

    // @keys casefile.answer.*
    public string Answer(bool? answer)
        => texts["casefile.answer." + (answer switch { true => "yes", false => "no", null => "none" })];

    public string Language(string code) => languages.Find(code)?.Name ?? code;

    /// <summary>How this person may be reached, in one line that is read before anything is done.</summary>
    public string Contact(SafeContact? contact, bool erased) => contact switch
    {
        null when erased => texts["casefile.contact.erased"],
        null or { Channel: ContactChannel.ComesBack } => texts["casefile.contact.comesback"],
        { Channel: ContactChannel.Mail } => texts["casefile.contact.mail"],
        { Channel: ContactChannel.Telephone, NoVoicemail: true } => texts["casefile.contact.telephone.novoicemail"],
        { Channel: ContactChannel.Telephone } => texts["casefile.contact.telephone"],
        _ => texts["casefile.contact.someone"],
    };

    /// <summary>
    /// One line of a clock's trace; instants and days in the reader's form. Ids of records are for the ledger and for files: a
    /// reader is told what the record is.
    /// </summary>
    // @keys casefile.trace.*
    public string Trace(TraceLine line)
        => texts["casefile.trace." + line.Code, [.. line.Values.Where(value => value.Key != "id")
            .Select(value => (value.Key, (object?)Value(value.Key, value.Value)))]];

    /// <summary>An instant for whoever must be sure of it: the reader's own time, and UTC.</summary>
    public string When(DateTimeOffset instant) => texts.WhenBoth(instant, session.Zone);

    /// <summary>The law a clock is counted by and where it holds, or that the deadline is our own.</summary>
    public string CountedBy(CaseClock clock) => laws.CountedBy(clock.Basis, clock.BasisVersion);

    public string Where(LegalBasis basis) => laws.Where(basis);

    /// <summary>What somebody outside did that begins the clock of a law.</summary>
    // @keys casefile.act.*
    public string Act(LegalBasis basis) => texts["casefile.act." + Codes.Of(basis.Trigger)];

    /// <summary>How long a law gives.</summary>
    // @keys casefile.length.*
    public string Length(LegalBasis basis) => basis.Duration switch
    {
        { Unit: ClockUnit.Business, IsRange: true } range
            => texts["casefile.length.business.range", ("least", range.Min.Days), ("most", range.Max.Days)],
        { Unit: ClockUnit.Business } length => texts["casefile.length.business", ("days", length.Max.Days)],
        { Unit: ClockUnit.Calendar, Max.Months: > 0 and var months } => texts["casefile.length.months", ("months", months)],
        { Unit: ClockUnit.Calendar } length => texts["casefile.length.days", ("days", length.Max.Days)],
        { } length => texts["casefile.length.hours", ("hours", (int)length.Max.Time.TotalHours)],
        null => "",
    };

    /// <summary>Why a law applies, or why it is not sure that it does.</summary>
    // @keys notices.why.*
    public string WhyLaw(string code) => texts["notices.why." + code];

    /// <summary>What came of a form, or of a question to two people.</summary>
    // @keys casefile.refusal.*
    public string Refusal(string code) => texts["casefile.refusal." + code];

    // @keys casefile.notice.*
    public string Notice(string code) => texts["casefile.notice." + code];

    private string Value(string name, string value)
    {
        if (name == "by")
        {
            // @keys casefile.startedby.*
            return texts["casefile.startedby." + value];
        }

        if (name == "calendar")
        {
            // @keys casefile.calendar.*
            return value is "office" or "office-en" or "always" or "us-federal" or "germany" or "india" or "australia"
                ? texts["casefile.calendar." + value]
                : value;
        }

        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return texts.Date(day);
        }

        return DateTimeOffset.TryParseExact(
            value, "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? When(at)
            : value;
    }

    private string Known<TEnum>(string prefix, string? name)
        where TEnum : struct, Enum
        => Enum.TryParse<TEnum>(name, ignoreCase: true, out var value) ? texts[prefix + Codes.Of(value)] : "";
}
