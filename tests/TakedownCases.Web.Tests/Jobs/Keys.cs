using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Jobs;

/// <summary>Settings that give a second machine the installation key of the first.</summary>
internal static class Keys
{
    public static Dictionary<string, string> Of(TestApp app)
        => new(StringComparer.Ordinal) { ["Installation:KeyFile"] = app.KeyFile };
}
