using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Ledger;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Faults;

/// <summary>
/// kill -9 while people file. TDC_KILLS and TDC_SEED make it longer and another one (tests/soak/kill-filing.sh).
/// </summary>
public sealed class KillDuringFilingTests
{
    private const int Clients = 4;

    [Theory]
    [DatabaseData]
    public async Task Every_acknowledged_filing_is_whole_and_no_other_is_there_in_part_when_the_program_is_killed(DatabaseKind kind)
    {
        var (kills, seed) = (Number("TDC_KILLS", 12), Number("TDC_SEED", 20270301));
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var program = new MortalProgram(database);
        await program.StartAsync();
        var load = new Load();
        var clients = Enumerable.Range(0, Clients).Select(n => new LoadClient(program, load, new Random((seed * Clients) + n))).ToList();

        // Undisturbed and not confirmed, one of each track: what whole means.
        await clients[0].FileAsync(load.Next("en", isMinor: false), mayConfirm: false);
        await clients[0].FileAsync(load.Next("fr", isMinor: true), mayConfirm: false);
        await KillAsync(program, load, clients, kills, new Random(seed));
        foreach (var client in clients)
        {
            await client.LookAgainAsync(all: true);
            client.Dispose();
        }

        await program.DisposeAsync();
        await using var app = TestApp.StartOn(database, OnTheSameKey(program));
        var (whole, absent, partial) = await new FiledWhole(app).CompareAsync(load);
        Report(kind, kills, seed, load, whole, absent, partial.Count);
        Assert.Equal([], partial);
        Assert.Equal(kills, program.Kills);
        Assert.True(load.Filings.Sum(filing => filing.Broken) > 0, "No kill met a sending: the moments prove nothing.");
        await using var scope = app.Services.CreateAsyncScope();
        var verdict = await scope.ServiceProvider.GetRequiredService<LedgerVerification>().RunAsync(Actor.Console, null, CancellationToken.None);
        Assert.Equal((0, 0), (verdict.Failures, verdict.Warnings));
        Assert.Equal([], verdict.Findings);
    }

    private static async Task KillAsync(MortalProgram program, Load load, List<LoadClient> clients, int kills, Random random)
    {
        var running = Task.WhenAll(clients.Select(client => Task.Run(client.RunAsync)));
        for (var kill = 0; kill < kills && !running.IsFaulted; kill++)
        {
            var moment = new MomentOfKill(random);
            load.Moment = moment;
            if (await Task.WhenAny(running, moment.ComeAsync(load)) == running)
            {
                break;
            }

            await program.KillAsync();
            await program.StartAsync();
        }

        (load.Moment, load.IsStopped) = (null, true);
        await running;
    }

    private static TestAppOptions OnTheSameKey(MortalProgram program) => new()
    {
        Clock = new ManualTimeProvider(TimeProvider.System.GetUtcNow()),
        Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Installation:KeyFile"] = program.KeyFile },
    };

    private static void Report(DatabaseKind kind, int kills, int seed, Load load, int whole, int absent, int partial)
    {
        var left = load.Filings.Where(filing => filing.IsLeft).ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"counts: {kind} kills {kills}, acknowledged {load.Filings.Count(filing => filing.IsAcknowledged)}, ambiguous {left.Count}, partial {partial} (sendings broken {load.Filings.Sum(filing => filing.Broken)}, cases whole {whole}, absent {absent}, key pages seen {load.KeysSeen}, seed {seed})"));
    }

    private static int Number(string variable, int usual)
        => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
