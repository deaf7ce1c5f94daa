using System.Globalization;

namespace TakedownCases.Data.Vault;

/// <summary>One line of the installation key, <c>v1:</c> and 32 bytes in base64. Errors name the line, never its text.</summary>
internal sealed record KeyVersionLine(int Version, byte[] Key)
{
    /// <summary>The old and the new one during rotation.</summary>
    public const int MostLiveVersions = 2;

    public static IReadOnlyList<KeyVersionLine> ReadAll(string text, string source)
    {
        var found = new List<KeyVersionLine>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var trimmed = line.Trim();
            if (trimmed.Length == 0 || trimmed[0] == '#')
            {
                continue;
            }

            var read = TryRead(trimmed) ?? throw new InstallationKeyException(
                "key.malformed", $"{source}: line {number} is not of the form v1:<32 bytes in base64>.");
            if (found.Exists(other => other.Version == read.Version))
            {
                throw new InstallationKeyException("key.duplicate", $"{source}: line {number} repeats version {read.Version}.");
            }

            found.Add(read);
        }

        return found.Count switch
        {
            0 => throw new InstallationKeyException("key.empty", $"{source} holds no key. It needs a line v1:<32 bytes in base64>."),
            > MostLiveVersions => throw new InstallationKeyException(
                "key.too-many", $"{source} holds {found.Count} versions; at most {MostLiveVersions} may live. Finish the last rotation first."),
            _ => found,
        };
    }

    public string Write() => $"v{Version.ToString(CultureInfo.InvariantCulture)}:{Convert.ToBase64String(Key)}";

    public override string ToString() => $"[key line v{Version}]";

    private static KeyVersionLine? TryRead(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var key = new byte[SealedBlob.KeyLength];
        return colon > 1
            && line[0] == 'v'
            && int.TryParse(line.AsSpan(1, colon - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            && version > 0
            && Convert.TryFromBase64String(line[(colon + 1)..], key, out var written)
            && written == SealedBlob.KeyLength
                ? new KeyVersionLine(version, key)
                : null;
    }
}
