using Microsoft.Extensions.DependencyInjection;

namespace TakedownCases.Testing;

/// <summary>What a test may choose about its app; the defaults are right for most.</summary>
public sealed record TestAppOptions
{
    public string Environment { get; init; } = "Testing";

    public ManualTimeProvider Clock { get; init; } = new();

    /// <summary>Settings over the defaults, in the colon form: <c>["Demo"] = "true"</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Replaces services; only what would reach the outside world (mail, the scheduler) or what a fault test breaks.</summary>
    public Action<IServiceCollection> Services { get; init; } = static _ => { };
}
