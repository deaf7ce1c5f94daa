using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Filing;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Concurrency;

/// <summary>A row that somebody else deleted in between: the save fails, and nobody waits for it afterwards.</summary>
public sealed class ConflictTests
{
    [Theory]
    [DatabaseData]
    public async Task A_save_that_ended_in_a_conflict_holds_up_neither_its_own_context_nor_others(DatabaseKind kind)
    {
        var clock = new ManualTimeProvider();
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = await TestData.OpenAsync(database, clock);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        var draft = new FilingDraft(Guid.CreateVersion7(), [1], clock.Now().AddDays(1));
        db.FilingDrafts.Add(draft);
        await db.SaveChangesAsync();
        await DeleteAsync(services, draft.Id);

        draft.Keep([2]);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());

        Assert.Null(db.Database.CurrentTransaction);
        await Samples.FileAsync(services);
        db.ChangeTracker.Clear();
        db.FilingDrafts.Add(new FilingDraft(Guid.CreateVersion7(), [3], clock.Now().AddDays(1)));
        await db.SaveChangesAsync();
        Assert.Equal([3], (await db.FilingDrafts.SingleAsync()).Content);
    }

    private static async Task DeleteAsync(IServiceProvider services, Guid id)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        db.FilingDrafts.Remove(await db.FilingDrafts.SingleAsync(draft => draft.Id == id));
        await db.SaveChangesAsync();
    }
}
