using System.IO.Compression;

namespace TakedownCases.Data.Identity;

/// <summary>
/// Passwords known from breaches, lower case, six characters and longer: the list of @zxcvbn-ts/language-common 4.1.3 (MIT;
/// its notice stands at the head of the embedded text and in common-passwords.NOTICE.txt).
/// </summary>
internal static class CommonPasswords
{
    public const int ShortestLength = 6;

    private const string Resource = "TakedownCases.Data.Identity.common-passwords.txt.gz";

    private static readonly Lazy<HashSet<string>> List = new(Read);

    public static int Count => List.Value.Count;

    public static IEnumerable<string> All => List.Value;

    public static bool Contains(string lowerCase) => List.Value.Contains(lowerCase);

    private static HashSet<string> Read()
    {
        using var packed = typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));

        // The notice ends with the first empty line; after it '#' is a character like any other.
        while (!string.IsNullOrEmpty(reader.ReadLine()))
        {
        }

        var list = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } password)
        {
            list.Add(password);
        }

        return list;
    }
}
