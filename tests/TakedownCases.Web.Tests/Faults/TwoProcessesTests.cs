using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;
using TakedownCases.Web.Tests.Jobs;

namespace TakedownCases.Web.Tests.Faults;

/// <summary>
/// Two built programs on one PostgreSQL; their machines' clocks are ten minutes apart, one five minutes ahead and one five
/// behind, and one of them is killed again and again while deadlines pass. Each deadline brings two rungs at its instant (a case
/// in danger: who holds it, and the supervisors). How late a rung is, is the database's own time in the transaction that
/// writes it, taken by a trigger, minus the instant at which the rung was due: neither process is asked what time it thinks it
/// was. A program that followed its machine's clock would be five minutes early or late here.
/// TDC_DEADLINES and TDC_SEED make it longer and another one (tests/soak/two-processes.sh).
/// </summary>
public sealed partial class TwoProcessesTests
{
    private const int RungsOfDeadline = 2;

    private static readonly TimeSpan Wrong = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FirstReview = TimeSpan.FromHours(1);
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan MostLate = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Each_deadline_climbs_its_rungs_once_and_within_sixty_seconds()
    {
        var (deadlines, seed) = (Number("TDC_DEADLINES", 200), Number("TDC_SEED", 20270301));
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        var log = await RungLog.PutIntoAsync(database);
        await using var steady = new MortalProgram(database, SkewedClock.Environment(Wrong));
        await using var mortal = new MortalProgram(database, With(SkewedClock.Environment(-Wrong), "Installation__KeyFile", steady.KeyFile));
        await steady.StartAsync();
        await mortal.StartAsync();
        var filing = FileAsync(database, steady.KeyFile, deadlines, log);
        await KillAsync(mortal, new Random(seed), deadlines, filing, log);
        var due = await filing;
        var patience = Stopwatch.StartNew();
        while (await log.CountAsync() < due.Count * RungsOfDeadline && patience.Elapsed < 2 * MostLate)
        {
            await Task.Delay(200);
        }

        var climbed = await log.ReadAsync();
        Assert.NotEmpty(climbed);
        var missed = (due.Count * RungsOfDeadline) - climbed.Select(one => (one.Clock, one.Rung)).Distinct().Count();
        var written = await WrittenAsync(database, steady.KeyFile);
        var twice = climbed.Count(one => written.GetValueOrDefault((one.Clock, one.Rung)) != 1);
        var lateness = climbed.ConvertAll(one => one.At - due[one.Clock]);
        lateness.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"counts: two processes, deadlines {due.Count}, rungs {climbed.Count}, kills {mortal.Kills}, missed {missed}, twice {twice}, early {lateness.Count(late => late < TimeSpan.Zero)}, over60s {lateness.Count(late => late > MostLate)}, median {lateness[lateness.Count / 2].TotalSeconds:0.0} s, latest {lateness[^1].TotalSeconds:0.0} s (seed: {seed})"));
        Assert.Equal((deadlines, 0, 0), (due.Count, missed, twice));
        Assert.InRange(lateness[0], TimeSpan.Zero, MostLate);
        Assert.InRange(lateness[^1], TimeSpan.Zero, MostLate);
        Assert.InRange(mortal.Kills, 1, int.MaxValue);
        Assert.InRange(ApartOf(steady), Wrong - TimeSpan.FromSeconds(2), Wrong + TimeSpan.FromSeconds(2));
        Assert.InRange(ApartOf(mortal), -Wrong - TimeSpan.FromSeconds(2), -Wrong + TimeSpan.FromSeconds(2));
    }

    /// <summary>Files a case for each deadline as if an hour before it, while the earlier ones pass; says when each clock is due.</summary>
    private static async Task<Dictionary<Guid, DateTimeOffset>> FileAsync(TestDatabase database, string keyFile, int deadlines, RungLog log)
    {
        await using var app = Open(database, keyFile);
        var at = DateTimeOffset.MinValue;
        for (var number = 0; number < deadlines; number++)
        {
            var soonest = await log.NowAsync() + Lead;
            at = at + Between > soonest ? at + Between : soonest;
            app.Clock.Set(at - FirstReview);
            await app.FileAsync(danger: new DangerAnswers(DangerNow: true));
            Assert.True(await log.NowAsync() < at, "A case was filed after its deadline.");
        }

        var clocks = await app.ReadAsync(db => db.Clocks.AsNoTracking().Where(clock => clock.Kind == ClockKind.FirstReview).ToListAsync());
        return clocks.ToDictionary(clock => clock.Id.Value, clock => clock.DueAt);
    }

    /// <summary>
    /// Kills at random until the last deadline has passed: after some more rungs, so that many a kill comes in the middle of a
    /// sweep, or after some seconds without any.
    /// </summary>
    private static async Task KillAsync(
        MortalProgram program, Random random, int deadlines, Task<Dictionary<Guid, DateTimeOffset>> filing, RungLog log)
    {
        while (!filing.IsCompleted || await log.NowAsync() < (await filing).Values.Max())
        {
            var since = Stopwatch.StartNew();
            var (rungs, seconds) = (await log.CountAsync() + 1 + random.Next(Math.Min(deadlines / 4, 100)), TimeSpan.FromSeconds(5 + random.Next(20)));
            while (await log.CountAsync() < rungs && since.Elapsed < seconds)
            {
                await Task.Delay(10);
            }

            await program.KillAsync();
            await program.StartAsync();
        }
    }

    /// <summary>How often the ledger says that a clock climbed a rung.</summary>
    private static async Task<Dictionary<(Guid Clock, string Rung), int>> WrittenAsync(TestDatabase database, string keyFile)
    {
        await using var app = Open(database, keyFile);
        Assert.Equal([], await app.VerifyAsync());
        var bodies = await app.ReadAsync(db => db.LedgerEntries.AsNoTracking().Where(row => row.Lane == LedgerLane.Case).Select(row => row.Body).ToListAsync());
        return bodies.Select(body => CanonicalForm.Read(body)).Where(entry => entry.Kind == "ladder.climbed")
            .GroupBy(entry => (entry.Find(LedgerTag.Clock)!.AsGuid(), entry.Find(LedgerTag.Rung)!.AsText()))
            .ToDictionary(entries => entries.Key, entries => entries.Count());
    }

    private static TestApp Open(TestDatabase database, string keyFile) => TestApp.StartOn(database, new TestAppOptions
    {
        Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Installation:KeyFile"] = keyFile },
        Services = SchedulerTests.Unscheduled,
    });

    /// <summary>How far ahead its machine's clock is, by what it told the operator at its start.</summary>
    private static TimeSpan ApartOf(MortalProgram program)
        => program.Said.Select(line => Apart().Match(line)).FirstOrDefault(match => match.Success) is { } found
            ? -TimeSpan.FromMilliseconds(long.Parse(found.Groups["ms"].Value, CultureInfo.InvariantCulture))
            : TimeSpan.Zero;

    private static Dictionary<string, string> With(Dictionary<string, string> settings, string name, string value)
        => new(settings, StringComparer.Ordinal) { [name] = value };

    private static int Number(string variable, int usual)
        => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;

    [GeneratedRegex(@"clock is (?<ms>-?\d+) ms away", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Apart();
}
