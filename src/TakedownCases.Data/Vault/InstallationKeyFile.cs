using System.Text;
using TakedownCases.Domain;

namespace TakedownCases.Data.Vault;

/// <summary>
/// The file that holds the installation key: one line a version, the last one current, comments with #. Mode 0400; a change
/// is a new file renamed over the old one, so that no crash leaves half a key.
/// </summary>
public static class InstallationKeyFile
{
    /// <summary>The code of the warning when more than the owner can read the file.</summary>
    public const string ReadableByOthers = "key.readable-by-others";

    private const int LongestFile = 64 * 1024;

    private const string Header =
        """
        # The installation key. Without it nothing sealed in the database can be read again: keep a copy apart from the
        # database and its backups. The last line is the version in use.
        """;

    private const UnixFileMode OwnerMayRead = UnixFileMode.UserRead;

    private const UnixFileMode OthersMayTouch =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    public static InstallationKey Read(string path)
    {
        var lines = ReadLines(path);
        return new InstallationKey(lines, Warnings(path));
    }

    /// <summary>Writes a new file with version 1; refuses when there is one, whatever is in it.</summary>
    public static InstallationKey Create(string path)
    {
        if (File.Exists(path))
        {
            throw Exists(path);
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path)) ?? path);
            using var file = OpenNew(path);
            Write(file, [new KeyVersionLine(1, FieldCipher.NewDataKey())]);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new InstallationKeyException("key.unwritable", $"The installation key cannot be written to {path}.", refused);
        }

        return Read(path);
    }

    /// <summary>Begins a rotation: adds a version, which becomes the current one. Returns its number.</summary>
    public static int AddVersion(string path)
    {
        var lines = ReadLines(path);
        if (lines.Count >= KeyVersionLine.MostLiveVersions)
        {
            throw new InstallationKeyException(
                "key.rotating", $"The installation key at {path} has two live versions already. Finish that rotation first.");
        }

        var version = lines.Max(line => line.Version) + 1;
        Replace(path, [.. lines, new KeyVersionLine(version, FieldCipher.NewDataKey())]);
        return version;
    }

    /// <summary>Ends a rotation, once everything is wrapped again: keeps the current version only.</summary>
    public static void KeepCurrentOnly(string path) => Replace(path, [ReadLines(path)[^1]]);

    private static IReadOnlyList<KeyVersionLine> ReadLines(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LongestFile })
            {
                throw new InstallationKeyException("key.malformed", $"The file at {path} is too long to be an installation key.");
            }

            return KeyVersionLine.ReadAll(File.ReadAllText(path), $"The installation key at {path}");
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InstallationKeyException(
                "key.missing", $"There is no installation key at {path}. Put the file there, or point Installation__KeyFile to it.", missing);
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw new InstallationKeyException(
                "key.unreadable", $"The installation key at {path} cannot be read by the user this program runs as.", refused);
        }
    }

    private static IReadOnlyList<Refusal> Warnings(string path)
        => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & OthersMayTouch) != UnixFileMode.None
            ? [new Refusal(ReadableByOthers, $"Others than its owner can read or write the installation key at {path}. Set its mode to 0400.")]
            : [];

    private static void Replace(string path, IReadOnlyList<KeyVersionLine> lines)
    {
        var next = path + ".next";
        File.Delete(next);
        using (var file = OpenNew(next))
        {
            Write(file, lines);
        }

        File.Move(next, path, overwrite: true);

        // Rows wrapped with the new version must not reach the disk before the name of the new file does.
        using var handle = File.OpenHandle(path);
        RandomAccess.FlushToDisk(handle);
    }

    private static FileStream OpenNew(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerMayRead;
        }

        return new FileStream(path, options);
    }

    private static void Write(FileStream file, IReadOnlyList<KeyVersionLine> lines)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var line in lines)
        {
            text.Append(line.Write()).Append('\n');
        }

        file.Write(Encoding.UTF8.GetBytes(text.ToString()));
        file.Flush(flushToDisk: true);
    }

    private static InstallationKeyException Exists(string path)
        => new("key.exists", $"There is already a file at {path}; a key is never overwritten.");
}
