using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Sql;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Cases;

public sealed class CaseConflictTests
{
    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [DatabaseData]
    public async Task A_decision_on_a_case_that_has_moved_on_since_it_was_loaded_is_refused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = await TestData.OpenAsync(database, _clock);
        var id = await FileAsync(services);
        await using var one = services.CreateAsyncScope();
        await using var other = services.CreateAsyncScope();
        Claim(await one.ServiceProvider.GetRequiredService<CaseStore>().LoadAsync(id, CancellationToken.None));
        Claim(await other.ServiceProvider.GetRequiredService<CaseStore>().LoadAsync(id, CancellationToken.None));
        await one.ServiceProvider.GetRequiredService<TakedownDbContext>().SaveChangesAsync();

        var refused = await Assert.ThrowsAnyAsync<DbUpdateException>(
            () => other.ServiceProvider.GetRequiredService<TakedownDbContext>().SaveChangesAsync());

        Assert.True(DatabaseErrors.IsConflict(refused));
    }

    [Theory]
    [DatabaseData]
    public async Task A_case_loaded_past_the_store_cannot_be_changed(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = await TestData.OpenAsync(database, _clock);
        var id = await FileAsync(services);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        Claim(await db.Cases.SingleAsync(takedownCase => takedownCase.Id == id));

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    private void Claim(TakedownCase? takedownCase)
    {
        var staff = new StaffId(Guid.CreateVersion7());
        Assert.True(takedownCase!.Claim(staff, Actor.OfStaff(staff, "advocate"), _clock.Now()).IsDone);
    }

    private static async Task<CaseId> FileAsync(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<CaseFiling>().FileAsync(
            new FilingRequest
            {
                Command = new CommandId(Guid.CreateVersion7()),
                Track = Track.Adult,
                Language = "en",
                Details = new CaseDetails(),
                Places = [new TypedPlace("https://example.org/a")],
                Key = CaseKey.NewRandom(),
                By = Actor.Survivor,
            },
            CancellationToken.None);
        return outcome.Value!.Id;
    }
}
