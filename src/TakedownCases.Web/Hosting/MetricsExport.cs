using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace TakedownCases.Web.Hosting;

/// <summary>Sends the metrics to a collector, only when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where.</summary>
internal sealed class MetricsExport(IConfiguration configuration) : IHostedService, IDisposable
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private MeterProvider? _provider;

    public bool IsOn => _provider is not null;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration[Endpoint] is { Length: > 0 } endpoint)
        {
            _provider = Sdk.CreateMeterProviderBuilder()
                .AddMeter(TakedownMetrics.MeterName)
                .AddOtlpExporter(o => o.Endpoint = new Uri(endpoint))
                .Build();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _provider?.Dispose();
}
