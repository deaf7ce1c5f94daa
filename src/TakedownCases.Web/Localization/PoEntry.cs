namespace TakedownCases.Web.Localization;

/// <summary>One text: its stable key, its English source and, in other languages, the translation.</summary>
public sealed record PoEntry(
    string Key,
    string Source,
    string? PluralSource,
    IReadOnlyList<string> Texts,
    bool IsFuzzy,
    string File,
    int Line)
{
    public bool IsPlural => PluralSource is not null;

    /// <summary>What the page shows, by plural form: the translation or, where the file is the English one, the source.</summary>
    public IReadOnlyList<string> Shown(bool isSourceLanguage)
        => !isSourceLanguage ? Texts : PluralSource is null ? [Source] : [Source, PluralSource];
}
