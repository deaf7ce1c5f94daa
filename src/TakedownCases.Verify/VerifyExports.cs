using TakedownCases.Domain.Ledger;

namespace TakedownCases.Verify;

/// <summary>The program: verifies the export in a file, or each export in a folder, and says so in plain English.</summary>
internal static class VerifyExports
{
    public const int Valid = 0;
    public const int Invalid = 1;
    public const int Unreadable = 2;

    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        if (arguments.Count != 1 || arguments[0].Length == 0 || arguments[0][0] == '-')
        {
            error.WriteLine("Usage: tdc-verify FILE|FOLDER");
            error.WriteLine("Verifies exports of the TakedownCases ledger. Ends with 0: valid, 1: not valid, 2: cannot be read.");
            return Unreadable;
        }

        try
        {
            // The worst of them is the answer: one bad file in a folder must not hide behind good ones.
            var worst = FilesAt(arguments[0], output) is { Count: > 0 } files
                ? files.Max(file => Verify(file, output, error))
                : NothingFound(arguments[0], error);
            output.Flush();
            return worst;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Refuse(arguments[0], e.Message, error);
        }
    }

    private static List<string> FilesAt(string path, TextWriter output)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        var all = Directory.GetFiles(path).Order(StringComparer.Ordinal).ToList();
        foreach (var other in all.Where(file => !IsJson(file)))
        {
            output.WriteLine($"Not looked at: {Printable.Of(Path.GetFileName(other))}");
        }

        return all.FindAll(IsJson);
    }

    private static bool IsJson(string file) => Path.GetExtension(file).Equals(".json", StringComparison.OrdinalIgnoreCase);

    private static int Verify(string file, TextWriter output, TextWriter error)
    {
        if (ReadAtMost(file, CaseExport.MaxLength) is not { } bytes)
        {
            return Refuse(file, "The file is larger than 300 MB.", error);
        }

        if (!CaseExportReader.TryRead(bytes.Span, out var export, out var why))
        {
            return Refuse(file, why, error);
        }

        return CaseReport.Write(Path.GetFileName(file), export, output).IsValid ? Valid : Invalid;
    }

    // Counted while reading: a device or a growing file has no length that could be asked first.
    private static ReadOnlyMemory<byte>? ReadAtMost(string file, int limit)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (stream.CanSeek && stream.Length > limit)
        {
            return null;
        }

        var bytes = new byte[stream.CanSeek ? (int)stream.Length + 1 : 1 << 16];
        var length = 0;
        while (true)
        {
            if (length > limit)
            {
                return null;
            }

            if (length == bytes.Length)
            {
                Array.Resize(ref bytes, (int)Math.Min(bytes.Length * 2L, limit + 1L));
            }

            var read = stream.Read(bytes, length, bytes.Length - length);
            if (read == 0)
            {
                return bytes.AsMemory(0, length);
            }

            length += read;
        }
    }

    private static int NothingFound(string folder, TextWriter error) => Refuse(folder, "The folder holds no .json file.", error);

    private static int Refuse(string path, string why, TextWriter error)
    {
        error.WriteLine($"CANNOT BE READ: {Printable.Of(path)}");
        error.WriteLine(Printable.Of(why));
        return Unreadable;
    }
}
