using TakedownCases.Domain;

namespace TakedownCases.Web.Demo;

/// <summary>The clock of the demo's private scope: it stands at the instant of the act that is played.</summary>
internal sealed class DemoClock : TimeProvider
{
    private DateTimeOffset _now;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Set(DateTimeOffset instant) => _now = Instants.Cut(instant);
}
