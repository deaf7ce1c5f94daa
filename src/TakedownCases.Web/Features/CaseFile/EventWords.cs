using TakedownCases.Data.Ledger;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Escalation;
using TakedownCases.Domain.Ledger;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TakedownCases.Domain.Referrals;
using TakedownCases.Web.Features.Shared.Cases;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.CaseFile;

/// <summary>Says in plain words who did what, for every kind of entry in a case's streams.</summary>
public sealed class EventWords(T texts, CaseWords words, PlatformDirectory directory, AuthorityDirectory authorities)
{
    /// <summary>Everybody on the staff whom an entry names.</summary>
    public static IEnumerable<StaffId> Named(HistoryEntry entry)
        => new[] { LedgerTag.Actor, LedgerTag.Staff, LedgerTag.PreviousStaff, LedgerTag.SecondStaff }
            .Select(entry.Staff).OfType<StaffId>();

    public string Who(HistoryEntry entry, IReadOnlyDictionary<StaffId, string> names)
        => entry.Staff(LedgerTag.Actor) is { } staff && names.TryGetValue(staff, out var name)
            ? name
            : Enum<ActorKind>(entry, LedgerTag.ActorKind, words.Actor);

    public string What(HistoryEntry entry, IReadOnlyDictionary<StaffId, string> names) => entry.Entry.Kind switch
    {
        "case.filed" => texts["casefile.event.case.filed",
            ("count", entry.Entry.Find(LedgerTag.Count)?.AsInt64()), ("severity", Severity(entry, LedgerTag.Severity))],
        "place.added" => texts["casefile.event.place.added", ("platform", Platform(entry))],
        "place.checked" => texts["casefile.event.place.checked", ("platform", Platform(entry))],
        "place.withdrawn" => texts["casefile.event.place.withdrawn"],
        "consent.given" => texts["casefile.event.consent.given", ("action", Consent(entry))],
        "consent.withdrawn" => texts["casefile.event.consent.withdrawn", ("action", Consent(entry))],
        "clock.started" => texts["casefile.event.clock.started", ("clock", Clock(entry)), ("due", At(entry, LedgerTag.DueAt))],
        "clock.warned" => texts["casefile.event.clock.warned",
            ("clock", Clock(entry)), ("percent", entry.Entry.Find(LedgerTag.WarnedPercent)?.AsInt64()), ("due", At(entry, LedgerTag.DueAt))],
        "clock.overdue" => texts["casefile.event.clock.overdue", ("clock", Clock(entry)), ("due", At(entry, LedgerTag.DueAt))],
        "clock.met" => texts["casefile.event.clock.met", ("clock", Clock(entry)), ("due", At(entry, LedgerTag.DueAt))],
        "clock.recounted" => texts["casefile.event.clock.recounted",
            ("clock", Clock(entry)), ("due", At(entry, LedgerTag.DueAt)), ("before", At(entry, LedgerTag.DueBefore))],
        "clock.paused" => texts["casefile.event.clock.paused", ("clock", Clock(entry))],
        "clock.resumed" => texts["casefile.event.clock.resumed", ("clock", Clock(entry)), ("due", At(entry, LedgerTag.DueAt))],
        "clock.looked-at" => texts["casefile.event.clock.looked-at", ("clock", Clock(entry))],
        "clock.stopped" => texts["casefile.event.clock.stopped", ("clock", Clock(entry))],
        "case.state-changed" => texts["casefile.event.case.state-changed",
            ("from", State(entry, LedgerTag.From)), ("to", State(entry, LedgerTag.To))],
        "case.accepted" => texts["casefile.event.case.accepted"],
        "case.claimed" => texts["casefile.event.case.claimed", ("staff", Name(entry, LedgerTag.Staff, names))],
        "case.released" => texts["casefile.event.case.released", ("staff", Name(entry, LedgerTag.PreviousStaff, names))],
        "case.severity-changed" => texts["casefile.event.case.severity-changed",
            ("from", Severity(entry, LedgerTag.From)), ("to", Severity(entry, LedgerTag.To))],
        "case.track-changed" => entry.Text(LedgerTag.To) == Codes.Of(Track.Minor)
            ? texts["casefile.event.case.track-changed.minor"]
            : texts["casefile.event.case.track-changed.adult", ("staff", Name(entry, LedgerTag.SecondStaff, names))],
        "message.written" => texts["casefile.event.message.written"],
        "note.written" => texts["casefile.event.note.written", ("kind", Enum<NoteKind>(entry, LedgerTag.ReasonCode, words.Note))],
        "case.context-added" => texts["casefile.event.case.context-added"],
        "case.contact-changed" => texts["casefile.event.case.contact-changed"],
        "case.withdrawn" => texts["casefile.event.case.withdrawn"],
        "key.replaced" => texts["casefile.event.key.replaced"],
        "key.confirmed" => texts["casefile.event.key.confirmed"],
        "key.answer-checked" => entry.Text(LedgerTag.Outcome) == "match"
            ? texts["casefile.event.key.answer-checked.match"]
            : texts["casefile.event.key.answer-checked.no-match"],
        "case.authority-checked" => texts["casefile.event.case.authority-checked"],
        "case.recused" => texts["casefile.event.case.recused", ("staff", Name(entry, LedgerTag.Staff, names))],
        "erasure.requested" => texts["casefile.event.erasure.requested", ("due", At(entry, LedgerTag.DueAt))],
        "erasure.undone" => texts["casefile.event.erasure.undone"],
        "case.erased" => texts["casefile.event.case.erased"],
        "access.break-glass" => texts["casefile.event.access.break-glass",
            ("staff", Name(entry, LedgerTag.Staff, names)), ("until", At(entry, LedgerTag.Until))],
        "approval.asked" => texts["casefile.event.approval.asked", ("what", Approval(entry))],
        "approval.refused" => texts["casefile.event.approval.refused", ("what", Approval(entry))],
        "case.read" or "case.opened" => texts["casefile.event.case.read", ("part", Part(entry)), ("why", Why(entry))],
        "case.exported" => texts["casefile.event.case.exported"],
        "case.purpose-given" => texts["casefile.event.case.purpose-given", ("why", Why(entry))],
        _ => OfDesk(entry, names),
    };

