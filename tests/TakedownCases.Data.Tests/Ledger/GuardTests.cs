using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Ledger;

/// <summary>What cannot be done past the ledger: change an entry, change a case in silence, move a sealed field.</summary>
public sealed class GuardTests
{
    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [DatabaseData]
    public async Task Triggers_refuse_even_the_owner(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = await TestData.OpenAsync(database, _clock);
        await Samples.FileAsync(services);
        string[] refused =
        [
            "UPDATE ledger_entry SET body = hash", "DELETE FROM ledger_entry", "DELETE FROM ledger_head",
            "UPDATE ledger_head SET seq = seq", "UPDATE ledger_head SET seq = seq - 1",
        ];
        string[] truncations = kind == DatabaseKind.Postgres ? ["TRUNCATE ledger_entry", "TRUNCATE ledger_head"] : [];
        foreach (var statement in refused.Concat(truncations))
        {
            await Assert.ThrowsAnyAsync<DbException>(() => Samples.SqlAsync(database, statement));
        }

        Assert.Equal([], await FindingsAsync(services));
    }

    [Theory]
    [DatabaseData]
    public async Task No_part_of_a_case_changes_without_an_event(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = await TestData.OpenAsync(database, _clock);
        var id = (await Samples.FileAsync(services)).Id;
        var now = _clock.Now();
        await Samples.ChangeAsync(services, id, it =>
        {
            it.WriteMessage("m", Samples.ByAda, Samples.StartClock, now);
            it.WriteNote(NoteKind.Operational, "n", Samples.ByAda, now);
            it.Recuse(Samples.Ben, Samples.ByAda, now);
            it.BreakGlass(Samples.Ben, Samples.ByAda, "why", now.AddHours(1), now);
            Assert.True(it.RecordProvider(
                it.Places[0].Id, ProviderRole.Host, new ProviderDetails("Example Hosting", "abuse@example.net", null, "FR", "rdap"), Samples.ByAda, now).IsDone);
            it.RaiseTask(new NewTask(TaskKind.NextStep, TaskFor.Holder, now), Samples.ByAda, now);
            var clock = it.Clocks.First(clock => clock.IsRunning);
            Assert.True(it.Climb(clock.Id, [new RungStep("rung", "ladder@1", "warn-assignee", now)], null, clock.DueAt));
        });
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        var audited = db.Model.GetEntityTypes().Where(type => type.ClrType.Namespace == "TakedownCases.Domain.Cases").ToList();
        Assert.Equal(12, audited.Count);
        foreach (var type in audited)
        {
            foreach (var state in new[] { EntityState.Modified, EntityState.Deleted })
            {
                db.ChangeTracker.Clear();
                await LoadAllAsync(db, id);
                var entry = db.ChangeTracker.Entries().FirstOrDefault(entry => entry.Metadata == type);
                Assert.True(entry is not null, $"There is no {type.ClrType.Name} to try it on.");
                entry.State = state;
                await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
            }
        }
    }

    [Theory]
    [DatabaseData]
    public async Task A_sealed_field_moved_to_another_row_does_not_open(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = await TestData.OpenAsync(database, _clock);
        var id = (await Samples.FileAsync(services)).Id;
        await Samples.SqlAsync(database, "UPDATE place SET reach = details");
        await Samples.SqlAsync(
            database, "UPDATE place SET details = (SELECT other.reach FROM place AS other WHERE other.id <> place.id)");

        await using var scope = services.CreateAsyncScope();
        var moved = await scope.ServiceProvider.GetRequiredService<CaseStore>().LoadAsync(id, CancellationToken.None);
        var reading = await scope.ServiceProvider.GetRequiredService<ReadLog>()
            .OpenAsync(id, Actor.Survivor, "all", null, CancellationToken.None);
        foreach (var place in moved!.Places)
        {
            Assert.Throws<SealedFieldException>(() => reading.Open(SealedFields.PlaceDetails(place.Id), place.Details));
            Assert.Throws<SealedFieldException>(() => reading.Open(SealedFields.PlaceReach(place.Id), place.Reach));

            // In its own row and column the same blob opens: the move alone is what was noticed.
            Assert.NotNull(reading.Open(SealedFields.PlaceDetails(place.Id), place.Reach));
        }
    }

    private static Task<TakedownCase> LoadAllAsync(TakedownDbContext db, CaseId id)
        => db.Cases.AsSplitQuery().Include(it => it.Places).Include(it => it.Clocks).Include(it => it.Messages).Include(it => it.Notes)
            .Include(it => it.Consents).Include(it => it.Keys).Include(it => it.Recusals).Include(it => it.Glass).Include(it => it.Providers).Include(it => it.Tasks).Include(it => it.Rungs)
            .SingleAsync(it => it.Id == id);

    private static async Task<List<string>> FindingsAsync(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await Samples.VerifyAsync(scope.ServiceProvider.GetRequiredService<TakedownDbContext>());
    }
}
