using System.Security.Cryptography;

namespace TakedownCases.Domain.Cases;

/// <summary>
/// The name of a case on paper and on the telephone, <c>TD-XXXX-XXXX</c>: seven random symbols and a check symbol. It is
/// no secret and opens nothing. No vowels, so it spells nothing; of look-alikes (2 Z, 5 S, 6 G, 8 B, U V, 1 I L, 0 O Q D)
/// one each. Twenty-three symbols, a prime, so that weights 8 to 1 catch every single error and every swap.
/// </summary>
public readonly record struct CaseNumber
{
    /// <summary>The symbols in use, in the order of their values.</summary>
    public const string Alphabet = "23456789CDFHJKLMNPRTVWX";

    private const string Prefix = "TD";
    private const int Symbols = 8;
    private const int LongestText = 64;
    private const string LookAlikes = "Z2S5G6B8UV1LIL0DODQD";

    private readonly string? _value;

    private CaseNumber(ReadOnlySpan<char> symbols) => _value = $"{Prefix}-{symbols[..4]}-{symbols[4..]}";

    /// <summary>The number as it is shown and stored; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>A random number, one of 3.4 thousand million: whoever saves it must be ready to draw again.</summary>
    public static CaseNumber NewRandom() => NewRandom(() => RandomNumberGenerator.GetInt32(Alphabet.Length));

    /// <summary>The same with a given source of values 0 to 22, so that tests can foresee the number.</summary>
    public static CaseNumber NewRandom(Func<int> nextValue)
    {
        ArgumentNullException.ThrowIfNull(nextValue);
        Span<char> symbols = stackalloc char[Symbols];
        foreach (ref var symbol in symbols[..^1])
        {
            symbol = Alphabet[nextValue()];
        }

        symbols[^1] = Alphabet[(Alphabet.Length - (WeightedSum(symbols[..^1]) % Alphabet.Length)) % Alphabet.Length];
        return new CaseNumber(symbols);
    }

    /// <summary>Reads a number as people type it; throws FormatException when it is none.</summary>
    public static CaseNumber Parse(string? text)
        => TryParse(text, out var number) ? number : throw new FormatException("Not a case number.");

    /// <summary>Reads a number as people type it: lower case, with or without prefix, any separators, look-alikes.</summary>
    public static bool TryParse(string? text, out CaseNumber number)
    {
        number = default;
        if (text is null || text.Length > LongestText)
        {
            return false;
        }

        var letters = new string([.. text.Select(Upper).Where(char.IsLetterOrDigit)]);
        if (letters.Length == Prefix.Length + Symbols && letters.StartsWith(Prefix, StringComparison.Ordinal))
        {
            letters = letters[Prefix.Length..];
        }

        Span<char> symbols = stackalloc char[Symbols];
        if (letters.Length != Symbols)
        {
            return false;
        }

        for (var position = 0; position < Symbols; position++)
        {
            symbols[position] = Canonical(letters[position]);
            if (!Alphabet.Contains(symbols[position], StringComparison.Ordinal))
            {
                return false;
            }
        }

        if (WeightedSum(symbols) % Alphabet.Length != 0)
        {
            return false;
        }

        number = new CaseNumber(symbols);
        return true;
    }

    public override string ToString() => Value;

    private static char Upper(char symbol)
    {
        // Full-width forms, as East Asian keyboards type them, stand at a fixed distance from ASCII.
        var narrow = symbol is >= '\uFF01' and <= '\uFF5E' ? (char)(symbol - 0xFEE0) : symbol;
        return char.ToUpperInvariant(narrow);
    }

    private static char Canonical(char symbol)
    {
        for (var pair = 0; pair < LookAlikes.Length; pair += 2)
        {
            if (LookAlikes[pair] == symbol)
            {
                return LookAlikes[pair + 1];
            }
        }

        return symbol;
    }

    private static int WeightedSum(ReadOnlySpan<char> symbols)
    {
        var sum = 0;
        for (var position = 0; position < symbols.Length; position++)
        {
            sum += (Symbols - position) * Alphabet.IndexOf(symbols[position], StringComparison.Ordinal);
        }

        return sum;
    }
}
