using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Features.Shared.Cases;

/// <summary>What colleagues are called, in one query however many there are.</summary>
public static class StaffNames
{
    public static async Task<Dictionary<StaffId, string>> OfAsync(
        TakedownDbContext db, IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToList();
        return await db.Users.AsNoTracking().Where(user => wanted.Contains(user.Id))
            .Select(user => new { user.Id, user.DisplayName })
            .ToDictionaryAsync(user => new StaffId(user.Id), user => user.DisplayName, cancellationToken);
    }
}
