using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data.Sql;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;

namespace TakedownCases.Data.Law;

/// <summary>
/// Changes a rule: one person proposes a whole record, a second lets it hold. It is checked with the readers of the shipped
/// files and against everything else that holds, when it is proposed and once more when it is activated.
/// </summary>
public sealed class RuleChanges(TakedownDbContext db, CurrentLaw law, HouseWords words, TimeProvider clock)
{
    public const int LongestReason = 1000;
    public const int LongestRecord = 200_000;
    private const int MostTries = 8;
    private const int DayLength = 10;

    /// <summary>Puts a record before a second person. <paramref name="ruleId"/> is the rule of the page; null for a new one.</summary>
    public async Task<Outcome<RuleEdition>> ProposeAsync(
        RuleKind kind, string? ruleId, string json, string? reason, Actor by, CancellationToken cancellationToken)
    {
        if (reason?.Trim() is not { Length: > 0 and <= LongestReason } why)
        {
            return RuleRefusals.NoReason;
        }

        if (json.Length > LongestRecord)
        {
            return RuleRefusals.TooLong;
        }

        if (RuleJson.Read(json, out var fault) is not { } record)
        {
            return RuleRefusals.Cannot(fault!);
        }

        RuleEdition? made = null;
        var outcome = await RunAsync(
            async () =>
            {
                var checkedRule = await CheckAsync(kind, ruleId, record, cancellationToken);
                if (!checkedRule.IsDone)
                {
                    return checkedRule.Refusal;
                }

                var now = clock.Now();
                if (RuleChecks.IsReviewedAnew(record, checkedRule.Value.Record) && !await IsTheirsAsync(record, by, now, cancellationToken))
                {
                    return RuleRefusals.Review;
                }

                var id = Guid.CreateVersion7(now);
                made = new RuleEdition
                {
                    Id = id,
                    Kind = kind,
                    RuleId = checkedRule.Value.Id,
                    Version = checkedRule.Value.Version,
                    Json = RuleJson.Write(record),
                    Reason = words.Seal(RuleEdition.ReasonOf(id), why),
                    ProposedBy = by.Staff!.Value,
                    ProposedAt = now,
                };
                db.RuleEditions.Add(made);
                Record("admin.rule-proposed", made, checkedRule.Value.Before, by, now);
                return Outcome.Done;
            },
            cancellationToken);
        return outcome.IsDone ? made! : outcome.Refusal;
    }

    /// <summary>A second person lets a proposal hold. One entry, and one row that says what must be counted again.</summary>
    public async Task<Outcome> ActivateAsync(Guid id, Actor by, CancellationToken cancellationToken)
    {
        var outcome = await RunAsync(() => DecideAsync(id, edition => ActivateAsync(edition, by, cancellationToken), cancellationToken), cancellationToken);
        if (outcome.IsDone)
        {
            await law.ReloadAsync(cancellationToken);
        }

        return outcome;
    }

    /// <summary>A second person does not let it hold, and says why.</summary>
    public Task<Outcome> RefuseAsync(Guid id, string? answer, Actor by, CancellationToken cancellationToken)
        => answer?.Trim() is not { Length: > 0 and <= LongestReason } ? Task.FromResult<Outcome>(RuleRefusals.NoReason) : RunAsync(
            () => DecideAsync(
                id,
                edition => Task.FromResult(Noted(
                    edition.Refuse(by.Staff!.Value, Sealed(edition, answer), clock.Now()), "admin.rule-refused", edition, by)),
                cancellationToken),
            cancellationToken);

    public Task<Outcome> TakeBackAsync(Guid id, Actor by, CancellationToken cancellationToken)
        => RunAsync(
            () => DecideAsync(
                id,
                edition => Task.FromResult(Noted(edition.TakeBack(by.Staff!.Value, clock.Now()), "admin.rule-taken-back", edition, by)),
                cancellationToken),
            cancellationToken);

