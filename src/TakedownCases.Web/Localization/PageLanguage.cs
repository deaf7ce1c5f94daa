namespace TakedownCases.Web.Localization;

/// <summary>
/// The language of the page being made: the path's first segment, else what a slice has chosen (a member of staff's
/// profile), else the browser's wish.
/// </summary>
public static class PageLanguage
{
    private static readonly object Key = new();

    public static Language Of(HttpContext context)
    {
        if (context.Items.TryGetValue(Key, out var chosen) && chosen is Language language)
        {
            return language;
        }

        var languages = context.RequestServices.GetRequiredService<Languages>();
        return languages.Find(FirstSegment(context.Request.Path))
            ?? languages.Best(context.Request.Headers.AcceptLanguage);
    }

    /// <summary>Chosen by the staff profile, for pages whose path carries no language.</summary>
    public static void Choose(HttpContext context, Language language) => context.Items[Key] = language;

    /// <summary>The same page in every language; staff pages and addresses without a language lead to the landing page.</summary>
    public static IReadOnlyList<LanguageLink> Links(HttpContext context)
    {
        var languages = context.RequestServices.GetRequiredService<Languages>();
        var current = Of(context);
        var path = context.Request.Path.Value ?? "";
        var first = FirstSegment(context.Request.Path);
        var rest = languages.Find(first) is null ? "" : path[(first.Length + 1)..];
        return [.. languages.All.Select(l => new LanguageLink(l, $"/{l.Code}{rest}", l.Code == current.Code))];
    }

    private static string FirstSegment(PathString path)
    {
        var value = path.Value ?? "";
        var end = value.Length < 2 ? -1 : value.IndexOf('/', 1);
        return value.Length < 2 ? "" : end < 0 ? value[1..] : value[1..end];
    }
}

/// <summary>Where the page stands in another language.</summary>
public sealed record LanguageLink(Language Language, string Path, bool IsCurrent);
