using System.Globalization;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.CaseFile.Clocks;

/// <summary>A legal colleague says until which day a claim can be brought, and by which rule; the day counts to its end.</summary>
public sealed class EnterLimitation(CaseChange change, CaseClockBook book, StaffSession session)
{
    private const int FirstYear = 2000;
    private const int LastYear = 2200;

    public async Task<VerbResult> HandleAsync(string number, CaseInput input, CancellationToken cancellationToken)
    {
        var (citation, problem) = TypedWords.Read(input.Citation, FilingLimits.WordsLength, nameof(CaseInput.Citation));
        if (!DateOnly.TryParseExact(input.LastDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || day.Year is < FirstYear or > LastYear)
        {
            return new VerbResult(VerbStatus.Refused, "no-such-day", nameof(CaseInput.LastDay));
        }

        if (problem is not null)
        {
            return problem;
        }

        var due = EndOf(day, session.Zone);
        var result = await change.RunAsync(
            number, input, CaseAction.EnterLimitation, (subject, by, now) => Enter(subject, due, citation, by, now), cancellationToken);
        return result == VerbResult.Refused(CaseRefusals.LimitationPassed) ? result with { Field = nameof(CaseInput.LastDay) } : result;
    }

    private Outcome Enter(TakedownCase subject, DateTimeOffset due, string citation, Actor by, DateTimeOffset now)
        => due <= now
            ? CaseRefusals.LimitationPassed
            : subject.EnterLimitation(book.Entered(ClockKind.Limitation, subject, due, now), citation, by, now);

    // Midnight can be skipped where summer time begins at it; the day then ends with the hour that is not there.
    private static DateTimeOffset EndOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        var offset = zone.GetUtcOffset(zone.IsInvalidTime(midnight) ? midnight.AddHours(-1) : midnight);
        return Instants.Cut(new DateTimeOffset(midnight, offset));
    }
}
