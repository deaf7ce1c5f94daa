using TakedownCases.Benchmarks;
using TakedownCases.Benchmarks.Runs;
using TakedownCases.Benchmarks.Seeding;

if (BenchOptions.Read(args) is not { } options)
{
    Console.Error.WriteLine(BenchOptions.Usage);
    return 2;
}

var report = new BenchReport();
using var bench = await BenchDatabase.OpenAsync(options);
switch (options.Command)
{
    case "seed":
        await Seeder.RunAsync(bench, options, report);
        break;
    case "filing":
        await FilingRun.RunAsync(bench, options, report);
        break;
    case "verify":
        await VerifyRun.RunAsync(bench, report);
        break;
    case "queue":
        await QueueRun.RunAsync(bench, options, report);
        break;
    case "sweep":
        await SweepRun.RunAsync(bench, options, report);
        break;
    case "clocks":
        await ClocksRun.RunAsync(bench, report);
        break;
    case "recount":
        await RecountRun.RunAsync(bench, report);
        break;
    case "compose":
        await ComposeRun.RunAsync(bench, report);
        break;
    case "startup":
    case "memory":
        await ProgramRun.RunAsync(bench, options, report);
        break;
    default:
        Console.Error.WriteLine(BenchOptions.Usage);
        return 2;
}

report.Print();
return options.Strict && !report.AllPass ? 1 : 0;
