using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Desk;

/// <summary>The open cases one person holds, in the words of the index that finds them.</summary>
internal static class HeldCases
{
    public static IQueryable<TakedownCase> HeldBy(this IQueryable<TakedownCase> cases, StaffId staff)
        => cases.Where(takedownCase => takedownCase.Assignee == staff && (takedownCase.State == CaseState.Filed
            || takedownCase.State == CaseState.InProgress || takedownCase.State == CaseState.WaitingForSurvivor));
}
