using System.Buffers.Binary;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Referrals;

/// <summary>
/// The name under which somebody outside can answer us, <c>TR-XXXX-XXXX</c>: written like a case's number, telling nothing about
/// the case. It is no secret and opens nothing.
/// </summary>
public readonly record struct ReferralReference
{
    /// <summary>How many random bytes one reference is made of.</summary>
    public const int RandomBytes = 16;

    private const string Prefix = "TR";

    private readonly string? _value;

    private ReferralReference(string symbols) => _value = $"{Prefix}-{symbols[..4]}-{symbols[4..]}";

    /// <summary>The reference as it is shown and stored; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>From sixteen random bytes. Throws ArgumentException for another number of bytes.</summary>
    public static ReferralReference FromRandom(ReadOnlySpan<byte> random)
    {
        if (random.Length != RandomBytes)
        {
            throw new ArgumentException($"A reference is made of {RandomBytes} random bytes.", nameof(random));
        }

        var rest = BinaryPrimitives.ReadUInt128BigEndian(random);
        var symbols = (UInt128)CheckedSymbols.Alphabet.Length;
        return new ReferralReference(CheckedSymbols.Draw(() =>
        {
            var value = (int)(rest % symbols);
            rest /= symbols;
            return value;
        }));
    }

    /// <summary>Reads a reference as people type it; throws FormatException when it is none.</summary>
    public static ReferralReference Parse(string? text)
        => TryParse(text, out var reference) ? reference : throw new FormatException("Not a referral reference.");

    /// <summary>Reads a reference as people type it: lower case, with or without prefix, any separators, look-alikes.</summary>
    public static bool TryParse(string? text, out ReferralReference reference)
    {
        reference = CheckedSymbols.TryRead(text, Prefix, out var symbols) ? new ReferralReference(symbols) : default;
        return symbols is not null;
    }

    public override string ToString() => Value;
}
