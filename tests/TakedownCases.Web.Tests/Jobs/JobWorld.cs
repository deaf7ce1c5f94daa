using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;
using TakedownCases.Web.Jobs;

namespace TakedownCases.Web.Tests.Jobs;

/// <summary>One app on a database, its clock, and short words for what the tests of sweeps and commands do.</summary>
internal static class JobWorld
{
    public const string Canary = "canary words of a survivor";

    public static async Task<CaseId> FileAsync(this TestApp app, Track track = Track.Adult, DangerAnswers? danger = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<CaseFiling>().FileAsync(
            new FilingRequest
            {
                Command = new CommandId(Guid.CreateVersion7()),
                Track = track,
                Language = "fr",
                Details = new CaseDetails { Words = Canary, Danger = danger ?? new DangerAnswers() },
                Places = [new TypedPlace("https://example.org/a"), new TypedPlace("https://example.net/b")],
                Consents = [ConsentAction.NotifyPlatforms],
                Key = CaseKey.NewRandom(),
                By = Actor.Survivor,
            },
            CancellationToken.None);
        Assert.True(outcome.IsDone);
        return outcome.Value.Id;
    }

    /// <summary>Nothing runs but what the test asks for: a sweep of the host's own would take a turn, and with it the work, at any moment.</summary>
    public static TestAppOptions Unscheduled => new() { Services = SchedulerTests.Unscheduled };

    public static Task<bool> SweepAsync(this TestApp app, Job job)
        => app.Services.GetRequiredService<SweepRunner>().RunAsync(job, CancellationToken.None);

    /// <summary>A sign of life of a sweep that found nothing to do.</summary>
    public static Task BeatWithoutWorkAsync(this TestApp app, Job job) => app.ReadAsync(async db =>
    {
        var (beat, now) = (await db.Heartbeats.SingleAsync(beat => beat.Sweep == job.Id), app.Clock.Now());
        beat.Beat(now, now, TimeSpan.Zero, 0);
        return await db.SaveChangesAsync();
    });

    public static async Task<T> ReadAsync<T>(this TestApp app, Func<TakedownDbContext, Task<T>> read)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TakedownDbContext>());
    }

    public static async Task ChangeAsync(this TestApp app, CaseId id, Action<TakedownCase, DateTimeOffset> change)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var takedownCase = await scope.ServiceProvider.GetRequiredService<CaseStore>().LoadWholeAsync(id, CancellationToken.None);
        change(takedownCase!, app.Clock.Now());
        await scope.ServiceProvider.GetRequiredService<TakedownDbContext>().SaveChangesAsync();
    }

    /// <summary>The kinds of the entries of a case's own stream, in order.</summary>
    public static Task<List<string>> KindsAsync(this TestApp app, CaseId id)
        => app.ReadAsync(async db =>
        {
            var rows = await db.LedgerEntries.AsNoTracking()
                .Where(row => row.Scope == id.Value && row.Lane == LedgerLane.Case).OrderBy(row => row.Seq).ToListAsync();
            return rows.ConvertAll(row => CanonicalForm.Read(row.Body).Kind);
        });

    public static Task<List<string>> SystemKindsAsync(this TestApp app)
        => app.ReadAsync(async db =>
        {
            var rows = await db.LedgerEntries.AsNoTracking()
                .Where(row => row.Scope == Guid.Empty && row.Lane == LedgerLane.System).OrderBy(row => row.Seq).ToListAsync();
            return rows.ConvertAll(row => CanonicalForm.Read(row.Body).Kind);
        });

    /// <summary>What verification says about every stream; empty when all is well.</summary>
    public static Task<List<string>> VerifyAsync(this TestApp app)
        => app.ReadAsync(async db =>
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
        });

    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await holds())
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
