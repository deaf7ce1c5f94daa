using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Sql;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;
using TakedownCases.Web.Tests.Jobs;

namespace TakedownCases.Web.Tests.Commands;

public sealed class RotateKeyTests
{
    [Theory, DatabaseData]
    public async Task Everything_opens_with_the_new_key_alone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = TestApp.StartOn(database, new TestAppOptions { Services = SchedulerTests.Unscheduled });
        var id = await app.FileAsync();
        var oldKey = await File.ReadAllTextAsync(app.KeyFile);

        var (code, said) = await app.RunAsync("rotate-key");

        Assert.Equal(0, code);
        Assert.Contains("version 2; 4 keys were wrapped again", said, StringComparison.Ordinal);
        using var key = InstallationKeyFile.Read(app.KeyFile);
        Assert.Equal([2], key.Versions);
        Assert.NotEqual(oldKey, await File.ReadAllTextAsync(app.KeyFile));
        await using var again = TestApp.StartOn(database, new TestAppOptions { Settings = Keys.Of(app) });
        await AssertOpensAsync(again, id);
        Assert.Equal(["system.key-rotated"], await again.SystemKindsAsync());
        Assert.Equal([], await again.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task After_a_crash_in_between_everything_opens_and_the_next_run_finishes(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = TestApp.StartOn(database, new TestAppOptions { Services = SchedulerTests.Unscheduled });
        var first = await app.FileAsync();
        InstallationKeyFile.AddVersion(app.KeyFile);
        using (var both = InstallationKeyFile.Read(app.KeyFile))
        {
            // The crash comes after the first of the cases: wrap its key as the command would, and file one more after it.
            await using var scope = app.Services.CreateAsyncScope();
            var batch = await scope.ServiceProvider.GetRequiredService<KeyRotation>().RewrapCasesAsync(both, default, CancellationToken.None);
            Assert.Equal((1, 1), (batch.Seen, batch.Rewrapped));
        }

        var second = await app.FileAsync();
        await using var between = TestApp.StartOn(
            database, new TestAppOptions { Settings = Keys.Of(app), Services = SchedulerTests.Unscheduled });
        await AssertOpensAsync(between, first);
        await AssertOpensAsync(between, second);
        var third = await between.FileAsync();

        var (code, said) = await between.RunAsync("rotate-key");

        Assert.Equal(0, code);
        Assert.Contains("Going on with a rotation to version 2", said, StringComparison.Ordinal);
        Assert.Contains("4 keys were wrapped again", said, StringComparison.Ordinal);
        using var key = InstallationKeyFile.Read(app.KeyFile);
        Assert.Equal([2], key.Versions);
        await using var after = TestApp.StartOn(database, new TestAppOptions { Settings = Keys.Of(app) });
        foreach (var id in new[] { first, second, third })
        {
            await AssertOpensAsync(after, id);
        }
    }

    [Fact]
    public async Task More_cases_than_a_batch_are_all_wrapped_again()
    {
        await using var app = await TestApp.StartAsync(options: new TestAppOptions { Services = SchedulerTests.Unscheduled });
        var inside = RandomKey();
        var vault = app.Services.GetRequiredService<InstallationVault>();
        await app.ReadAsync(db =>
        {
            for (var count = 0; count < KeyRotation.BatchSize + 3; count++)
            {
                var id = CaseId.New(app.Clock.Now());
                var row = db.CaseDataKeys.Add(new CaseDataKey { CaseId = id });
                row.Property(key => key.Wrapped).CurrentValue = vault.Key.Wrap(inside, KeyPurpose.Case(id.Value, 1));
            }

            return db.SaveChangesAsync();
        });

        var (code, _) = await app.RunAsync("rotate-key");

        Assert.Equal(0, code);
        using var key = InstallationKeyFile.Read(app.KeyFile);
        var rows = await app.ReadAsync(db => db.CaseDataKeys.AsNoTracking().ToListAsync());
        Assert.Equal(KeyRotation.BatchSize + 3, rows.Count);
        Assert.All(rows, row => Assert.Equal(inside, key.Unwrap(row.Wrapped, KeyPurpose.Case(row.CaseId.Value, 1))));
    }

    private static byte[] RandomKey() => System.Security.Cryptography.RandomNumberGenerator.GetBytes(32);

    private static async Task AssertOpensAsync(TestApp app, CaseId id)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var reading = await scope.ServiceProvider.GetRequiredService<ReadLog>()
            .OpenAsync(id, Actor.Survivor, "all", null, CancellationToken.None);
        var details = await app.ReadAsync(db => db.Cases.AsNoTracking().Where(one => one.Id == id).Select(one => one.Details).SingleAsync());
        Assert.Equal(JobWorld.Canary, reading.OpenRecord<CaseDetails>(SealedFields.CaseDetails(id), details)!.Words);
    }
}
