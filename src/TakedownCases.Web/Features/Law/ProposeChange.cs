using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Law;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Law;

/// <summary>
/// The form to change a rule, or to write a new one. <paramref name="Before"/> is the record it begins from; of a new policy nothing is
/// asked but its law, as long as <paramref name="ForLaw"/> is null.
/// </summary>
public sealed record ChangePage(
    RuleKind Kind, string? RuleId, JsonObject Before, ChangeForm Form, IReadOnlyList<string> Calendars, IReadOnlyList<LegalBasis> Silent, bool IsWaiting,
    LegalBasis? ForLaw = null, bool MayReview = false)
{
    /// <summary>What was typed, in both ways of the form.</summary>
    public ChangePage Again(ChangeForm typed) => this with { Form = typed };
}

/// <summary>Takes what was typed as a proposal. Whatever is wrong is said at its field, and everything typed stays.</summary>
public sealed class ProposeChange(
    RuleChanges changes, RuleVersions versions, LawInForce law, TakedownDbContext db, StaffSession session, LawWords words, T texts, TimeProvider clock)
{
    private DateOnly Today => DateOnly.FromDateTime(clock.Now().UtcDateTime);

    /// <summary>A policy of our own, for a law that gives no hours; null where that is no such law.</summary>
    public async Task<ChangePage?> BeginNewAsync(string? forLaw, CancellationToken cancellationToken)
    {
        var page = Page(RuleKind.Basis, null, [], new ChangeForm(), isWaiting: false);
        if (forLaw is null)
        {
            return page;
        }

        if (page.Silent.FirstOrDefault(basis => basis.Id == forLaw) is not { } chosen
            || RuleVersions.Holding(await versions.OfAsync(RuleKind.Basis, forLaw, cancellationToken), law.Bases, clock.Now()) is not { } holding)
        {
            return null;
        }

        var record = NewPolicy(forLaw, JsonNode.Parse(holding.Json)!.AsObject());
        return page with { ForLaw = chosen, Before = record, Form = ChangeFields.From(RuleKind.Basis, record, RuleVersions.Next([], Today)) };
    }

    public async Task<ChangePage?> BeginAsync(RuleKind kind, string rule, CancellationToken cancellationToken)
    {
        var all = await versions.OfAsync(kind, rule, cancellationToken);
        if (RuleVersions.Holding(all, law.Bases, clock.Now()) is not { } holding)
        {
            return null;
        }

        var record = JsonNode.Parse(holding.Json)!.AsObject();
        var next = RuleVersions.Next(all.Where(version => version.HasHeld).Select(version => version.Version), Today);
        return Page(
            kind, rule, record, ChangeFields.From(kind, record, next), all.Any(version => version.Edition is { State: RuleEditionState.Proposed }));
    }

    /// <summary>The proposal that was made; null where something is in the way.</summary>
    public async Task<Guid?> HandleAsync(ChangePage page, ChangeForm form, ModelStateDictionary state, CancellationToken cancellationToken)
    {
        if (form.Way == "json")
        {
            return await ProposeAsync(page.Kind, page.RuleId, form.Json ?? "", "Form.Json", form, state, cancellationToken);
        }

        // What stands in the other way of the form would be lost without a word.
        if (ChangeFields.Clean(form.Json) is { } json
            && (RuleJson.Read(json, out _) is not { } whole || !RuleJson.SaysTheSame(whole, JsonNode.Parse(page.Form.Json!)!.AsObject())))
        {
            state.AddModelError("Form.Json", texts["law.error.both"]);
        }

        var name = form.Reviewed && page.MayReview ? await NameAsync(cancellationToken) : null;
        return Checked(page.Kind, form, state) is { } holidays
            ? await ProposeAsync(
                page.Kind, page.RuleId, RuleJson.Write(ChangeFields.Fill(page.Kind, page.Before, form, holidays, name, Today)), "", form, state, cancellationToken)
            : null;
    }

    private Task<string?> NameAsync(CancellationToken cancellationToken)
    {
        var me = session.Viewer.Staff.Value;
        return db.Users.AsNoTracking().Where(user => user.Id == me).Select(user => user.DisplayName).SingleOrDefaultAsync(cancellationToken);
    }

    private async Task<Guid?> ProposeAsync(
        RuleKind kind, string? rule, string json, string field, ChangeForm form, ModelStateDictionary state, CancellationToken cancellationToken)
    {
        var outcome = await changes.ProposeAsync(kind, rule, json, form.Reason, session.Viewer.AsActor(), cancellationToken);
        if (outcome.IsDone)
        {
            return outcome.Value.Id;
        }

        var at = outcome.Refusal.Code switch
        {
            "reason" => "Form.Reason",
            "version" => field.Length > 0 ? field : "Form.Version",
            _ => field,
        };
        state.AddModelError(at, words.Refused(outcome.Refusal));
        return null;
    }

    // What people mistype most is said at its field, in their language; the rest is the reader's matter.
    private SortedDictionary<DateOnly, string>? Checked(RuleKind kind, ChangeForm form, ModelStateDictionary state)
    {
        foreach (var (name, value) in ((string, string?)[])[
            ("InForceFrom", form.InForceFrom), ("InForceUntil", form.InForceUntil), ("HolidaysKnownUntil", form.HolidaysKnownUntil),
        ])
        {
            if (ChangeFields.Clean(value) is { } text && !ChangeFields.IsDate(text, out _))
            {
                state.AddModelError("Form." + name, texts["law.error.date"]);
            }
        }

        if (ChangeFields.IsDate(form.InForceFrom, out var from) && ChangeFields.IsDate(form.InForceUntil, out var until) && until <= from)
        {
            state.AddModelError("Form.InForceUntil", texts["law.error.end"]);
        }

        if (kind is RuleKind.Basis or RuleKind.Policy && ChangeFields.Clean(form.Duration) is { } duration && !IsLength(duration, form.Unit))
        {
            state.AddModelError("Form.Duration", texts["law.error.duration"]);
        }

        if (kind == RuleKind.Policy && ChangeFields.Percents(form.WarnPercents) is null)
        {
            state.AddModelError("Form.WarnPercents", texts["law.error.percents"]);
        }

        var holidays = kind == RuleKind.Calendar ? Holidays(form, state) : [];
        return state.IsValid ? holidays : null;
    }

    private SortedDictionary<DateOnly, string> Holidays(ChangeForm form, ModelStateDictionary state)
    {
        var days = new SortedDictionary<DateOnly, string>();
        foreach (var (line, index) in (form.Holidays ?? "").ReplaceLineEndings("\n").Split('\n').Select((line, index) => (line.Trim(), index)))
        {
            var parts = line.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 2 && ChangeFields.IsDate(parts[0], out var day))
            {
                days[day] = parts[1];
            }
            else if (line.Length > 0)
            {
                state.AddModelError("Form.Holidays", texts["law.error.holiday", ("line", texts.Number(index + 1))]);
            }
        }

        if (ChangeFields.Clean(form.Ics) is { } ics)
        {
            var read = IcsHolidays.Read(ics, ChangeFields.IsDate(form.HolidaysKnownUntil, out var until) ? until : Today.AddYears(1));
            read.Faults.Take(5).ToList().ForEach(fault => state.AddModelError("Form.Ics", words.Fault(fault)));
            foreach (var (day, name) in read.Days)
            {
                days.TryAdd(day, name);
            }
        }

        return days;
    }

    private static bool IsLength(string duration, string? unit)
    {
        try
        {
            return Enum.TryParse<ClockUnit>(unit, ignoreCase: true, out var known) && BasisDuration.Parse(duration, known).Max is not null;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private ChangePage Page(RuleKind kind, string? rule, JsonObject before, ChangeForm form, bool isWaiting) => new(
        kind,
        rule,
        before,
        form,
        [.. law.Calendars.Keys.Order(StringComparer.Ordinal)],
        [.. law.Bases.InForceAt(clock.Now()).Where(basis => basis is { IsPolicy: false, Duration: null, Clock: not null, Trigger: ClockTrigger.NoticeReceived })],
        isWaiting,
        MayReview: session.Viewer.Role == StaffRole.Legal);

    // Begins from the law it stands for, so that country, track and who is bound are those of the law.
    private JsonObject NewPolicy(string forLaw, JsonObject record)
    {
        record["id"] = $"policy-{forLaw}";
        record["kind"] = "local-policy";
        record["policyFor"] = forLaw;
        record["status"] = "in-force";
        record["statusText"] = "our own policy";
        record["confidence"] = "high";
        record["duration"] = "PT72H";
        record["unit"] = "elapsed";
        record["timeBasis"] = "our own policy";
        record["authority"] = null;
        record["inForceFrom"] = Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        record["inForceUntil"] = null;
        record["version"] = RuleVersions.Next([], Today);
        return ChangeFields.Unreviewed(record);
    }
}