    private async Task<Outcome> RunAsync(Func<Task<Outcome>> decide, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            db.StartAgain();

            // The head before anything is decided: of two changes at once, the second decides again on what the first left.
            await db.LedgerHeads.FindAsync([LedgerStream.Admin.Scope, LedgerStream.Admin.Lane], cancellationToken);
            var outcome = await decide();
            if (!outcome.IsDone)
            {
                db.StartAgain();
                return outcome;
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return outcome;
            }
            catch (DbUpdateException conflict) when (tries < MostTries && DatabaseErrors.IsConflict(conflict))
            {
                // A colleague was quicker, or administration wrote an entry in between: look again.
            }
        }
    }

    private async Task<Outcome> DecideAsync(Guid id, Func<RuleEdition, Task<Outcome>> decide, CancellationToken cancellationToken)
        => await db.RuleEditions.SingleOrDefaultAsync(edition => edition.Id == id, cancellationToken) is { } found
            ? await decide(found)
            : RuleRefusals.NotFound;

    private async Task<Outcome> ActivateAsync(RuleEdition edition, Actor by, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var decided = edition.Activate(by.Staff!.Value, now);
        if (!decided.IsDone)
        {
            return decided;
        }

        // What was right when it was proposed may not go with what has changed since.
        var again = await CheckAsync(edition.Kind, edition.RuleId, JsonNode.Parse(edition.Json)!.AsObject(), cancellationToken, edition);
        if (!again.IsDone)
        {
            return again.Refusal;
        }

        foreach (var earlier in await db.RuleEditions
            .Where(other => other.Kind == edition.Kind && other.RuleId == edition.RuleId && other.State == RuleEditionState.Active)
            .ToListAsync(cancellationToken))
        {
            if (earlier.Id != edition.Id && RuleSpan.Covers(edition, earlier))
            {
                earlier.Supersede();
            }
        }

        db.RuleRecounts.Add(new RuleRecount(edition, now));
        Record("admin.rule-activated", edition, again.Value.Before, by, now);
        return decided;
    }

    private Outcome Noted(Outcome outcome, string kind, RuleEdition edition, Actor by)
    {
        if (outcome.IsDone)
        {
            Record(kind, edition, before: null, by, clock.Now());
        }

        return outcome;
    }

    // An entry says which text was meant: the digest is of the record as it stands in the edition.
    private void Record(string kind, RuleEdition edition, string? before, Actor by, DateTimeOffset at)
        => db.Record(LedgerStream.Admin, kind, by, at, entry => entry
            .Code("fields", Codes.Of(edition.Kind)).Code("basis", edition.RuleId).Code("basis-version", edition.Version)
            .Id("second-staff", edition.ProposedBy == by.Staff ? null : edition.ProposedBy.Value)
            .Code("from", before)
            .Code("to", "sha-256 " + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(edition.Json)))));

    private async Task<Outcome<CheckedRule>> CheckAsync(
        RuleKind kind, string? ruleId, JsonObject record, CancellationToken cancellationToken, RuleEdition? proposal = null)
    {
        var held = await LawEditions.HeldAsync(db, cancellationToken);
        var ((parts, holds), now) = (LawEditions.Overlay(held), clock.Now());
        LawInForce with;
        try
        {
            with = parts.With(kind, record.ToJsonString()).ToLaw();
            RuleChecks.Refuse(kind, (string)record["id"]!, (string?)record["version"] ?? "", holds, with, now);
        }
        catch (Exception fault) when (fault is InvalidDataException or ArgumentException or InvalidOperationException)
        {
            return RuleRefusals.Cannot(fault.Message);
        }

        var id = (string)record["id"]!;
        if (ruleId is not null && id != ruleId)
        {
            return RuleRefusals.OtherRule;
        }

        if (kind == RuleKind.Calendar && RunsOut(with, id, now) is { } until)
        {
            return RuleRefusals.Cannot(FormattableString.Invariant($"the holidays are known until {until:yyyy-MM-dd} only, and that has passed."));
        }

        var before = ShippedRules.All.Where(rule => rule.Kind == kind && rule.RuleId == id).Select(rule => (rule.Version, rule.Json))
            .Concat(held.Where(edition => edition.Kind == kind && edition.RuleId == id).Select(edition => (edition.Version, edition.Json)))
            .OrderBy(rule => rule.Version, StringComparer.Ordinal).ToList();
        var version = proposal?.Version ?? (string?)record["version"]
            ?? RuleVersions.Next(before.Select(rule => rule.Version), DateOnly.FromDateTime(now.UtcDateTime));
        if (version.Length == 0 || before.Any(rule => string.CompareOrdinal(rule.Version, version) >= 0))
        {
            return RuleRefusals.VersionTaken;
        }

        if (IsDay(version[..Math.Min(version.Length, DayLength)], out var day) && day > DateOnly.FromDateTime(now.UtcDateTime).AddYears(1))
        {
            return RuleRefusals.VersionAhead;
        }

        if (before.Count > 0 && RuleJson.SaysTheSame(JsonNode.Parse(before[^1].Json)!.AsObject(), record))
        {
            return RuleRefusals.NothingChanged;
        }

        return await db.RuleEditions.AsNoTracking().AnyAsync(
            other => other.Kind == kind && other.RuleId == id && other.State == RuleEditionState.Proposed
                && (proposal == null || other.Id != proposal.Id),
            cancellationToken)
            ? RuleRefusals.AlreadyProposed
            : new CheckedRule(
                id, version, before.Count > 0 && before[^1].Version.Length > 0 ? before[^1].Version : null,
                before.Count > 0 ? JsonNode.Parse(before[^1].Json)!.AsObject() : null);
    }

    // Nobody reviews in another's name: who says that a rule was reviewed is the legal colleague who proposes it.
    private async Task<bool> IsTheirsAsync(JsonObject record, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
        => by.Role == Codes.Of(StaffRole.Legal)
            && await db.Users.AsNoTracking().Where(user => user.Id == by.Staff!.Value.Value).Select(user => user.DisplayName)
                .SingleOrDefaultAsync(cancellationToken) is { } name
            && (string?)record["reviewer"] == name
            && IsDay((string?)record["reviewedOn"], out var day) && day <= DateOnly.FromDateTime(now.UtcDateTime);

    private static bool IsDay(string? text, out DateOnly day)
        => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static DateOnly? RunsOut(LawInForce with, string calendar, DateTimeOffset now)
        => with.Calendars[calendar].HolidaysKnownUntil is { } until && until < DateOnly.FromDateTime(now.UtcDateTime) ? until : null;

    private byte[]? Sealed(RuleEdition edition, string? answer)
        => answer?.Trim() is { Length: > 0 } text
            ? words.Seal(RuleEdition.AnswerTo(edition.Id), text)
            : null;

    private sealed record CheckedRule(string Id, string Version, string? Before, JsonObject? Record);
}
