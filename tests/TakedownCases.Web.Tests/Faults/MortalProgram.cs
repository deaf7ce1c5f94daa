using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Faults;

/// <summary>
/// The built web program as a process of its own that is killed with SIGKILL and started again, at another port each time.
/// TDC_PROGRAM names another build of it: one that was published for this machine starts faster.
/// </summary>
internal sealed class MortalProgram(TestDatabase database, IReadOnlyDictionary<string, string>? more = null) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly string _folder = Scratch.NewFolder("mortal");
    private readonly ConcurrentQueue<string> _said = new();
    private Process? _process;
    private volatile TaskCompletionSource<int> _up = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _life;

    public string KeyFile => Path.Combine(_folder, "installation.key");

    public int Kills { get; private set; }

    /// <summary>What it wrote on its console, in all its lives.</summary>
    public IReadOnlyCollection<string> Said => _said;

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Which life this is: 1 after the first start. Waits while the program is dead.</summary>
    public Task<int> AliveAsync() => _up.Task.WaitAsync(Patience);

    public async Task StartAsync()
    {
        for (var tries = 1; !await TryStartAsync(); tries++)
        {
            if (tries == 3)
            {
                throw new InvalidOperationException($"The program does not start: {string.Join('\n', _said.TakeLast(20))}");
            }
        }

        _up.SetResult(++_life);
    }

    /// <summary>SIGKILL: nothing in the program can notice it.</summary>
    public async Task KillAsync()
    {
        _up = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        await EndAsync();
        Kills++;
    }

    /// <summary>After a broken line: waits for the next life. A line that broke although nobody killed the program is a fault.</summary>
    public async Task NextLifeAsync(int seen, Exception broken)
    {
        var since = Stopwatch.GetTimestamp();
        while (await AliveAsync() <= seen)
        {
            if (Stopwatch.GetElapsedTime(since) > TimeSpan.FromSeconds(30))
            {
                throw new InvalidOperationException("A line broke and nobody had killed the program.", broken);
            }

            await Task.Delay(10);
        }
    }

    public async ValueTask DisposeAsync() => await EndAsync();

    private async Task EndAsync()
    {
        if (_process is null)
        {
            return;
        }

        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    private async Task<bool> TryStartAsync()
    {
        Address = new Uri($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}/");
        var build = Environment.GetEnvironmentVariable("TDC_PROGRAM") is { Length: > 0 } other ? other : typeof(Program).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [build])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetDirectoryName(build),
        };
        foreach (var (name, value) in Settings().Concat(more ?? new Dictionary<string, string>(StringComparer.Ordinal)))
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        _process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        return await IsReadyAsync(_process);
    }

    private async Task<bool> IsReadyAsync(Process process)
    {
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(10) };
        var since = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(since) < Patience)
        {
            if (process.HasExited)
            {
                return false;
            }

            try
            {
                using var answer = await client.GetAsync("/health/ready");
                if (answer.IsSuccessStatusCode)
                {
                    return true;
                }
            }
            catch (Exception notYet) when (LostConnection.Is(notYet) || notYet is TaskCanceledException)
            {
                // Not listening yet: asked again.
            }

            await Task.Delay(20);
        }

        return false;
    }

    private Dictionary<string, string> Settings() => new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Testing",
        ["ASPNETCORE_URLS"] = Address.ToString(),
        ["Database__Provider"] = database.Provider,
        ["ConnectionStrings__Takedown"] = database.AppConnectionString,
        ["Installation__KeyFile"] = KeyFile,
        ["Mail__Transport"] = "Files",
        ["Mail__Directory"] = Path.Combine(_folder, "mail"),
        ["Demo"] = "false",
        ["RateLimits__PerMinute"] = "1000000",
        ["RateLimits__FilingStepsPerTenMinutes"] = "1000000",
    };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
