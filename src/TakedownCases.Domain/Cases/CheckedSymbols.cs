using System.Diagnostics.CodeAnalysis;

namespace TakedownCases.Domain.Cases;

/// <summary>
/// Seven symbols and a check symbol, as numbers that people read aloud carry them. No vowels, so they spell nothing; of
/// look-alikes (2 Z, 5 S, 6 G, 8 B, U V, 1 I L, 0 O Q D) one each. Twenty-three symbols, a prime, so that weights 8 to 1
/// catch every single error and every swap.
/// </summary>
internal static class CheckedSymbols
{
    /// <summary>The symbols in use, in the order of their values.</summary>
    public const string Alphabet = "23456789CDFHJKLMNPRTVWX";

    public const int Count = 8;

    private const int LongestText = 64;
    private const string LookAlikes = "Z2S5G6B8UV1LIL0DODQD";

    /// <summary>Seven values of 0 to 22 from the source, and the check symbol they ask for.</summary>
    public static string Draw(Func<int> nextValue)
    {
        Span<char> symbols = stackalloc char[Count];
        foreach (ref var symbol in symbols[..^1])
        {
            symbol = Alphabet[nextValue()];
        }

        symbols[^1] = Alphabet[(Alphabet.Length - (WeightedSum(symbols[..^1]) % Alphabet.Length)) % Alphabet.Length];
        return symbols.ToString();
    }

    /// <summary>As people type it: lower case, with or without prefix, any separators, look-alikes.</summary>
    public static bool TryRead(string? text, string prefix, [NotNullWhen(true)] out string? read)
    {
        read = null;
        if (text is null || text.Length > LongestText)
        {
            return false;
        }

        var letters = new string([.. text.Select(Upper).Where(char.IsLetterOrDigit)]);
        if (letters.Length == prefix.Length + Count && letters.StartsWith(prefix, StringComparison.Ordinal))
        {
            letters = letters[prefix.Length..];
        }

        Span<char> symbols = stackalloc char[Count];
        if (letters.Length != Count)
        {
            return false;
        }

        for (var position = 0; position < Count; position++)
        {
            symbols[position] = Canonical(letters[position]);
            if (!Alphabet.Contains(symbols[position], StringComparison.Ordinal))
            {
                return false;
            }
        }

        read = WeightedSum(symbols) % Alphabet.Length == 0 ? symbols.ToString() : null;
        return read is not null;
    }

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
            sum += (Count - position) * Alphabet.IndexOf(symbols[position], StringComparison.Ordinal);
        }

        return sum;
    }
}
