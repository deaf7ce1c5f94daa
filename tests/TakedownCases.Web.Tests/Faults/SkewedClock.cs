using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using TakedownCases.Data.Sql;

namespace TakedownCases.Web.Tests.Faults;

/// <summary>
/// The clock of a machine that is wrong by so much. A built program gets it from outside, by a startup hook of the runtime,
/// because no setting of ours may reach the time: its own code is as it ships, and what stands on this clock is the
/// program's <see cref="DatabaseClock"/>.
/// </summary>
internal sealed class SkewedClock(TimeSpan by) : TimeProvider
{
    private const string Setting = "TDC_CLOCK_OFFSET_SECONDS";

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;

    /// <summary>The environment of a program whose machine's clock is wrong by so much.</summary>
    public static Dictionary<string, string> Environment(TimeSpan by) => new(StringComparer.Ordinal)
    {
        ["DOTNET_STARTUP_HOOKS"] = typeof(SkewedClock).Assembly.Location,
        [Setting] = by.TotalSeconds.ToString(CultureInfo.InvariantCulture),
    };

    public static void PutIntoThisProgram()
    {
        if (global::System.Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } seconds)
        {
            DiagnosticListener.AllListeners.Subscribe(new Hosts(TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture))));
        }
    }

    /// <summary>A host says when it is about to be built, and takes more services then.</summary>
    private sealed class Hosts(TimeSpan by) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting")
            {
                value.Subscribe(this);
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: "HostBuilding", Value: IHostBuilder host })
            {
                host.ConfigureServices((context, services) =>
                {
                    var connection = context.Configuration.GetConnectionString("Takedown")!;
                    services.Replace(ServiceDescriptor.Singleton(_ => DatabaseClock.On(connection, new SkewedClock(by))));
                });
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
