namespace TakedownCases.Testing;

/// <summary>The temporary folder of this test program, removed when it ends. tests/run.sh points TMPDIR into its own.</summary>
public static class Scratch
{
    private static readonly Lazy<string> Root = new(Create);
    private static int _count;

    public static string Folder => Root.Value;

    public static string NewFolder(string name)
    {
        var folder = Path.Combine(Folder, $"{name}-{Interlocked.Increment(ref _count)}");
        Directory.CreateDirectory(folder);
        return folder;
    }

    private static string Create()
    {
        var folder = Directory.CreateTempSubdirectory("tdc-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            if (Environment.GetEnvironmentVariable("KEEP") != "1")
            {
                Directory.Delete(folder, recursive: true);
            }
        };
        return folder;
    }
}
