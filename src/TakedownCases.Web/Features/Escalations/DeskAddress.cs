using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Features.Escalations;

/// <summary>Where the rows of the desk's lists lead.</summary>
public static class DeskAddress
{
    public static string Case(CaseNumber number) => $"/staff/cases/{number}";

    public static string Clock(CaseNumber number, ClockId clock) => $"/staff/cases/{number}/clocks/{clock.Value}";
}
