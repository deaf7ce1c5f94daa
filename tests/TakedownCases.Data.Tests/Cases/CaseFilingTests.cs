using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Sql;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Cases;

public sealed class CaseFilingTests
{
    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [DatabaseData]
    public async Task A_filing_is_saved_whole_sealed_and_in_a_chain_that_verifies(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = await TestData.OpenAsync(database, _clock);
        var filed = await FileAsync(services, NewRequest());

        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        var store = scope.ServiceProvider.GetRequiredService<CaseStore>();
        var loaded = await store.LoadAsync(filed.Id, CancellationToken.None);
        Assert.Equal(2, loaded!.Places.Count);
        Assert.NotNull(loaded.NextDueAt);
        var reading = await scope.ServiceProvider.GetRequiredService<ReadLog>()
            .OpenAsync(filed.Id, Actor.Survivor, "all", null, CancellationToken.None);
        var details = reading.OpenRecord<CaseDetails>(SealedFields.CaseDetails(filed.Id), loaded.Details);
        Assert.Equal("canary words", details!.Words);
        Assert.Equal(
            ["#example", "https://example.org/a"],
            loaded.Places.Select(place => reading.OpenRecord<PlaceDetails>(SealedFields.PlaceDetails(place.Id), place.Details)!.AsTyped)
                .Order(StringComparer.Ordinal));
        Assert.Equal([], await VerifyAsync(db));
    }

    [Theory]
    [DatabaseData]
    public async Task A_command_that_arrives_twice_is_done_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = await TestData.OpenAsync(database, _clock);
        var request = NewRequest();

        var both = await Task.WhenAll(FileAsync(services, request), FileAsync(services, request));

        Assert.Equal(both[0], both[1]);
    }

    [Theory]
    [DatabaseData]
    public async Task Entries_can_be_neither_changed_nor_deleted(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = await TestData.OpenAsync(database, _clock);
        await FileAsync(services, NewRequest());

        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        var entry = await db.LedgerEntries.FirstAsync();
        db.Remove(entry);
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        db.ChangeTracker.Clear();
        entry = await db.LedgerEntries.FirstAsync();
        db.Entry(entry).Property(row => row.Body).CurrentValue = [1];
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    [Theory]
    [DatabaseData]
    public async Task Two_who_loaded_the_same_case_cannot_both_claim_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = await TestData.OpenAsync(database, _clock);
        var filed = await FileAsync(services, NewRequest());
        await using var one = services.CreateAsyncScope();
        await using var other = services.CreateAsyncScope();
        var first = await one.ServiceProvider.GetRequiredService<CaseStore>().LoadAsync(filed.Id, CancellationToken.None);
        var second = await other.ServiceProvider.GetRequiredService<CaseStore>().LoadAsync(filed.Id, CancellationToken.None);
        var now = _clock.GetUtcNow();
        Claim(first!, now);
        Claim(second!, now);

        await one.ServiceProvider.GetRequiredService<TakedownDbContext>().SaveChangesAsync();

        var refused = await Assert.ThrowsAnyAsync<DbUpdateException>(
            () => other.ServiceProvider.GetRequiredService<TakedownDbContext>().SaveChangesAsync());
        Assert.True(DatabaseErrors.IsConflict(refused));
    }

    private static void Claim(TakedownCase takedownCase, DateTimeOffset now)
    {
        var staff = StaffId.New(now);
        Assert.True(takedownCase.Claim(staff, Actor.OfStaff(staff, "advocate"), now).IsDone);
    }

    private static FilingRequest NewRequest() => new()
    {
        Command = new CommandId(Guid.CreateVersion7()),
        Track = Track.Adult,
        Language = "fr",
        Details = new CaseDetails { Words = "canary words" },
        Places = [new TypedPlace("https://example.org/a"), new TypedPlace("https://EXAMPLE.org/a?utm_source=x"), new TypedPlace("#example")],
        Consents = [ConsentAction.NotifyPlatforms],
        Key = CaseKey.NewRandom(),
        By = Actor.Survivor,
    };

    private static async Task<FiledCase> FileAsync(ServiceProvider services, FilingRequest request)
    {
        await using var scope = services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<CaseFiling>().FileAsync(request, CancellationToken.None);
        Assert.True(outcome.IsDone);
        return outcome.Value;
    }

    private static async Task<List<string>> VerifyAsync(TakedownDbContext db)
    {
        var findings = new List<string>();
        var verifier = new ChainVerifier(finding => findings.Add(finding.Code));
        foreach (var head in await db.LedgerHeads.AsNoTracking().ToListAsync())
        {
            var stream = new LedgerStream(head.Scope, head.Lane);
            var rows = db.LedgerEntries.AsNoTracking()
                .Where(row => row.Scope == head.Scope && row.Lane == head.Lane).OrderBy(row => row.Seq);
            await foreach (var row in rows.AsAsyncEnumerable())
            {
                verifier.Add(new LedgerRow(stream, row.Seq, row.Body, row.Hash));
            }

            verifier.CompareHead(new LedgerHead(stream, head.Seq, head.Hash));
        }

        verifier.Finish();
        return findings;
    }
}
