using System.Security.Cryptography;
using TakedownCases.Domain;

namespace TakedownCases.Data.Vault;

/// <summary>
/// The key of the installation: it wraps the case keys and the installation's secrets and seals nothing else. Two versions
/// may live at once during rotation; the current one wraps, either unwraps.
/// </summary>
public sealed class InstallationKey : IDisposable
{
    private readonly SortedDictionary<int, byte[]> _keys;
    private bool _disposed;

    internal InstallationKey(IReadOnlyList<KeyVersionLine> lines, IReadOnlyList<Refusal> warnings)
    {
        _keys = new SortedDictionary<int, byte[]>(lines.ToDictionary(line => line.Version, line => line.Key));
        Current = lines[^1].Version;
        Warnings = warnings;
    }

    /// <summary>The version that wraps from now on: the last line.</summary>
    public int Current { get; }

    /// <summary>The live versions, ascending.</summary>
    public IReadOnlyList<int> Versions => [.. _keys.Keys];

    /// <summary>What an operator should mend though it works, such as a file that others can read.</summary>
    public IReadOnlyList<Refusal> Warnings { get; }

    /// <summary>The key from the text of an environment secret: the file's format; a semicolon may stand for the line end.</summary>
    public static InstallationKey FromSecret(string? text)
        => new(KeyVersionLine.ReadAll((text ?? "").Replace(';', '\n'), "The installation key in the environment"), []);

    /// <summary>Wraps a key under the current version. The purpose (<see cref="KeyPurpose"/>) must be the same to unwrap it.</summary>
    public byte[] Wrap(ReadOnlySpan<byte> key, ReadOnlySpan<byte> purposeAad)
        => SealedBlob.Seal(Key(Current), Current, key, AdditionalData(purposeAad, Current));

    /// <summary>The wrapped key; throws <see cref="InstallationKeyException"/> when the version is gone or the blob is not what was wrapped.</summary>
    public byte[] Unwrap(ReadOnlySpan<byte> wrapped, ReadOnlySpan<byte> purposeAad)
    {
        var version = VersionOf(wrapped);
        return SealedBlob.TryOpen(Key(version), wrapped, AdditionalData(purposeAad, version))
            ?? throw new InstallationKeyException(
                "key.unwrap", $"A key wrapped with version {version} of the installation key does not unwrap: it was changed or moved, or the key is another one.");
    }

    /// <summary>Wraps again under the current version, for rotation; what is inside stays the same.</summary>
    public byte[] Rewrap(ReadOnlySpan<byte> wrapped, ReadOnlySpan<byte> purposeAad)
    {
        var key = Unwrap(wrapped, purposeAad);
        try
        {
            return Wrap(key, purposeAad);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>The version a wrapped key says it needs.</summary>
    public static int VersionOf(ReadOnlySpan<byte> wrapped)
        => SealedBlob.KeyVersionOf(wrapped)
            ?? throw new InstallationKeyException("key.format", "A wrapped key is cut or of an unknown format.");

    public void Dispose()
    {
        _disposed = true;
        foreach (var key in _keys.Values)
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    public override string ToString() => $"[installation key v{Current}]";

    private byte[] Key(int version)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _keys.TryGetValue(version, out var key)
            ? key
            : throw new InstallationKeyException(
                "key.version", $"Version {version} of the installation key is needed and is not here; the live versions are {string.Join(", ", _keys.Keys)}.");
    }

    private static byte[] AdditionalData(ReadOnlySpan<byte> purposeAad, int version)
        => LengthPrefixed.Of("wrapped key"u8.ToArray(), purposeAad.ToArray(), LengthPrefixed.Number(version));
}
