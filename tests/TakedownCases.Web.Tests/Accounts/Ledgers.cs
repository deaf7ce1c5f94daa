using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Identity;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Accounts;

/// <summary>Looks into and changes the database of an app, past its pages.</summary>
internal static class Ledgers
{
    public static async Task<IReadOnlyList<LedgerEntry>> EntriesAsync(this TestApp app, Guid scope, LedgerLane lane)
        => await app.DataAsync(async db => (await db.LedgerEntries.AsNoTracking().Where(row => row.Scope == scope && row.Lane == lane)
            .OrderBy(row => row.Seq).ToListAsync()).ConvertAll(row => CanonicalForm.Read(row.Body)));

    public static async Task<string[]> KindsAsync(this TestApp app, Guid scope, LedgerLane lane)
        => [.. (await app.EntriesAsync(scope, lane)).Select(entry => entry.Kind)];

    public static Task<StaffUser> UserAsync(this TestApp app, Guid id)
        => app.DataAsync(db => db.Users.AsNoTracking().SingleAsync(user => user.Id == id));

    public static Task ChangeAsync(this TestApp app, Guid id, Action<StaffUser> change) => app.DataAsync(async db =>
    {
        change(await db.Users.SingleAsync(user => user.Id == id));
        return await db.SaveChangesAsync();
    });

    public static async Task<T> DataAsync<T>(this TestApp app, Func<TakedownDbContext, Task<T>> act)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TakedownDbContext>());
    }
}
