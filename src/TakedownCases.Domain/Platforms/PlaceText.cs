namespace TakedownCases.Domain.Platforms;

/// <summary>
/// Understands what people type when asked where something is: addresses with or without a scheme, defanged or wrapped
/// in quotes, @handles, #hashtags, names, "I have no link". Never refuses and never throws on what was typed: what makes
/// no sense is kept as typed with a hint.
/// </summary>
public static class PlaceText
{
    /// <summary>The most UTF-16 code units of one place that are kept.</summary>
    public const int MaxLength = 8_000;

    private const int MostEncodings = 8;

    private static readonly HashSet<string> NoLinkWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "no link", "none", "no", "i have no link", "i don't have a link", "i do not have a link", "n/a", "?", "-", "don't know",
        "i don't know", "aucun", "aucun lien", "pas de lien", "je n'ai pas de lien", "je n’ai pas de lien", "non", "rien",
        "je ne sais pas", "sais pas",
    };

    public static PlaceReading Read(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var kept = WithoutEncodedImage(PlainText.Clean(typed, MaxLength, multiline: false));
        if (kept.ImageData)
        {
            return WithoutImage(kept);
        }

        if (kept.TooLong)
        {
            return new(kept.Text, kept.Text, PlaceKind.Url, null, Hint.Of("too-long"));
        }

        if (kept.Text.Length == 0 || NoLinkWords.Contains(kept.Text.TrimEnd('.', '!', ' ')))
        {
            return new(kept.Text, kept.Text, PlaceKind.NoLink, null, null);
        }

        var cleaned = Clean(kept.Text);
        if (cleaned.Length == 0)
        {
            return new(kept.Text, kept.Text, PlaceKind.NoLink, null, Hint.Of("no-host"));
        }

        // Reading an address undoes what may have hidden a picture in it: joiners, turned slashes, one address in another.
        var reading = Understand(kept.Text, cleaned);
        return reading.Address is { } address
            && WithoutEncodedImage(PlainText.Clean(address.Text, MaxLength, multiline: false)) is { ImageData: true } bare
            ? WithoutImage(bare)
            : reading;
    }

    private static PlaceReading WithoutImage(CleanedText kept)
        => new(kept.Text, kept.Text, kept.Text.Length == 0 ? PlaceKind.NoLink : PlaceKind.Url, null, Hint.Of("image-data"));

    // Percent-encoding hides a picture inside an address, more than once where one address carries another.
    private static CleanedText WithoutEncodedImage(CleanedText kept)
    {
        var plain = kept.Text;
        for (var level = 0; level < MostEncodings && plain.Contains('%', StringComparison.Ordinal); level++)
        {
            var decoded = PlainText.Clean(Uri.UnescapeDataString(plain), MaxLength, multiline: false);
            kept = decoded.ImageData ? decoded with { TooLong = kept.TooLong } : kept;
            plain = decoded.Text;
        }

        return kept;
    }

    private static string Clean(string text)
    {
        text = string.Concat(text.Where(character => !IsInvisible(character))).Replace('\uff20', '@').Replace('\uff03', '#');
        var cleaned = AddressText.Refang(AddressText.Undecorate(text));
        return cleaned.StartsWith("view-source:", StringComparison.OrdinalIgnoreCase) ? cleaned[12..].Trim() : cleaned;
    }

    // Kept in prose, where Persian and emoji need them; inside an address they only make two of one.
    private static bool IsInvisible(char character) => character is (>= '\u200b' and <= '\u200f') or '\u2060' or '\u00ad';

    private static PlaceReading Understand(string typed, string cleaned)
    {
        if (cleaned.Any(char.IsWhiteSpace))
        {
            return UnderstandWords(typed, cleaned);
        }

        if (cleaned[0] == '#' && cleaned.Length > 1)
        {
            return new(typed, cleaned, PlaceKind.Hashtag, null, null);
        }

        if (cleaned[0] == '@' && cleaned.Length > 1)
        {
            return Handle(typed, cleaned);
        }

        var scheme = AddressText.Scheme(cleaned);
        if (AddressText.HasWebScheme(cleaned) || cleaned.StartsWith("//", StringComparison.Ordinal) || (scheme is null && AddressText.LooksBare(cleaned)))
        {
            return Address(typed, cleaned);
        }

        return Odd(typed, cleaned, scheme);
    }

    private static PlaceReading Address(string typed, string cleaned)
    {
        var read = AddressReader.Read(cleaned);
        var kind = read.Parts is null ? PlaceKind.Url : PlaceKinds.Suggest(read.Parts);
        return new(typed, cleaned, kind, read.Address, read.Code is null ? null : Hint.Of(read.Code));
    }

    private static PlaceReading UnderstandWords(string typed, string cleaned)
    {
        var addresses = cleaned.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(Clean)
            .Where(word => AddressText.HasWebScheme(word) || (AddressText.Scheme(word) is null && AddressText.LooksBare(word)))
            .ToArray();
        if (addresses.Length == 0)
        {
            return LooksLikePhone(cleaned)
                ? new(typed, cleaned, PlaceKind.Profile, null, Hint.Of("looks-like-phone"))
                : new(typed, cleaned, PlaceKind.SearchResult, null, Hint.Of("looks-like-search-terms"));
        }

        var first = Address(typed, addresses[0]);
        return addresses.Length == 1 ? first : first with { Cleaned = cleaned, Hint = Hint.Of("several-addresses") };
    }

    private static PlaceReading Handle(string typed, string cleaned)
    {
        // "@name@server" is an account on a server of its own.
        var at = cleaned.IndexOf('@', 1);
        var server = at > 1 ? cleaned[(at + 1)..] : "";
        return AddressText.LooksBare(server) && AddressReader.Read("https://" + server + "/" + cleaned[..at]).Address is { } address
            ? new(typed, cleaned, PlaceKind.Profile, address, null)
            : new(typed, cleaned, PlaceKind.Profile, null, null);
    }

    private static PlaceReading Odd(string typed, string cleaned, string? scheme)
    {
        var (kind, code) = scheme switch
        {
            "javascript" or "data" or "vbscript" => (PlaceKind.Url, "scheme-unsafe"),
            "file" or "content" or "blob" or "about" or "chrome" => (PlaceKind.Url, "local-address"),
            "mailto" => (PlaceKind.Message, "looks-like-email"),
            "tel" or "sms" => (PlaceKind.Message, "looks-like-phone"),
            "magnet" or "ftp" or "sftp" or "ed2k" => (PlaceKind.FileShare, "scheme-other"),
            not null when cleaned.Contains("://", StringComparison.Ordinal) => (PlaceKind.App, "scheme-other"),
            _ => OddWord(cleaned),
        };
        return new(typed, cleaned, kind, null, Hint.Of(code));
    }

    private static (PlaceKind Kind, string Code) OddWord(string cleaned)
    {
        if (cleaned is [_, ':', '\\' or '/', ..] || cleaned[0] is '/' or '\\')
        {
            return (PlaceKind.Url, "local-address");
        }

        var at = cleaned.LastIndexOf('@');
        if (at > 0 && AddressText.LooksBare(cleaned[(at + 1)..]))
        {
            return (PlaceKind.Message, "looks-like-email");
        }

        if (cleaned.StartsWith("localhost", StringComparison.OrdinalIgnoreCase) || cleaned[0] == '[')
        {
            return (PlaceKind.Url, "local-address");
        }

        return LooksLikePhone(cleaned) ? (PlaceKind.Profile, "looks-like-phone") : (PlaceKind.Profile, "looks-like-name");
    }

    private static bool LooksLikePhone(string text)
        => text.Count(char.IsAsciiDigit) is >= 7 and <= 15
            && text.All(character => char.IsAsciiDigit(character) || character is '+' or '-' or '.' or '(' or ')' or '/' or ' ');
}
