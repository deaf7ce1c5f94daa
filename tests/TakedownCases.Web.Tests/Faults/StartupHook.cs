using TakedownCases.Web.Tests.Faults;

#pragma warning disable MA0047, CA1050 // The runtime looks for exactly this name, in no namespace (DOTNET_STARTUP_HOOKS).

/// <summary>Runs inside a program before its first line; see <see cref="SkewedClock"/>.</summary>
internal static class StartupHook
{
    public static void Initialize() => SkewedClock.PutIntoThisProgram();
}
