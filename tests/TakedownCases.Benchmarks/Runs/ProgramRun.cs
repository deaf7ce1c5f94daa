using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TakedownCases.Benchmarks.Runs;

/// <summary>The built program as a process of its own: how long until its first page, and what it holds at rest.</summary>
internal static class ProgramRun
{
    private const int Starts = 5;
    private const double MostSeconds = 2;
    private const double MostMegabytes = 250;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(20);

    public static async Task RunAsync(BenchDatabase bench, BenchOptions options, BenchReport report)
    {
        var program = options.Program ?? ProgramFile();
        if (options.Command == "startup")
        {
            var times = new double[Starts];
            for (var i = 0; i < Starts; i++)
            {
                times[i] = await StartedAsync(bench, program, _ => Task.CompletedTask);
            }

            Array.Sort(times);
            report.AtMost($"startup {bench.Provider}: until the first page, median of {Starts}", times.Median() / 1000, "s", MostSeconds);
            return;
        }

        await StartedAsync(bench, program, async process =>
        {
            await Task.Delay(Rest);
            report.AtMost($"memory {bench.Provider}: at rest", Resident(process) / 1e6, "MB", MostMegabytes);
        });
    }

    /// <summary>The settings, in their environment form, under which the program serves this database.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Settings(BenchDatabase bench) => new Dictionary<string, string>
    {
        ["Database__Provider"] = bench.Provider.ToString(),
        ["ConnectionStrings__Takedown"] = bench.ConnectionString,
        ["Installation__KeyFile"] = bench.KeyFile,
        ["Mail__Transport"] = "Files",
        ["Mail__Directory"] = Path.Combine(Path.GetTempPath(), "takedown-bench-mail"),
        ["Demo"] = "false",
    };

    private static async Task<double> StartedAsync(BenchDatabase bench, string program, Func<Process, Task> atRest)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [program, "--contentRoot", Path.GetDirectoryName(program)!])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Settings(bench))
        {
            start.Environment[name] = value;
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Testing";
        start.Environment["ASPNETCORE_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await FirstPageAsync(process, new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/en")), started);
            var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            await atRest(process);
            return milliseconds;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static async Task FirstPageAsync(Process process, Uri address, long started)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        while (Stopwatch.GetElapsedTime(started) < Patience && !process.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(address);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(10);
        }

        throw new InvalidOperationException("The program never answered with a page.");
    }

    private static long Resident(Process process)
    {
        process.Refresh();
        return process.WorkingSet64;
    }

    /// <summary>The program as its own project builds it, in the configuration of this one.</summary>
    private static string ProgramFile()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var configuration = own.Parent!.Name;
        var root = own;
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "TakedownCases.sln")))
        {
            root = root.Parent;
        }

        var program = Path.Combine(
            root?.FullName ?? "", "src", "TakedownCases.Web", "bin", configuration, own.Name, "TakedownCases.Web.dll");
        return File.Exists(program) ? program : throw new FileNotFoundException("Build src/TakedownCases.Web in this configuration first.", program);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
