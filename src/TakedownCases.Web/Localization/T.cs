using System.Globalization;
using System.Text;

namespace TakedownCases.Web.Localization;

/// <summary>
/// The texts of the page's language. Values are plain strings: Razor encodes them. In Development and tests a missing
/// key or argument throws; in Production the English text stands in and the key is logged.
/// </summary>
public sealed partial class T(TextCatalogue catalogue, Func<Language> language, bool strict, ILogger<T> logger)
{
    public Language Language => language();

    public string this[string key] => Fill(key, Form(key, null), []);

    public string this[string key, params (string Name, object? Value)[] arguments] => Fill(key, Form(key, null), arguments);

    public string Plural(string key, long count, params (string Name, object? Value)[] arguments)
        => Fill(key, Form(key, count), arguments);

    /// <summary>The same texts in another language, for a mail or a preview.</summary>
    public T In(Language other) => new(catalogue, () => other, strict, logger);

    public string Number(long number) => number.ToString("N0", Language.Culture);

    public string Date(DateOnly date)
    {
        var text = date.ToString(Language.DatePattern, Language.Culture);
        return Language.Code == "fr" && date.Day == 1 ? "1er" + text[1..] : text;
    }

    public string Date(DateTimeOffset instant, TimeZoneInfo zone)
        => Date(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime));

    public string Time(DateTimeOffset instant, TimeZoneInfo zone)
        => TimeZoneInfo.ConvertTime(instant, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Date and time in the reader's zone: "22 November 2026, 06:03".</summary>
    public string When(DateTimeOffset instant, TimeZoneInfo zone)
        => Date(instant, zone) + Language.TimeJoin + Time(instant, zone);

    /// <summary>For staff pages, which show what courts will read: "22 November 2026, 06:03 UTC".</summary>
    public string WhenUtc(DateTimeOffset instant) => When(instant, TimeZoneInfo.Utc) + " UTC";

    /// <summary>
    /// For what is to settle a doubt: the reader's own time with its offset, and the same instant in UTC, with the day where
    /// that is another one: "22 November 2026, 07:03 UTC+01:00 (06:03 UTC)".
    /// </summary>
    public string WhenBoth(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        if (local.Offset == TimeSpan.Zero)
        {
            return WhenUtc(instant);
        }

        var utc = local.UtcDateTime.Date == local.Date ? Time(instant, TimeZoneInfo.Utc) + " UTC" : WhenUtc(instant);
        return $"{When(instant, zone)} {local.ToString("'UTC'zzz", CultureInfo.InvariantCulture)} ({utc})";
    }

    private string Form(string key, long? count)
    {
        var used = Language;
        var forms = catalogue.Find(used, key);
        if (forms is null)
        {
            if (strict)
            {
                throw new KeyNotFoundException($"No text {key} in {used.Code}.");
            }

            Log.Missing(logger, key, used.Code);
            used = Languages.English;
            forms = catalogue.Find(used, key) ?? [key];
        }

        if (strict && forms.Count > 1 != count is not null)
        {
            throw new InvalidOperationException($"The text {key} {(count is null ? "has plural forms" : "has no plural forms")}.");
        }

        return forms[count is { } n && forms.Count > 1 ? used.Plural.Index(Math.Abs(n)) : 0];
    }

    private string Fill(string key, string text, (string Name, object? Value)[] arguments)
    {
        if (strict)
        {
            RequireUsed(key, arguments);
        }

        var open = text.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 16);
        var from = 0;
        while (open >= 0 && text.IndexOf('}', open) is var close && close > open)
        {
            var name = text[(open + 1)..close];
            result.Append(text, from, open - from).Append(Value(key, name, arguments));
            from = close + 1;
            open = text.IndexOf('{', from);
        }

        return result.Append(text, from, text.Length - from).ToString();
    }

    private void RequireUsed(string key, (string Name, object? Value)[] arguments)
    {
        foreach (var (name, _) in arguments)
        {
            // A singular form may say "one" where the plural says {count}; what no form uses is a slip of the caller.
            if (catalogue.Find(Language, key)?.Any(f => f.Contains($"{{{name}}}", StringComparison.Ordinal)) != true)
            {
                throw new InvalidOperationException($"The text {key} does not use {{{name}}}.");
            }
        }
    }

    private string Value(string key, string name, (string Name, object? Value)[] arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Name == name)
            {
                return Convert.ToString(argument.Value, Language.Culture) ?? "";
            }
        }

        return strict ? throw new InvalidOperationException($"The text {key} needs {{{name}}}.") : $"{{{name}}}";
    }

    private static partial class Log
    {
        [LoggerMessage(1001, LogLevel.Error, "No text {Key} in {Language}; English stands in")]
        public static partial void Missing(ILogger logger, string key, string language);
    }
}
