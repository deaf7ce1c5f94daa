using System.Diagnostics;

namespace TakedownCases.Web.Tests.Architecture;

/// <summary>A file of the repository: its path from the top, with slashes, and its text.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}

/// <summary>The repository this test program was built in, as git knows it (what is ignored is not part of it).</summary>
internal static class Repository
{
    private static readonly string[] Read = [".cs", ".cshtml", ".csproj", ".props", ".js", ".html", ".editorconfig"];

    private static readonly Lazy<string> LazyRoot = new(FindRoot);
    private static readonly Lazy<IReadOnlyList<string>> LazyPaths = new(ListPaths);
    private static readonly Lazy<IReadOnlyList<SourceFile>> LazyFiles = new(() =>
    [
        .. Paths.Where(path => Read.Any(path.EndsWith))
            .Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(Root, path)))),
    ]);

    public static string Root => LazyRoot.Value;

    public static IReadOnlyList<string> Paths => LazyPaths.Value;

    public static IReadOnlyList<SourceFile> Files => LazyFiles.Value;

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "TakedownCases.sln")))
            {
                return folder;
            }
        }

        // A build into a folder elsewhere (the full stack's): the gate starts its programs at the top.
        return File.Exists("TakedownCases.sln")
            ? Directory.GetCurrentDirectory()
            : throw new InvalidOperationException("The repository was not found.");
    }

    private static IReadOnlyList<string> ListPaths()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Where(path => File.Exists(Path.Combine(Root, path)))
            .Order(StringComparer.Ordinal)];
    }
}
