using System.Reflection;

namespace TakedownCases.Web.Localization;

/// <summary>All texts of all languages, read once from the assembly's <c>Localization/{language}/{slice}.po</c>.</summary>
public sealed class TextCatalogue
{
    private readonly Dictionary<string, Dictionary<string, IReadOnlyList<string>>> _texts = new(StringComparer.Ordinal);

    private TextCatalogue()
    {
    }

    public static TextCatalogue Load(Languages languages) => Load(typeof(TextCatalogue).Assembly, languages);

    public static TextCatalogue Load(Assembly assembly, Languages languages)
    {
        var catalogue = new TextCatalogue();
        foreach (var language in languages.All)
        {
            var from = language.IsPseudo ? Languages.English : language;
            catalogue._texts[language.Code] = Collect(Entries(assembly, from.Code), from, language.IsPseudo);
        }

        return catalogue;
    }

    /// <summary>The entries of one language's files as they were read.</summary>
    public static IEnumerable<PoEntry> Entries(Assembly assembly, string code)
    {
        var prefix = $"TakedownCases.Web.Localization.{code}.";
        return assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal) && n.EndsWith(".po", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(n => Read(assembly, n, $"{code}/{n[prefix.Length..]}"));
    }

    public bool Has(Language language, string key) => _texts[language.Code].ContainsKey(key);

    /// <summary>The forms of a text, or null where the language has none.</summary>
    public IReadOnlyList<string>? Find(Language language, string key) => _texts[language.Code].GetValueOrDefault(key);

    private static IReadOnlyList<PoEntry> Read(Assembly assembly, string resource, string file)
    {
        using var stream = assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The text file {file} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return PoReader.Read(file, reader.ReadToEnd());
    }

    private static Dictionary<string, IReadOnlyList<string>> Collect(IEnumerable<PoEntry> entries, Language from, bool pseudo)
    {
        var texts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var shown = entry.Shown(from.Code == Languages.English.Code);
            if (shown.Any(s => s.Length == 0))
            {
                continue;
            }

            if (entry.IsPlural && shown.Count != from.Plural.Forms)
            {
                throw new PoFormatException(
                    entry.File, entry.Line, $"{entry.Key} has {shown.Count} plural forms, the language {from.Plural.Forms}");
            }

            if (!texts.TryAdd(entry.Key, pseudo ? [.. shown.Select(PseudoText.From)] : shown))
            {
                throw new PoFormatException(entry.File, entry.Line, $"the key {entry.Key} stands in another file too");
            }
        }

        return texts;
    }
}
