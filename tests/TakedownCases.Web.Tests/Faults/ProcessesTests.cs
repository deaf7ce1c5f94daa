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
/// Two built programs, or more, on one PostgreSQL; their machines' clocks are up to ten minutes wrong, one ten minutes ahead and
/// one ten behind, and one of them, a different one each time, is killed again and again while deadlines pass. Each deadline brings
/// two rungs at its instant (a case in danger: who holds it, and the supervisors). How late a rung is, is the database's own time in
/// the transaction that writes it, taken by a trigger, minus the instant at which the rung was due: no process is asked what time it
/// thinks it was. A program that followed its machine's clock would be ten minutes early or late here.
/// TDC_PROCESSES, TDC_DEADLINES, TDC_BETWEEN (milliseconds from one deadline to the next) and TDC_SEED make it another one
/// (tests/soak/processes.sh).
/// </summary>
public sealed partial class ProcessesTests
{
    private const int RungsOfDeadline = 2;

    private static readonly TimeSpan MostWrong = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FirstReview = TimeSpan.FromHours(1);
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(Number("TDC_BETWEEN", 300));
    private static readonly TimeSpan MostLate = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Each_deadline_climbs_its_rungs_once_and_within_sixty_seconds()
    {
        var (deadlines, seed, count) = (Number("TDC_DEADLINES", 200), Number("TDC_SEED", 20270301), Number("TDC_PROCESSES", 2));
        var random = new Random(seed);
        TimeSpan[] wrong = [MostWrong, -MostWrong, .. Enumerable.Range(2, count).Select(_ => MostWrong * ((random.NextDouble() * 2) - 1))];
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        var log = await RungLog.PutIntoAsync(database);
        var programs = new List<MortalProgram>();
        await using var all = new AllOf(programs);
        foreach (var by in wrong.Take(count))
        {
            var settings = SkewedClock.Environment(by);
            programs.Add(new MortalProgram(database, programs.Count == 0 ? settings : With(settings, "Installation__KeyFile", programs[0].KeyFile)));
            await programs[^1].StartAsync();
        }

        var filing = FileAsync(database, programs[0].KeyFile, deadlines, log);
        await KillAsync(programs, random, deadlines, filing, log);
        var due = await filing;
        var patience = Stopwatch.StartNew();
        while (await log.CountAsync() < due.Count * RungsOfDeadline && patience.Elapsed < 2 * MostLate)
        {
            await Task.Delay(200);
        }

        var climbed = await log.ReadAsync();
        Assert.NotEmpty(climbed);
        var missed = (due.Count * RungsOfDeadline) - climbed.Select(one => (one.Clock, one.Rung)).Distinct().Count();
        var written = await WrittenAsync(database, programs[0].KeyFile);
        var twice = climbed.Count(one => written.GetValueOrDefault((one.Clock, one.Rung)) != 1);
        var lateness = climbed.ConvertAll(one => one.At - due[one.Clock]);
        lateness.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"counts: processes {programs.Count}, deadlines {due.Count}, rungs {climbed.Count}, kills {programs.Sum(program => program.Kills)} ({programs.Count(program => program.Kills > 0)} of them hit), missed {missed}, twice {twice}, early {lateness.Count(late => late < TimeSpan.Zero)}, over60s {lateness.Count(late => late > MostLate)}, median {lateness[lateness.Count / 2].TotalSeconds:0.0} s, latest {lateness[^1].TotalSeconds:0.0} s (seed: {seed})"));
        Assert.Equal((deadlines, 0, 0), (due.Count, missed, twice));
        Assert.InRange(lateness[0], TimeSpan.Zero, MostLate);
        Assert.InRange(lateness[^1], TimeSpan.Zero, MostLate);
        Assert.InRange(programs.Sum(program => program.Kills), 1, int.MaxValue);
        Assert.All(programs.Zip(wrong), one => Assert.InRange(
            ApartOf(one.First), one.Second - TimeSpan.FromSeconds(2), one.Second + TimeSpan.FromSeconds(2)));
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
    /// Kills one of them at random until the last deadline has passed: after some more rungs, so that many a kill comes in the middle of a
    /// sweep, or after some seconds without any.
    /// </summary>
    private static async Task KillAsync(
        List<MortalProgram> programs, Random random, int deadlines, Task<Dictionary<Guid, DateTimeOffset>> filing, RungLog log)
    {
        while (!filing.IsCompleted || await log.NowAsync() < (await filing).Values.Max())
        {
            var since = Stopwatch.StartNew();
            var (rungs, seconds) = (await log.CountAsync() + 1 + random.Next(Math.Min(deadlines / 4, 100)), TimeSpan.FromSeconds(5 + random.Next(20)));
            while (await log.CountAsync() < rungs && since.Elapsed < seconds)
            {
                await Task.Delay(10);
            }

            var victim = programs[random.Next(programs.Count)];
            await victim.KillAsync();
            await victim.StartAsync();
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

    private sealed class AllOf(List<MortalProgram> programs) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            foreach (var program in programs)
            {
                await program.DisposeAsync();
            }
        }
    }

    [GeneratedRegex(@"clock is (?<ms>-?\d+) ms away", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Apart();
}
