using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Filing;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Filing;

/// <summary>What stands in the database after a journey, opened the way the app would.</summary>
internal sealed record Filed(
    TakedownCase Case, CaseDetails Details, SafeContact? Contact, SignedStatement? Statement, IReadOnlyList<PlaceDetails> Places)
{
    public static async Task<IReadOnlyList<Filed>> AllAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        var store = scope.ServiceProvider.GetRequiredService<CaseStore>();
        var reads = scope.ServiceProvider.GetRequiredService<ReadLog>();
        var all = new List<Filed>();
        foreach (var id in await db.Cases.AsNoTracking().Select(filed => filed.Id).ToListAsync())
        {
            var filed = (await store.LoadAsync(id, CancellationToken.None))!;
            var reading = await reads.OpenAsync(id, Actor.Console, "all", null, CancellationToken.None);
            all.Add(new Filed(
                filed,
                reading.OpenRecord<CaseDetails>(SealedFields.CaseDetails(id), filed.Details)!,
                reading.OpenRecord<SafeContact>(SealedFields.CaseContact(id), filed.Contact),
                reading.OpenRecord<SignedStatement>(SealedFields.CaseStatement(id), filed.Statement),
                [.. filed.Places.Select(place => reading.OpenRecord<PlaceDetails>(SealedFields.PlaceDetails(place.Id), place.Details)!)]));
        }

        return all;
    }

    public static async Task<IReadOnlyList<FilingDraft>> DraftsAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TakedownDbContext>().FilingDrafts.AsNoTracking().ToListAsync();
    }

    public static async Task<byte[]> LookupAsync(TestApp app, string key)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<CaseVault>().KeyLookup(CaseKey.Parse(key));
    }
}
