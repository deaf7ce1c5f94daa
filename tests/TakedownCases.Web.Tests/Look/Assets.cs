using System.IO.Compression;

namespace TakedownCases.Web.Tests.Look;

internal static class Assets
{
    public static string Read(string path) => File.ReadAllText(PathOf(path));

    public static int BrotliSize(string path)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(File.ReadAllBytes(PathOf(path)));
        }

        return (int)packed.Length;
    }

    private static string PathOf(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TakedownCases.sln")))
        {
            folder = folder.Parent;
        }

        Assert.NotNull(folder);
        return Path.Combine(folder.FullName, "src", "TakedownCases.Web", "wwwroot", path);
    }
}
