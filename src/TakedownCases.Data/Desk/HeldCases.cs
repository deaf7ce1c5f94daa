using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Desk;

/// <summary>The open cases somebody holds, in the words of the index that finds them.</summary>
internal static class HeldCases
{
    public static IQueryable<TakedownCase> HeldBy(this IQueryable<TakedownCase> cases, StaffId staff)
        => cases.Where(takedownCase => takedownCase.Assignee == staff && (takedownCase.State == CaseState.Filed
            || takedownCase.State == CaseState.InProgress || takedownCase.State == CaseState.WaitingForSurvivor));

    public static IQueryable<TakedownCase> HeldByAny(this IQueryable<TakedownCase> cases, IReadOnlyList<StaffId> staff)
    {
        var ids = staff.Cast<StaffId?>().ToList();
        return cases.Where(takedownCase => takedownCase.Assignee != null && EF.Parameter(ids).Contains(takedownCase.Assignee)
            && (takedownCase.State == CaseState.Filed || takedownCase.State == CaseState.InProgress
                || takedownCase.State == CaseState.WaitingForSurvivor));
    }
}
