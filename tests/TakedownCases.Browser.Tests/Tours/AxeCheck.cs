using Microsoft.Playwright;

namespace TakedownCases.Browser.Tests.Tours;

/// <summary>
/// Axe, WCAG 2.0 to 2.2 A and AA and its best practices, on a telephone and at a desk, in light and dark. The page stays
/// open between the looks: the style sheet decides by media query, as it does for a person who turns the telephone dark.
/// Dark changes colours only, so there only the rules about colour are asked again, in one language: colours know none.
/// </summary>
internal sealed class AxeCheck(bool inDark = true) : PageCheck
{
    private const string Everything = """
        {
          preload: false, // it would ask for the style sheets again, which the policy forbids scripts
          resultTypes: ['violations'],
          runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
          rules: { 'target-size': { enabled: true } },
        }
        """;

    private const string Colours = "{ preload: false, resultTypes: ['violations'], runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }";

    private static readonly (int Width, bool Dark)[] Looks = [(1280, false), (1280, true), (390, true), (390, false)];

    public override async Task LookAsync(Visitor visitor, string name)
    {
        var page = visitor.Page;
        foreach (var (width, dark) in Looks.Where(look => inDark || !look.Dark))
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            var violations = await Axe.FindAsync(page, dark ? Colours : Everything);
            Pages++;
            foreach (var violation in violations)
            {
                Say(visitor, name, $"{width} {(dark ? "dark" : "light")} {violation}");
            }

            await visitor.Visit.ScreenshotAsync(name, $"{visitor.Lang}-{width}-{(dark ? "dark" : "light")}");
        }
    }
}
