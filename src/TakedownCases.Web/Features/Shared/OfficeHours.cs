using TakedownCases.Data.Law;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Web.Features.Shared;

/// <summary>Whether somebody of ours is at work, and when next: pages never promise another time (practice P2).</summary>
public sealed class OfficeHours(CurrentLaw law, TimeProvider time)
{
    private const string CalendarId = "office";

    public bool IsOpen => Office.IsWorking(time.GetUtcNow());

    /// <summary>Now while open.</summary>
    public DateTimeOffset NextOpening => Office.NextWorkingInstant(time.GetUtcNow());

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Office.TimeZone);

    private WorkingCalendar Office => law.Now.Calendars[CalendarId];
}