    private string OfDesk(HistoryEntry entry, IReadOnlyDictionary<StaffId, string> names) => entry.Entry.Kind switch
    {
        "notice.drafted" => texts["casefile.event.notice.drafted",
            ("reference", entry.Text(LedgerTag.NoticeReference) ?? ""), ("platform", Platform(entry))],
        "notice.stopped" => texts["casefile.event.notice.stopped",
            ("why", Enum<StopReason>(entry, LedgerTag.ReasonCode, reason => texts["notices.stopped." + Codes.Of(reason)]))],

        // @keys casefile.event.notice.*
        var notice when notice.StartsWith("notice.", StringComparison.Ordinal) => texts["casefile.event." + notice],
        "places.noticed" => texts["casefile.event.places.noticed"],
        "place.outcome" => texts["casefile.event.place.outcome",
            ("from", Enum<PlaceState>(entry, LedgerTag.From, words.PlaceState)), ("to", Enum<PlaceState>(entry, LedgerTag.To, words.PlaceState)),
            ("source", Enum<OutcomeSource>(entry, LedgerTag.Source, source => texts["notices.source." + Codes.Of(source)]))],
        "case.hold-set" => texts["casefile.event.case.hold-set",
            ("until", At(entry, LedgerTag.Until)), ("staff", Name(entry, LedgerTag.SecondStaff, names))],
        "case.hold-ended" => texts["casefile.event.case.hold-ended"],
        "site.provider-recorded" => texts["casefile.event.site.provider-recorded",
            ("role", Enum<ProviderRole>(entry, LedgerTag.Channel, words.Provider))],
        "hotline.told" => texts["casefile.event.hotline.told",
            ("hotline", Authority(entry.Text(LedgerTag.Hotline)))],
        "referral.proposed" or "referral.made" or "referral.mentioned" or "pack.made" => texts["casefile.event." + entry.Entry.Kind, ("to", Authority(entry.Text(LedgerTag.Authority)))],
        "referral.moved" => texts["casefile.event.referral.moved",
            ("to", Enum<ReferralState>(entry, LedgerTag.To, state => texts["referrals.state." + Codes.Of(state)]))],
        "referral.agreed" or "referral.withdrawn" or "referral.erased" or "pack.erased" => texts["casefile.event." + entry.Entry.Kind],
        "task.raised" => texts["casefile.event.task.raised", ("task", Enum<TaskKind>(entry, LedgerTag.TaskKind, Task))],
        "task.ended" => texts["casefile.event.task.ended", ("task", Enum<TaskKind>(entry, LedgerTag.TaskKind, Task))],
        "ladder.climbed" => entry.Text(LedgerTag.Outcome) is null
            ? texts["casefile.event.ladder.climbed", ("step", Step(entry))]
            : texts["casefile.event.ladder.skipped", ("step", Step(entry)), ("why", Skipped(entry))],
        "approval.granted" => texts["casefile.event.approval.granted", ("what", Approval(entry)), ("staff", Name(entry, LedgerTag.Staff, names))],
        _ => texts["casefile.event.other", ("kind", entry.Entry.Kind)],
    };

