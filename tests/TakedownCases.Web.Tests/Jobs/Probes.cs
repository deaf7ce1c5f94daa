using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TakedownCases.Data.Jobs;
using TakedownCases.Web.Jobs;

namespace TakedownCases.Web.Tests.Jobs;

/// <summary>Two sweeps that only say that they ran, in place of the app's own. Several apps may share them.</summary>
internal sealed class Probes
{
    public const string First = "first";

    public const string Other = "other";

    public Probe FirstProbe { get; init; } = new();

    public Probe OtherProbe { get; } = new();

    /// <summary>The app's own scheduler, with these two as its whole job table.</summary>
    public void TakeOver(IServiceCollection services) => TakeOver(services, TimeSpan.FromSeconds(1));

    public void TakeOver(IServiceCollection services, TimeSpan every)
    {
        services.RemoveAll<Job>();
        services.AddSingleton(new Job(First, every, TimeSpan.FromMinutes(1), typeof(FirstSweep)));
        services.AddSingleton(new Job(Other, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), typeof(OtherSweep)));
        services.AddSingleton(this);
        services.AddScoped<FirstSweep>();
        services.AddScoped<OtherSweep>();
    }

    internal sealed class FirstSweep(Probes probes) : Sweep
    {
        public override Task<SweepResult> RunAsync(CancellationToken cancellationToken) => probes.FirstProbe.RunAsync(cancellationToken);

        public override Task<Backlog> WaitingAsync(CancellationToken cancellationToken) => Task.FromResult(Backlog.Nothing);
    }

    internal sealed class OtherSweep(Probes probes) : Sweep
    {
        public override Task<SweepResult> RunAsync(CancellationToken cancellationToken) => probes.OtherProbe.RunAsync(cancellationToken);

        public override Task<Backlog> WaitingAsync(CancellationToken cancellationToken) => Task.FromResult(Backlog.Nothing);
    }
}

/// <summary>Counts its runs, and how many there were at once. <paramref name="body"/> gets the number of the run, from 1.</summary>
internal sealed class Probe(Func<int, CancellationToken, Task>? body = null)
{
    private readonly Lock _lock = new();
    private int _started;
    private int _ended;
    private int _mostAtOnce;

    public int Started => Read(() => _started);

    public int Ended => Read(() => _ended);

    public int MostAtOnce => Read(() => _mostAtOnce);

    public async Task<SweepResult> RunAsync(CancellationToken cancellationToken)
    {
        int run;
        lock (_lock)
        {
            run = ++_started;
            _mostAtOnce = Math.Max(_mostAtOnce, _started - _ended);
        }

        try
        {
            await (body?.Invoke(run, cancellationToken) ?? Task.CompletedTask);
            return SweepResult.Nothing;
        }
        finally
        {
            lock (_lock)
            {
                _ended++;
            }
        }
    }

    private int Read(Func<int> value)
    {
        lock (_lock)
        {
            return value();
        }
    }
}
