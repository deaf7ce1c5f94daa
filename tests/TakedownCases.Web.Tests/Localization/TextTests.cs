using System.Text.RegularExpressions;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Tests.Localization;

/// <summary>Holds every text file to the house's rules, whoever wrote it.</summary>
public sealed partial class TextTests
{
    private static readonly IReadOnlyList<PoEntry> English = Source.Entries("en");
    private static readonly IReadOnlyList<PoEntry> French = Source.Entries("fr");

    [Fact]
    public void Every_language_has_the_same_keys_in_the_same_files()
        => Assert.Equal(English.Select(Place).Order(), French.Select(Place).Order());

    [Fact]
    public void A_translation_was_made_from_the_english_text_of_today()
        => Empty(Pairs().Where(p => p.English.Source != p.French.Source || p.English.PluralSource != p.French.PluralSource)
            .Select(p => p.French.Key));

    [Fact]
    public void No_translation_is_missing_or_doubtful()
        => Empty(French.Where(e => e.IsFuzzy || e.Texts.Any(string.IsNullOrWhiteSpace)).Select(e => e.Key));

    [Fact]
    public void Every_plural_has_the_forms_of_its_language()
        => Empty(French.Where(e => e.IsPlural && e.Texts.Count != Languages.French.Plural.Forms).Select(e => e.Key));

    [Fact]
    public void Placeholders_are_the_same_in_every_language()
        => Empty(Pairs()
            .Where(p => !Placeholders(p.English.Shown(true)).SetEquals(Placeholders(p.French.Shown(false))))
            .Select(p => p.English.Key));

    [Fact]
    public void No_text_holds_markup()
        => Empty(All().Where(t => t.Text.Contains('<', StringComparison.Ordinal) || Entity().IsMatch(t.Text)).Select(t => t.Key));

    [Fact]
    public void Every_key_used_in_code_has_a_text()
    {
        var known = English.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);

        Empty(Source.Files(".cs", ".cshtml")
            .SelectMany(f => UsedKey().Matches(f.Text).Select(m => (f.File, Key: m.Groups["key"].Value)))
            .Where(u => !known.Contains(u.Key))
            .Select(u => $"{u.File}: {u.Key}"));
    }

    [Fact]
    public void Every_text_is_used()
    {
        var code = Source.Files(".cs", ".cshtml").Select(f => f.Text).ToArray();
        var literals = code.SelectMany(c => Literal().Matches(c)).Select(m => m.Groups["key"].Value).ToHashSet(StringComparer.Ordinal);
        var prefixes = Prefixes(code);

        Empty(English.Where(e => !literals.Contains(e.Key) && !prefixes.Any(p => e.Key.StartsWith(p, StringComparison.Ordinal)))
            .Select(e => e.Key));
    }

    [Fact]
    public void Every_declared_prefix_has_texts()
        => Empty(Prefixes(Source.Files(".cs", ".cshtml").Select(f => f.Text))
            .Where(p => !English.Any(e => e.Key.StartsWith(p, StringComparison.Ordinal))));

    [Fact]
    public void No_page_for_survivors_uses_words_that_push_people_away()
        => Empty(Survivors(English, true).Where(t => ForbiddenEnglish().IsMatch(t.Text))
            .Concat(Survivors(French, false).Where(t => ForbiddenFrench().IsMatch(t.Text)))
            .Select(t => $"{t.Key}: {t.Text}"));

    [Fact]
    public void French_says_tu_to_minors_and_vous_to_adults()
        => Empty(Survivors(French, false)
            .Where(t => (IsForMinors(t.Key) && Vous().IsMatch(t.Text))
                || (t.Key.Contains(".adult.", StringComparison.Ordinal) && Tu().IsMatch(t.Text)))
            .Select(t => $"{t.Key}: {t.Text}"));

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void Sentences_for_minors_are_short(string language)
    {
        var isEnglish = language == "en";
        var sentences = Survivors(isEnglish ? English : French, isEnglish)
            .Where(t => IsForMinors(t.Key))
            .SelectMany(t => Sentences(t.Text))
            .Select(s => (Sentence: s, Words: Word().Count(s)))
            .Where(s => s.Words > 0)
            .ToArray();

        Empty(sentences.Where(s => s.Words > 20).Select(s => $"{s.Words} words: {s.Sentence}"));
        Assert.True(sentences.Length == 0 || sentences.Average(s => s.Words) <= 12, "The mean is above 12 words.");
    }

    [Theory]
    [InlineData("en", "To submit, press here")]
    [InlineData("en", "If you are a victim")]
    [InlineData("fr", "Pour soumettre")]
    [InlineData("fr", "Les victimes")]
    public void The_scan_for_words_finds_them(string language, string text)
        => Assert.Matches(language == "en" ? ForbiddenEnglish() : ForbiddenFrench(), text);

    private static IEnumerable<(PoEntry English, PoEntry French)> Pairs()
        => English.Join(French, e => e.Key, f => f.Key, (e, f) => (e, f));

    private static IEnumerable<(string Key, string Text)> All()
        => Flat(English, true).Concat(Flat(French, false));

    private static IEnumerable<(string Key, string Text)> Survivors(IEnumerable<PoEntry> entries, bool isSource)
        => Flat(entries.Where(Source.IsForSurvivors), isSource);

    private static IEnumerable<(string Key, string Text)> Flat(IEnumerable<PoEntry> entries, bool isSource)
        => entries.SelectMany(e => e.Shown(isSource), (e, text) => (e.Key, text));

    private static HashSet<string> Prefixes(IEnumerable<string> code)
        => code.SelectMany(c => Prefix().Matches(c)).Select(m => m.Groups["key"].Value).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Placeholders(IEnumerable<string> texts)
        => texts.SelectMany(t => Placeholder().Matches(t)).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);

    private static string[] Sentences(string text) => SentenceEnd().Split(text);

    private static string Place(PoEntry entry) => entry.File[(entry.File.IndexOf('/', StringComparison.Ordinal) + 1)..] + " " + entry.Key;

    private static bool IsForMinors(string key) => key.Contains(".minor.", StringComparison.Ordinal);

    private static void Empty(IEnumerable<string> problems)
        => Assert.True(!problems.Any(), string.Join("\n", problems.Distinct(StringComparer.Ordinal)));

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"&(#\d+|[a-z]+);", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Entity();

    [GeneratedRegex(@"\bT(\[|\.Plural\(|\.In\([^)]*\)\[)\s*""(?<key>[^""]+)""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex UsedKey();

    [GeneratedRegex(@"""(?<key>[a-z][A-Za-z0-9_.-]+)""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"@keys\s+(?<key>[a-z][A-Za-z0-9_.-]*\.)\*", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\b(submit\w*|pursuant|hereby|NCII|IBSA|CSAM|victim\w*|child porn\w*)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex ForbiddenEnglish();

    [GeneratedRegex(@"\b(soumet\w*|soumis\w*|soumission\w*|conformément|NCII|CSAM|victime\w*|pédoporno\w*|pornographie (infantile|enfantine))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex ForbiddenFrench();

    [GeneratedRegex(@"\b(vous|votre|vos)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Vous();

    [GeneratedRegex(@"\b(tu|toi|ton|tes)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Tu();

    [GeneratedRegex(@"(?<=[.!?…])\s+|\n+", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'’-]*", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Word();
}
