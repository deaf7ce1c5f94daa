using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;
using TakedownCases.Web.Jobs;

namespace TakedownCases.Web.Tests.Jobs;

public sealed class ErasureSweepTests
{
    private static readonly TimeSpan Waiting = TimeSpan.FromHours(72);

    [Theory, DatabaseData]
    public async Task What_the_person_said_is_destroyed_and_the_stream_still_verifies(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, JobWorld.Unscheduled);
        var id = await app.FileAsync();
        var other = await app.FileAsync();
        await app.ChangeAsync(id, (one, now) => one.WriteMessage("another canary", Actor.Survivor, (_, _, _, _, _) => throw new InvalidOperationException(), now));
        var sealedBefore = await SealedAsync(app, id);
        await app.ChangeAsync(id, (one, now) => one.RequestErasure(keepProof: false, now + Waiting, Actor.Survivor, now));

        app.Clock.Set(app.Clock.GetUtcNow() + Waiting - TimeSpan.FromSeconds(1));
        await app.SweepAsync(JobTable.Erasures);
        Assert.NotEmpty(await SealedAsync(app, id));
        app.Clock.Set(app.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        await app.SweepAsync(JobTable.Erasures);

        Assert.Empty(await SealedAsync(app, id));
        Assert.NotEmpty(await SealedAsync(app, other));
        Assert.False(await app.ReadAsync(db => db.CaseDataKeys.AnyAsync(key => key.CaseId == id)));
        Assert.True(await app.ReadAsync(db => db.CaseDataKeys.AnyAsync(key => key.CaseId == other)));
        Assert.Equal("case.erased", (await app.KindsAsync(id))[^1]);
        Assert.Equal([], await app.VerifyAsync());
        if (kind == DatabaseKind.Sqlite)
        {
            await AssertNotOnDiskAsync(app, sealedBefore);
        }
    }

    [Theory, DatabaseData]
    public async Task What_is_undone_in_time_is_not_erased(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, JobWorld.Unscheduled);
        var id = await app.FileAsync();
        await app.ChangeAsync(id, (one, now) => one.RequestErasure(keepProof: false, now + Waiting, Actor.Survivor, now));
        app.Clock.Set(app.Clock.GetUtcNow() + TimeSpan.FromHours(71));
        await app.ChangeAsync(id, (one, now) => one.UndoErasure(Actor.Survivor, now));
        app.Clock.Set(app.Clock.GetUtcNow() + TimeSpan.FromDays(30));

        await app.SweepAsync(JobTable.Erasures);

        Assert.DoesNotContain("case.erased", await app.KindsAsync(id));
        Assert.Equal(JobWorld.Canary, (await OpenDetailsAsync(app, id))?.Words);
    }

    [Theory, DatabaseData]
    public async Task Keeping_the_proof_keeps_the_addresses_and_nothing_else(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, JobWorld.Unscheduled);
        var id = await app.FileAsync();
        await app.ChangeAsync(id, (one, now) => one.WriteMessage("another canary", Actor.Survivor, (_, _, _, _, _) => throw new InvalidOperationException(), now));
        await app.ChangeAsync(id, (one, now) => one.RequestErasure(keepProof: true, now + Waiting, Actor.Survivor, now));
        app.Clock.Set(app.Clock.GetUtcNow() + Waiting);

        await app.SweepAsync(JobTable.Erasures);

        Assert.Null(await OpenDetailsAsync(app, id));
        Assert.Equal(["https://example.net/b", "https://example.org/a"], (await AddressesAsync(app, id)).Order());
        var kinds = await app.KindsAsync(id);
        var kept = await app.ReadAsync(db => db.LedgerSecrets.AsNoTracking().Where(secret => secret.Scope == id.Value).ToListAsync());
        Assert.NotEmpty(kept);
        Assert.All(kept, secret => Assert.Equal("place.added", kinds[(int)secret.Seq - 1]));
        Assert.Empty(await app.ReadAsync(db => db.Messages.Where(message => message.CaseId == id && message.Text != null).ToListAsync()));
        Assert.Equal([], await app.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task Two_workers_erase_a_case_once(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, JobWorld.Unscheduled);
        var id = await app.FileAsync();
        await app.ChangeAsync(id, (one, now) => one.RequestErasure(keepProof: false, now + Waiting, Actor.Survivor, now));
        app.Clock.Set(app.Clock.GetUtcNow() + Waiting);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.SweepAsync(JobTable.Erasures)));

        Assert.Single(await app.KindsAsync(id), "case.erased");
    }

    [Theory, DatabaseData]
    public async Task Drafts_go_after_their_day(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, JobWorld.Unscheduled);
        var now = app.Clock.Now();
        var (ended, alive) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await app.ReadAsync(db =>
        {
            db.FilingDrafts.Add(new(ended, [1], now));
            db.FilingDrafts.Add(new(alive, [1], now + TimeSpan.FromSeconds(1)));
            return db.SaveChangesAsync();
        });

        await app.SweepAsync(JobTable.Drafts);

        Assert.Equal([alive], await app.ReadAsync(db => db.FilingDrafts.Select(draft => draft.Id).ToListAsync()));
    }

    /// <summary>Every ciphertext of the case, wherever it lies.</summary>
    private static Task<List<byte[]>> SealedAsync(TestApp app, CaseId id) => app.ReadAsync<List<byte[]>>(async db =>
    {
        var one = await db.Cases.AsNoTracking().AsSplitQuery().Include(one => one.Places).Include(one => one.Messages)
            .SingleAsync(one => one.Id == id);
        SealedText?[] texts = [one.Details, one.Contact, one.Statement, .. one.Places.Select(place => place.Details), .. one.Messages.Select(message => message.Text)];
        var secrets = await db.LedgerSecrets.AsNoTracking().Where(secret => secret.Scope == id.Value).Select(secret => secret.Sealed).ToListAsync();
        var keys = await db.CaseDataKeys.AsNoTracking().Where(key => key.CaseId == id).Select(key => key.Wrapped).ToListAsync();
        return [.. texts.OfType<SealedText>().Select(text => text.Ciphertext), .. secrets, .. keys];
    });

    private static async Task AssertNotOnDiskAsync(TestApp app, List<byte[]> gone)
    {
        var file = new SqliteConnectionStringBuilder(app.Database.ConnectionString).DataSource;
        foreach (var path in new[] { file, file + "-wal" }.Where(File.Exists))
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes);
            Assert.All(gone, text => Assert.Equal(-1, bytes.AsSpan().IndexOf(text.AsSpan(0, 24))));
        }
    }

    private static async Task<CaseDetails?> OpenDetailsAsync(TestApp app, CaseId id)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var reading = await scope.ServiceProvider.GetRequiredService<ReadLog>().OpenAsync(id, Actor.Survivor, "all", null, CancellationToken.None);
        var details = await app.ReadAsync(db => db.Cases.AsNoTracking().Where(one => one.Id == id).Select(one => one.Details).SingleAsync());
        return reading.OpenRecord<CaseDetails>(SealedFields.CaseDetails(id), details);
    }

    private static async Task<List<string>> AddressesAsync(TestApp app, CaseId id)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var reading = await scope.ServiceProvider.GetRequiredService<ReadLog>().OpenAsync(id, Actor.Survivor, "all", null, CancellationToken.None);
        var places = await app.ReadAsync(db => db.Places.AsNoTracking().Where(place => place.CaseId == id).ToListAsync());
        return places.ConvertAll(place => reading.OpenRecord<PlaceDetails>(SealedFields.PlaceDetails(place.Id), place.Details)!.AsTyped);
    }
}
