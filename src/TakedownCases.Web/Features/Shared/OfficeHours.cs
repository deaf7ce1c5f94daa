using TakedownCases.Data.Seed;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Web.Features.Shared;

/// <summary>Whether somebody of ours is at work, and when next: pages never promise another time (practice P2).</summary>
public sealed class OfficeHours(TimeProvider time)
{
    private const string CalendarId = "office";

    private readonly WorkingCalendar _office = WorkingCalendarFile.Load()[CalendarId];

    public bool IsOpen => _office.IsWorking(time.GetUtcNow());

    /// <summary>Now while open.</summary>
    public DateTimeOffset NextOpening => _office.NextWorkingInstant(time.GetUtcNow());

    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(WorkingCalendarFile.Load()[CalendarId].TimeZone);
}
