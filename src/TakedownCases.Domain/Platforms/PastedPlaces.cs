using System.Text.RegularExpressions;

namespace TakedownCases.Domain.Platforms;

/// <summary>
/// Many places pasted at once, taken apart: by line, and within a line where addresses, handles or hashtags follow each
/// other. Words between them that say something are kept as entries of their own, so that nothing pasted is lost. Order
/// is kept, duplicates stay, and how many are too many is the caller's to say.
/// </summary>
public static partial class PastedPlaces
{
    private static readonly HashSet<string> Glue = new(StringComparer.OrdinalIgnoreCase)
    {
        "and", "or", "also", "then", "here", "is", "are", "link", "links", "see", "on", "at", "the",
        "et", "ou", "aussi", "puis", "voici", "lien", "liens", "le", "les", "la", "sur", "voir", "ici", "y",
    };

    public static IReadOnlyList<string> Split(string pasted)
    {
        ArgumentNullException.ThrowIfNull(pasted);
        var places = new List<string>();
        foreach (var line in pasted.Split(['\n', '\r', '\u2028', '\u2029', '\u0085', '\f', '\v', '\0'], StringSplitOptions.RemoveEmptyEntries))
        {
            SplitLine(WithoutBullet(line), places);
        }

        return places;
    }

    private static void SplitLine(string line, List<string> places)
    {
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(SplitWord).ToArray();
        if (!Array.Exists(words, IsPlace))
        {
            AddUnlessEmpty(places, line.Trim());
            return;
        }

        var between = new List<string>();
        foreach (var word in words)
        {
            if (IsPlace(word))
            {
                AddBetween(places, between);
                places.Add(word);
            }
            else
            {
                between.Add(word);
            }
        }

        AddBetween(places, between);
    }

    private static IEnumerable<string> SplitWord(string word)
        => SplitPoint().Split(word).Select(part => part.Trim(',', ';', '|')).Where(part => part.Length > 0);

    private static bool IsPlace(string word)
    {
        var bare = AddressText.Refang(AddressText.Undecorate(word));
        return bare.Length > 1 && (AddressText.HasWebScheme(bare) || bare[0] is '@' or '#'
            || (AddressText.Scheme(bare) is null && AddressText.LooksBare(bare)));
    }

    private static void AddBetween(List<string> places, List<string> words)
    {
        if (words.Exists(word => word.Trim(':', ',', ';', '.', '-', '–', '—', '>', '=', '&', '+', '|', '•', '*', '(', ')') is { Length: > 0 } bare
            && !Glue.Contains(bare)))
        {
            places.Add(string.Join(' ', words));
        }

        words.Clear();
    }

    private static void AddUnlessEmpty(List<string> places, string text)
    {
        if (text.Length > 0)
        {
            places.Add(text);
        }
    }

    private static string WithoutBullet(string line) => Bullet().Replace(line, "");

    [GeneratedRegex(@"^\s*(?:[-*•·‣◦▪–—>]+|\(?\d{1,3}[.)])\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Bullet();

    // A comma belongs to an address unless another address follows; two pasted without a gap part at the second scheme.
    [GeneratedRegex(@"(?:[,;|](?=(?:https?:|hxxps?:|www\.|[@#]))|(?<=[\p{L}\p{N}])(?=(?:https?|hxxps?)://))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 2000)]
    private static partial Regex SplitPoint();
}
