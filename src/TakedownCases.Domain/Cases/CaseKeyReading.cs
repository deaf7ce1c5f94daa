using System.Globalization;
using System.Text;

namespace TakedownCases.Domain.Cases;

/// <summary>
/// Finds the key in what somebody typed. Each unbroken run of letters and digits is a token; tokens with a digit are the
/// key's groups, and tokens made only of look-alikes ("OlIO", but also the words "Il" and "lol") count where that
/// is what makes twenty digits.
/// </summary>
internal static class CaseKeyReading
{
    /// <summary>A key with a page of words around it still reads; more than this is not worth the time.</summary>
    private const int LongestText = 2000;

    private enum TokenKind
    {
        Digits,
        LookAlikes,
        DigitsAndLetters,
    }

    public static CaseKeyProblem Read(string? text, out string? digits)
    {
        digits = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return CaseKeyProblem.Empty;
        }

        if (text.Length > LongestText)
        {
            return CaseKeyProblem.TooLong;
        }

        var tokens = Tokens(text);
        var sure = tokens.Where(token => token.Kind != TokenKind.LookAlikes).ToList();
        if (sure.Count == 0)
        {
            return CaseKeyProblem.NotDigits;
        }

        var typed = Join(sure);
        if (typed.Length == CaseKey.Length && DammCheck.Holds(typed))
        {
            digits = typed;
            return CaseKeyProblem.None;
        }

        digits = OnlyRunThatHolds(tokens) ?? OnlyRunThatHolds(sure);
        return digits is null ? ProblemOf(typed, sure) : CaseKeyProblem.None;
    }

    private static CaseKeyProblem ProblemOf(string typed, List<Token> sure)
    {
        if (typed.Length == CaseKey.Length)
        {
            return CaseKeyProblem.CheckDigit;
        }

        if (sure.Exists(token => token.Kind == TokenKind.DigitsAndLetters))
        {
            return CaseKeyProblem.NotDigits;
        }

        return typed.Length < CaseKey.Length ? CaseKeyProblem.TooShort : CaseKeyProblem.TooLong;
    }

    /// <summary>The one run of neighbouring tokens that is a whole key, as when a date stands beside it; null when none or two.</summary>
    private static string? OnlyRunThatHolds(List<Token> tokens)
    {
        string? found = null;
        for (var first = 0; first < tokens.Count; first++)
        {
            var length = 0;
            for (var last = first; last < tokens.Count && length < CaseKey.Length; last++)
            {
                length += tokens[last].Value.Length;
                if (length != CaseKey.Length)
                {
                    continue;
                }

                var run = Join(tokens.GetRange(first, last - first + 1));
                if (DammCheck.Holds(run))
                {
                    if (found is not null && found != run)
                    {
                        return null;
                    }

                    found = run;
                }
            }
        }

        return found;
    }

    private static string Join(List<Token> tokens) => string.Concat(tokens.Select(token => token.Value));

    private static List<Token> Tokens(string text)
    {
        var tokens = new List<Token>();
        var start = 0;
        for (var position = 0; position <= text.Length; position++)
        {
            if (position < text.Length && char.IsLetterOrDigit(text[position]))
            {
                continue;
            }

            if (position > start && TokenOf(text.AsSpan(start, position - start)) is { } token)
            {
                tokens.Add(token);
            }

            start = position + 1;
        }

        return tokens;
    }

    private static Token? TokenOf(ReadOnlySpan<char> word)
    {
        var digits = new StringBuilder();
        var readAsDigits = new StringBuilder();
        var hasLetters = false;
        foreach (var symbol in word)
        {
            var value = CharUnicodeInfo.GetDecimalDigitValue(symbol);
            if (value >= 0)
            {
                digits.Append((char)('0' + value));
                readAsDigits.Append((char)('0' + value));
            }
            else if (symbol is 'O' or 'o')
            {
                readAsDigits.Append('0');
            }
            else if (symbol is 'l' or 'I')
            {
                readAsDigits.Append('1');
            }
            else
            {
                hasLetters = true;
            }
        }

        // In "no1234" the o is a letter; in "12O4" it is a nought.
        return (hasLetters, digits.Length) switch
        {
            (true, 0) => null,
            (true, _) => new Token(digits.ToString(), TokenKind.DigitsAndLetters),
            (false, 0) => new Token(readAsDigits.ToString(), TokenKind.LookAlikes),
            (false, _) => new Token(readAsDigits.ToString(), TokenKind.Digits),
        };
    }

    private readonly record struct Token(string Value, TokenKind Kind);
}
