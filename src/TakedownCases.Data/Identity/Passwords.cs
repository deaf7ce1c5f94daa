using System.Globalization;
using TakedownCases.Domain;

namespace TakedownCases.Data.Identity;

/// <summary>
/// What a staff password must be: twelve characters or more, of any kind; not one that breaches have made known, bare or
/// dressed up; not the words everybody here would try first (ASVS 5.0, 6.2). No composition rules, no expiry.
/// </summary>
public static class Passwords
{
    public const int MinimumLength = 12;

    /// <summary>So that hashing a megabyte is nobody's weapon.</summary>
    public const int MaximumLength = 256;

    /// <summary>PBKDF2-HMAC-SHA-512 as Identity's hasher does it; its own default of 100,000 is too few (OWASP: 210,000).</summary>
    public const int HashIterations = 210_000;

    private const int FewestDifferentCharacters = 5;
    private const int ShortestContextWord = 4;
    private const int ShortestCore = CommonPasswords.ShortestLength;

    /// <summary>
    /// Done, or why not: <c>password.short</c>, <c>.long</c>, <c>.common</c>, <c>.simple</c> or <c>.context</c>.
    /// </summary>
    /// <param name="password">As typed; nothing is trimmed.</param>
    /// <param name="contextWords">The installation's name, the person's mail address, and such; addresses are cut at the @.</param>
    public static Outcome Check(string password, IEnumerable<string?> contextWords)
    {
        var length = password.EnumerateRunes().Count();
        if (length < MinimumLength)
        {
            return Outcome.Refused("password.short", $"A password has at least {MinimumLength} characters.");
        }

        if (length > MaximumLength)
        {
            return Outcome.Refused("password.long", $"A password has at most {MaximumLength} characters.");
        }

        var lower = password.ToLowerInvariant();
        if (IsCommon(lower))
        {
            return Outcome.Refused("password.common", "This password, or the word in it, is on lists that attackers try first.");
        }

        if (IsSimple(lower))
        {
            return Outcome.Refused("password.simple", "This password repeats or counts up; it is guessed at once.");
        }

        return LivesOnContext(lower, contextWords)
            ? Outcome.Refused("password.context", "This password is mostly the name of this installation or of your account.")
            : Outcome.Done;
    }

    private static bool IsCommon(string lower)
    {
        if (CommonPasswords.Contains(lower))
        {
            return true;
        }

        // Few known passwords have twelve characters; most become long by digits and signs put around one. The sign next to
        // the word may belong to it: "$unshine", "sunsh1n3".
        var first = lower.TakeWhile(symbol => !char.IsLetter(symbol)).Count();
        var last = lower.Length - lower.Reverse().TakeWhile(symbol => !char.IsLetter(symbol)).Count();
        return last - first >= ShortestCore - 2
            && (from start in new[] { first, Math.Max(0, first - 1) }
                from end in new[] { last, Math.Min(lower.Length, last + 1) }
                let core = lower[start..end]
                select CommonPasswords.Contains(core) || CommonPasswords.Contains(Undisguised(core))).Any(known => known);
    }

    private static string Undisguised(string text)
        => text.Replace('@', 'a').Replace('4', 'a').Replace('3', 'e').Replace('1', 'i').Replace('!', 'i')
            .Replace('0', 'o').Replace('$', 's').Replace('5', 's').Replace('7', 't');

    private static bool IsSimple(string lower)
        => lower.Distinct().Count() < FewestDifferentCharacters || IsOneUnitRepeated(lower) || IsCounting(lower);

    private static bool IsOneUnitRepeated(string text)
        => (text + text).IndexOf(text, 1, StringComparison.Ordinal) < text.Length;

    private static bool IsCounting(string text)
        => IsCounting(text, 1) || IsCounting(text, -1);

    private static bool IsCounting(string text, int step)
        => text.Zip(text.Skip(1)).All(pair => pair.Second - pair.First == step || pair is ('9', '0') or ('0', '9'));

    /// <summary>Names may be part of a good pass-phrase; what is left without them must still carry it.</summary>
    private static bool LivesOnContext(string lower, IEnumerable<string?> contextWords)
    {
        var rest = lower;
        foreach (var word in contextWords.SelectMany(Words).Distinct().OrderByDescending(word => word.Length))
        {
            rest = rest.Replace(word, "", StringComparison.Ordinal);
        }

        return rest.Length != lower.Length && rest.Count(char.IsLetterOrDigit) < MinimumLength - ShortestContextWord;
    }

    private static IEnumerable<string> Words(string? context)
    {
        var local = (context ?? "").Split('@')[0].ToLower(CultureInfo.InvariantCulture);
        var pieces = local.Split([' ', '.', '-', '_', '+', '\''], StringSplitOptions.RemoveEmptyEntries);
        return pieces.Append(local).Append(string.Concat(pieces)).Where(word => word.Length >= ShortestContextWord);
    }
}