    /// <summary>The words that were opened, where they are read as text; null where they are a record or nothing.</summary>
    public string? Said(HistoryEntry entry) => entry.Entry.Kind switch
    {
        "place.added" when entry.Words.GetValueOrDefault(LedgerTag.Address) is { } json => SealedJson.Read<PlaceDetails>(json).AsTyped,
        "clock.met" or "clock.stopped" => entry.Words.GetValueOrDefault(LedgerTag.Reason),
        "message.written" or "note.written" or "place.outcome" => entry.Words.GetValueOrDefault(LedgerTag.Text),
        "case.hold-set" or "approval.asked" when IsHold(entry) && entry.Words.GetValueOrDefault(LedgerTag.Reason) is { } asked
            => SealedJson.Read<InvestigationHold>(asked) is var hold ? $"{hold.Authority}: {hold.Reason}" : null,
        "case.authority-checked" or "access.break-glass" or "approval.asked" => entry.Words.GetValueOrDefault(LedgerTag.Reason),
        _ => null,
    };

    // Whoever has a name of their own keeps it in every language; an id that left the directory stands for itself.
    // @keys notices.hotline.of.*
    // @keys casefile.event.referral.*
    // @keys casefile.event.pack.*
    // @keys referrals.state.*
    private string Authority(string? id) => id switch
    {
        null => "",
        TakedownCase.Police or AuthorityDirectory.Other or "inhope-other" => texts["notices.hotline.of." + id],
        _ => authorities.Find(id)?.Name ?? id,
    };

    private static bool IsHold(HistoryEntry entry)
        => entry.Entry.Kind == "case.hold-set" || entry.Text(LedgerTag.ReasonCode) == Codes.Of(Data.ApprovalKind.InvestigationHold);

    // @keys casefile.task.*
    private string Task(TaskKind kind) => texts["casefile.task." + Codes.Of(kind)];

    // @keys escalations.step.*
    private string Step(HistoryEntry entry)
        => Enum<RungAction>(entry, LedgerTag.Action, action => texts["escalations.step." + Codes.Of(action)]);

    // @keys escalations.skipped.*
    private string Skipped(HistoryEntry entry) => texts["escalations.skipped." + entry.Text(LedgerTag.Outcome)];

    // @keys casefile.approval.*
    private string Approval(HistoryEntry entry) => texts["casefile.approval." + (entry.Text(LedgerTag.ReasonCode) ?? "other")];

    // @keys casefile.part.*
    private string Part(HistoryEntry entry)
    {
        var part = entry.Text(LedgerTag.Fields) ?? "";
        return Domain(part) ? texts["casefile.section." + part] : texts["casefile.part.other"];

        static bool Domain(string name) => System.Enum.GetNames<CaseSection>().Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    private string Why(HistoryEntry entry) => entry.Text(LedgerTag.Purpose) switch
    {
        null => texts["casefile.why.none"],
        "break-glass" => texts["casefile.why.break-glass"],
        var code when Purposes.Codes.Contains(code) => words.Purpose(code),
        _ => texts["casefile.why.other"],
    };

    private string Platform(HistoryEntry entry) => entry.Text(LedgerTag.Platform) is { } id
        ? directory.Find(new PlatformId(id))?.Name ?? id
        : texts["casefile.platform.unknown"];

    private string At(HistoryEntry entry, ushort tag) => entry.Entry.Find(tag) is { } field ? words.When(field.AsInstant()) : "";

    private string Clock(HistoryEntry entry) => Enum<ClockKind>(entry, LedgerTag.ClockKind, words.Clock);

    private string State(HistoryEntry entry, ushort tag) => Enum<CaseState>(entry, tag, words.State);

    private string Severity(HistoryEntry entry, ushort tag) => Enum<Severity>(entry, tag, words.Severity);

    private string Consent(HistoryEntry entry) => Enum<ConsentAction>(entry, LedgerTag.To, words.Consent);

    private string Name(HistoryEntry entry, ushort tag, IReadOnlyDictionary<StaffId, string> names)
        => entry.Staff(tag) is { } staff && names.TryGetValue(staff, out var name) ? name : texts["casefile.actor.staff"];

    private static string Enum<TEnum>(HistoryEntry entry, ushort tag, Func<TEnum, string> say)
        where TEnum : struct, Enum
        => System.Enum.TryParse<TEnum>(entry.Text(tag), ignoreCase: true, out var value) ? say(value) : entry.Text(tag) ?? "";
}
