using System.Globalization;
using System.Text.RegularExpressions;

namespace TakedownCases.Web.Tests.Look;

public sealed partial class TokenContrastTests
{
    private const double ForText = 4.5;
    private const double ForShapes = 3.0;

    private static readonly Dictionary<string, (string Light, string Dark)> Tokens = ColourTokens()
        .Matches(Assets.Read("css/site.css"))
        .ToDictionary(m => m.Groups["name"].Value, m => (m.Groups["light"].Value, m.Groups["dark"].Value), StringComparer.Ordinal);

    public static TheoryData<string, string> TextPairs => new()
    {
        { "ink", "bg" }, { "ink", "surface" }, { "ink", "sunken" }, { "ink", "accent-soft" },
        { "ink", "ok-soft" }, { "ink", "warn-soft" }, { "ink", "late-soft" },
        { "muted", "bg" }, { "muted", "surface" }, { "muted", "sunken" }, { "muted", "accent-soft" },
        { "accent", "bg" }, { "accent", "surface" }, { "accent", "sunken" }, { "accent", "accent-soft" },
        { "accent", "warn-soft" }, { "accent", "late-soft" }, { "accent", "ok-soft" },
        { "accent-ink", "accent" }, { "bg", "ink" },
        { "ok", "ok-soft" }, { "warn", "warn-soft" }, { "late", "late-soft" },
        { "late", "bg" }, { "late", "surface" }, { "late", "accent-soft" },
    };

    public static TheoryData<string, string> ShapePairs => new()
    {
        { "line-strong", "bg" }, { "line-strong", "surface" }, { "accent", "line" },
        { "focus", "bg" }, { "focus", "surface" }, { "focus", "sunken" },
    };

    [Theory]
    [MemberData(nameof(TextPairs))]
    public void Text_can_be_read_in_light_and_dark(string ink, string paper) => RequireContrast(ink, paper, ForText);

    [Theory]
    [MemberData(nameof(ShapePairs))]
    public void Edges_and_focus_can_be_seen_in_light_and_dark(string ink, string paper) => RequireContrast(ink, paper, ForShapes);

    private static void RequireContrast(string ink, string paper, double least)
    {
        var light = Contrast(Tokens[ink].Light, Tokens[paper].Light);
        var dark = Contrast(Tokens[ink].Dark, Tokens[paper].Dark);

        Assert.True(light >= least, $"{ink} on {paper}, light: {light:0.00}");
        Assert.True(dark >= least, $"{ink} on {paper}, dark: {dark:0.00}");
    }

    // WCAG 2.2, relative luminance and contrast ratio.
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) =>
        (0.2126 * Channel(colour[..2])) + (0.7152 * Channel(colour[2..4])) + (0.0722 * Channel(colour[4..]));

    private static double Channel(string hex)
    {
        var value = int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex(@"--(?<name>[a-z-]+): light-dark\(#(?<light>[0-9a-f]{6}), #(?<dark>[0-9a-f]{6})\);", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ColourTokens();
}
