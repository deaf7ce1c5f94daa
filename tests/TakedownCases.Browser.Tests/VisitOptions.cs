namespace TakedownCases.Browser.Tests;

/// <summary>How one visitor's browser is set up.</summary>
public sealed record VisitOptions
{
    public int Width { get; init; } = 1280;

    public int Height { get; init; } = 900;

    public bool Dark { get; init; }

    public string Locale { get; init; } = "en-GB";

    public bool Script { get; init; } = true;

    /// <summary>Only for axe, which is a script of ours in the page; leave it off everywhere else.</summary>
    public bool BypassCsp { get; init; }

    /// <summary>Parts of console lines that this visit expects, such as the 404 of a page that must not exist.</summary>
    public IReadOnlyList<string> ExpectedConsole { get; init; } = [];

    public string Name => $"{Locale}-{Width}-{(Dark ? "dark" : "light")}{(Script ? "" : "-noscript")}";

    /// <summary>Light and dark, a telephone and a desk.</summary>
    public static IEnumerable<VisitOptions> Looks(VisitOptions options)
        => from width in new[] { 390, 1280 }
           from dark in new[] { false, true }
           select options with { Width = width, Dark = dark };
}
