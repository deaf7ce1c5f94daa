using System.Globalization;
using TakedownCases.Data;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.CaseFile.Approvals;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.CaseFile.Ladder;

/// <summary>
/// Asks a second person to agree that an authority wants us to hold still: which one, why, and until the end of which day
/// (practice P4).
/// </summary>
public sealed class AskForHold(CaseStore store, AskSecondPerson second, StaffSession session, TimeProvider clock)
{
    public async Task<VerbResult> HandleAsync(string number, HoldInput input, CancellationToken cancellationToken)
    {
        var viewer = session.Viewer;
        if (!CaseNumber.TryParse(number, out var parsed) || await store.FindAsync(viewer, parsed, cancellationToken) is not { } caseId)
        {
            return VerbResult.Gone;
        }

        if (!CasePermissions.May(viewer, CaseAction.AskHold))
        {
            return VerbResult.Forbidden;
        }

        var (authority, problem) = TypedWords.Read(input.Authority, FilingLimits.ShortLength, nameof(HoldInput.Authority));
        var (reason, noReason) = TypedWords.Read(input.Reason, FilingLimits.WordsLength, nameof(HoldInput.Reason));
        var reference = PlainText.Clean(input.Reference, FilingLimits.ShortLength, multiline: false);
        if ((problem ?? noReason) is { } trouble)
        {
            return trouble;
        }

        if (reference.TooLong || reference.ImageData)
        {
            return new VerbResult(VerbStatus.Refused, reference.TooLong ? "too-long" : "image-data", nameof(HoldInput.Reference));
        }

        var now = clock.Now();
        return EndOf(input.LastDay, session.Zone) is { } until && until > now && until - now <= TakedownCase.LongestHold
            ? await second.RunAsync(
                caseId,
                ApprovalKind.InvestigationHold,
                Instants.ToUnixMicroseconds(until).ToString(CultureInfo.InvariantCulture),
                SealedText.OfRecord(new InvestigationHold(authority, reference.Text is { Length: > 0 } given ? given : null, reason)).Plain,
                input.Command,
                cancellationToken)
            : new VerbResult(VerbStatus.Refused, "hold-day", nameof(HoldInput.LastDay));
    }

    /// <summary>The end of a day on the reader's own calendar; the next instant there is, where midnight is skipped.</summary>
    private static DateTimeOffset? EndOf(string? typed, TimeZoneInfo zone)
    {
        if (!DateOnly.TryParseExact(typed?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day >= DateOnly.MaxValue)
        {
            return null;
        }

        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(15);
        }

        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
