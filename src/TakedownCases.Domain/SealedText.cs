using System.Text;
using System.Text.Json;

namespace TakedownCases.Domain;

/// <summary>
/// Words that only ever rest encrypted (design law 5). New text is plain until it is saved, when the vault seals it
/// under the case's key; loaded text is ciphertext and opens only through a logged reading. It never prints itself.
/// </summary>
public sealed class SealedText
{
    private string? _plain;
    private byte[]? _ciphertext;

    private SealedText(string? plain, byte[]? ciphertext)
    {
        _plain = plain;
        _ciphertext = ciphertext;
    }

    /// <summary>True until the text was sealed: only then may <see cref="Plain"/> be read.</summary>
    public bool IsPlain => _plain is not null;

    /// <summary>What was written, while it has not left memory. Throws when only the ciphertext is known.</summary>
    public string Plain => _plain ?? throw new InvalidOperationException("This text is sealed; open it through a logged reading.");

    /// <summary>What rests in the database. Throws while the text has not been sealed: plain text cannot be saved.</summary>
    public byte[] Ciphertext => _ciphertext ?? throw new InvalidOperationException("This text was never sealed and cannot be saved.");

    public bool HasCiphertext => _ciphertext is not null;

    public static SealedText Of(string plain) => new(plain, null);

    /// <summary>Text, or nothing at all where nothing was given: an empty answer leaves no ciphertext behind.</summary>
    public static SealedText? OfOptional(string? plain) => string.IsNullOrWhiteSpace(plain) ? null : new(plain, null);

    /// <summary>A small record kept as JSON, so that one field holds what belongs together.</summary>
    public static SealedText OfRecord<T>(T record)
        where T : class
        => new(JsonSerializer.Serialize(record, SealedJson.Options), null);

    public static SealedText OfCiphertext(byte[] ciphertext) => new(null, ciphertext);

    /// <summary>Called by the vault once, when the text is first saved. The plain text is forgotten.</summary>
    public void SealWith(byte[] ciphertext)
    {
        _ciphertext = ciphertext;
        _plain = null;
    }

    public byte[] PlainBytes() => Encoding.UTF8.GetBytes(Plain);

    public override string ToString() => "[sealed]";
}
