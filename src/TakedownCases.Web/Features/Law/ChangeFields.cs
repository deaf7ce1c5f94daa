using System.Globalization;
using System.Text.Json.Nodes;
using TakedownCases.Data.Law;

namespace TakedownCases.Web.Features.Law;

/// <summary>Between the fields of the form and the record they stand for. A field that is left empty is null in the record.</summary>
internal static class ChangeFields
{
    private const string DateForm = "yyyy-MM-dd";

    public static ChangeForm From(RuleKind kind, JsonObject record, string version) => new()
    {
        Id = Text(record, "id"),
        Version = version,
        InForceFrom = Text(record, "inForceFrom"),
        InForceUntil = Text(record, "inForceUntil"),
        Duration = Text(record, "duration"),
        Unit = Text(record, "unit"),
        Status = Text(record, "status"),
        Confidence = Text(record, "confidence"),
        Citation = Text(record, "citation"),
        Authority = Text(record, "authority"),
        EscalationIfMissed = Text(record, "escalationIfMissed"),
        Notes = Text(record, "notes"),
        CalendarId = Text(record, kind == RuleKind.Basis ? "businessCalendarId" : "calendarId"),
        WarnPercents = record["warnPercents"] is JsonArray percents ? string.Join(", ", percents.Select(percent => percent!.ToJsonString())) : null,
        PausesWhileWaiting = (bool?)record["pausesWhileWaiting"] ?? false,
        HolidaysKnownUntil = Text(record, "holidaysKnownUntil"),
        Holidays = record["holidays"] is JsonObject days ? string.Join('\n', days.Select(day => $"{day.Key} {(string?)day.Value}")) : null,
        Json = RuleJson.Write(With(record, version)),
    };

    /// <summary>
    /// The record with what the fields say. An earlier review stays only where nothing but the notes changed; <paramref name="reviewer"/> is
    /// whoever reviewed what is proposed now.
    /// </summary>
    public static JsonObject Fill(
        RuleKind kind, JsonObject record, ChangeForm form, IEnumerable<KeyValuePair<DateOnly, string>> holidays, string? reviewer, DateOnly today)
    {
        var copy = record.DeepClone().AsObject();
        switch (kind)
        {
            case RuleKind.Basis:
                FillBasis(copy, form);
                Review(copy, record, reviewer, today);
                break;
            case RuleKind.Policy:
                copy["version"] = Clean(form.Version);
                copy["duration"] = Clean(form.Duration);
                copy["unit"] = Clean(form.Unit);
                copy["calendarId"] = Clean(form.CalendarId);
                copy["warnPercents"] = new JsonArray([.. Percents(form.WarnPercents) ?? []]);
                copy["pausesWhileWaiting"] = form.PausesWhileWaiting;
                break;
            case RuleKind.Calendar:
                copy["holidaysKnownUntil"] = Clean(form.HolidaysKnownUntil);
                copy["holidays"] = new JsonObject(holidays.OrderBy(day => day.Key).Select(day => KeyValuePair.Create(
                    day.Key.ToString(DateForm, CultureInfo.InvariantCulture), (JsonNode?)day.Value)));
                break;
            case RuleKind.Ladder:
                break;
            default:
                throw new InvalidOperationException($"Nobody knows rules of kind {kind}.");
        }

        return copy;
    }

    public static IEnumerable<JsonNode?>? Percents(string? text)
    {
        var parts = (text ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) ? percent : (int?)null).ToList();
        return parts.Contains(null) ? null : parts.Select(part => (JsonNode?)part);
    }

    public static bool IsDate(string? text, out DateOnly day)
        => DateOnly.TryParseExact(text?.Trim(), DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    public static string? Clean(string? text) => text?.Trim() is { Length: > 0 } said ? said : null;

    /// <summary>The record, reviewed by nobody: a review is of exactly what it was of.</summary>
    public static JsonObject Unreviewed(JsonObject record)
    {
        if (record.ContainsKey("reviewer"))
        {
            (record["reviewer"], record["reviewedOn"], record["reviewState"]) = (null, null, "unreviewed");
        }

        return record;
    }

    private static void FillBasis(JsonObject copy, ChangeForm form)
    {
        foreach (var (member, value) in ((string, string?)[])[
            ("version", form.Version), ("inForceFrom", form.InForceFrom), ("inForceUntil", form.InForceUntil), ("duration", form.Duration),
            ("unit", Clean(form.Duration) is null ? null : form.Unit), ("businessCalendarId", form.CalendarId), ("status", form.Status),
            ("confidence", form.Confidence), ("citation", form.Citation), ("authority", form.Authority),
            ("escalationIfMissed", form.EscalationIfMissed),
        ])
        {
            copy[member] = Clean(value);
        }

        copy["notes"] = form.Notes?.Trim() ?? "";
        if (copy["policyFor"] is not null && Clean(form.Id) is { } id)
        {
            copy["id"] = id;
        }
    }

    private static void Review(JsonObject copy, JsonObject record, string? reviewer, DateOnly today)
    {
        if (reviewer is not null)
        {
            copy["reviewer"] = reviewer;
            copy["reviewedOn"] = today.ToString(DateForm, CultureInfo.InvariantCulture);
            copy["reviewState"] = "reviewed";
        }
        else if (!RuleJson.SaysTheSame(WithoutNotes(copy), WithoutNotes(record)))
        {
            Unreviewed(copy);
        }
    }

    private static JsonObject WithoutNotes(JsonObject record)
    {
        var copy = record.DeepClone().AsObject();
        copy.Remove("notes");
        return copy;
    }

    private static JsonObject With(JsonObject record, string version)
    {
        var copy = Unreviewed(record.DeepClone().AsObject());
        if (copy.ContainsKey("version"))
        {
            copy["version"] = version;
        }

        return copy;
    }

    private static string? Text(JsonObject record, string member) => record[member] is JsonValue value ? (string?)value : null;
}
