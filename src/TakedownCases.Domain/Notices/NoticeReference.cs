using System.Buffers.Binary;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Notices;

/// <summary>
/// The name under which a platform answers, <c>TN-XXXX-XXXX</c>, written like a <see cref="CaseNumber"/> but telling
/// nothing about the case it belongs to. It is no secret and opens nothing.
/// </summary>
public readonly record struct NoticeReference
{
    /// <summary>How many random bytes one reference is made of.</summary>
    public const int RandomBytes = 16;

    private const string Prefix = "TN";

    private readonly string? _value;

    private NoticeReference(string symbols) => _value = $"{Prefix}-{symbols[..4]}-{symbols[4..]}";

    /// <summary>The reference as it is shown and stored; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>
    /// One of 3.4 thousand million, from sixteen random bytes: whoever saves it must be ready to draw again. Throws
    /// ArgumentException for another number of bytes.
    /// </summary>
    public static NoticeReference FromRandom(ReadOnlySpan<byte> random)
    {
        if (random.Length != RandomBytes)
        {
            throw new ArgumentException($"A reference is made of {RandomBytes} random bytes.", nameof(random));
        }

        var rest = BinaryPrimitives.ReadUInt128BigEndian(random);
        var symbols = (UInt128)CheckedSymbols.Alphabet.Length;
        return new NoticeReference(CheckedSymbols.Draw(() =>
        {
            var value = (int)(rest % symbols);
            rest /= symbols;
            return value;
        }));
    }

    /// <summary>Reads a reference as people type it; throws FormatException when it is none.</summary>
    public static NoticeReference Parse(string? text)
        => TryParse(text, out var reference) ? reference : throw new FormatException("Not a notice reference.");

    /// <summary>Reads a reference as people type it: lower case, with or without prefix, any separators, look-alikes.</summary>
    public static bool TryParse(string? text, out NoticeReference reference)
    {
        reference = CheckedSymbols.TryRead(text, Prefix, out var symbols) ? new NoticeReference(symbols) : default;
        return symbols is not null;
    }

    public override string ToString() => Value;
}
