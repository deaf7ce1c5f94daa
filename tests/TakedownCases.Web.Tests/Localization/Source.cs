using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Tests.Localization;

/// <summary>The web project's source files and texts, for tests that read rather than run.</summary>
internal static class Source
{
    // Slices only staff see; every other text is held to the words for survivors.
    private static readonly HashSet<string> StaffSlices = new(StringComparer.Ordinal)
    {
        "accounts", "administration", "calls", "casefile", "escalations", "history", "law", "notices", "queue", "referrals", "staff",
        "statistics",
    };

    public static string Web { get; } = Path.Combine(Root(), "src", "TakedownCases.Web");

    public static IEnumerable<(string File, string Text)> Files(params string[] extensions)
        => Directory.EnumerateFiles(Web, "*", SearchOption.AllDirectories)
            .Where(f => extensions.Contains(Path.GetExtension(f)))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .Select(f => (Path.GetRelativePath(Web, f), File.ReadAllText(f)));

    public static IReadOnlyList<PoEntry> Entries(string language)
        => [.. TextCatalogue.Entries(typeof(TextCatalogue).Assembly, language)];

    public static bool IsForSurvivors(PoEntry entry)
        => !StaffSlices.Contains(Path.GetFileNameWithoutExtension(entry.File).Split('-')[0]);

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "TakedownCases.sln")))
        {
            directory = directory.Parent;
        }

        return directory.FullName;
    }
}
