using System.Security.Cryptography;

namespace TakedownCases.Domain.Cases;

/// <summary>
/// The name of a case on paper and on the telephone, <c>TD-XXXX-XXXX</c>: seven random symbols and a check symbol
/// (<see cref="CheckedSymbols"/>). It is no secret and opens nothing.
/// </summary>
public readonly record struct CaseNumber
{
    /// <summary>The symbols in use, in the order of their values.</summary>
    public const string Alphabet = CheckedSymbols.Alphabet;

    private const string Prefix = "TD";

    private readonly string? _value;

    private CaseNumber(string symbols) => _value = $"{Prefix}-{symbols[..4]}-{symbols[4..]}";

    /// <summary>The number as it is shown and stored; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>A random number, one of 3.4 thousand million: whoever saves it must be ready to draw again.</summary>
    public static CaseNumber NewRandom() => NewRandom(() => RandomNumberGenerator.GetInt32(Alphabet.Length));

    /// <summary>The same with a given source of values 0 to 22, so that tests can foresee the number.</summary>
    public static CaseNumber NewRandom(Func<int> nextValue)
    {
        ArgumentNullException.ThrowIfNull(nextValue);
        return new CaseNumber(CheckedSymbols.Draw(nextValue));
    }

    /// <summary>Reads a number as people type it; throws FormatException when it is none.</summary>
    public static CaseNumber Parse(string? text)
        => TryParse(text, out var number) ? number : throw new FormatException("Not a case number.");

    /// <summary>Reads a number as people type it: lower case, with or without prefix, any separators, look-alikes.</summary>
    public static bool TryParse(string? text, out CaseNumber number)
    {
        number = CheckedSymbols.TryRead(text, Prefix, out var symbols) ? new CaseNumber(symbols) : default;
        return symbols is not null;
    }

    public override string ToString() => Value;
}
