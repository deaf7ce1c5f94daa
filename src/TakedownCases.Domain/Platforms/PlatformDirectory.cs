using System.Globalization;
using System.Text;

namespace TakedownCases.Domain.Platforms;

/// <summary>
/// The platforms this installation knows. Recognises by host name alone, subdomains included, so that
/// "facebook.com.example.org" is not Facebook; nothing is resolved. Throws when two platforms claim one id, host or alias.
/// </summary>
public sealed class PlatformDirectory
{
    private readonly Dictionary<PlatformId, Platform> _byId = [];
    private readonly Dictionary<string, Platform> _byHost = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Platform> _byName = new(StringComparer.Ordinal);

    public PlatformDirectory(IEnumerable<Platform> platforms)
    {
        ArgumentNullException.ThrowIfNull(platforms);
        All = [.. platforms];
        foreach (var platform in All)
        {
            if (!_byId.TryAdd(platform.Id, platform))
            {
                throw new ArgumentException($"Two platforms are called '{platform.Id}'.", nameof(platforms));
            }

            foreach (var host in platform.Hosts)
            {
                Claim(_byHost, KnownSites.Fold(host), platform, host);
            }

            foreach (var name in platform.Aliases.Prepend(platform.Name))
            {
                Claim(_byName, Key(name), platform, name);
            }
        }
    }

    public IReadOnlyList<Platform> All { get; }

    public Platform? Find(PlatformId id) => _byId.GetValueOrDefault(id);

    /// <summary>Whose place it is, by the longest host that it lies under; null when no platform here claims it.</summary>
    public Platform? Recognise(CanonicalAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        for (var host = KnownSites.Fold(address.Host); ;)
        {
            if (_byHost.TryGetValue(host, out var platform))
            {
                return platform;
            }

            var dot = host.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0)
            {
                return null;
            }

            host = host[(dot + 1)..];
        }
    }

    /// <summary>The platform that people mean by "insta" or "on Facebook"; null when none or more than one is named.</summary>
    public Platform? RecogniseName(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        if (_byName.TryGetValue(Key(written), out var whole))
        {
            return whole;
        }

        var words = written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        Platform? found = null;
        for (var i = 0; i < words.Length; i++)
        {
            var platform = Word(words[i]) ?? (i + 1 < words.Length ? Named(words[i] + words[i + 1]) : null);
            if (platform is null || platform == found)
            {
                continue;
            }

            if (found is not null)
            {
                return null;
            }

            found = platform;
        }

        return found;
    }

    // A dot inside a word makes it an address, judged by its host: "facebook.com.example.org" names nobody.
    private Platform? Word(string word)
    {
        var bare = word.Trim('.', ',', ';', ':', '!', '?', '(', ')', '"', '\'', '«', '»');
        return bare.Contains('.', StringComparison.Ordinal) || bare.Contains('/', StringComparison.Ordinal)
            ? CanonicalAddress.TryRead(bare) is { } address ? Recognise(address) : null
            : Named(bare);
    }

    // One letter names a platform only when it is all that was written.
    private Platform? Named(string text) => Key(text) is { Length: > 1 } key ? _byName.GetValueOrDefault(key) : null;

    private static void Claim(Dictionary<string, Platform> claims, string key, Platform platform, string what)
    {
        if (key.Length == 0 || (!claims.TryAdd(key, platform) && claims[key] != platform))
        {
            throw new ArgumentException($"'{what}' of '{platform.Id}' is empty or belongs to another platform.", nameof(what));
        }
    }

    private static string Key(string text)
    {
        var key = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                key.Append(rune);
            }
        }

        var letters = key.ToString().ToLowerInvariant().Normalize(NormalizationForm.FormD);
        return string.Concat(letters.Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));
    }
}
