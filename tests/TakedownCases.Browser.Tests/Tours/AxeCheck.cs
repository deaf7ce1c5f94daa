using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace TakedownCases.Browser.Tests.Tours;

/// <summary>
/// Axe, WCAG 2.0 to 2.2 A and AA and its best practices, on a telephone and at a desk, in light and dark. The page stays
/// open between the looks: the style sheet decides by media query, as it does for a person who turns the telephone dark.
/// Dark changes colours only, so there only the rules about colour are asked again. Axe is put into a page once, not once
/// a look as its own package does.
/// </summary>
internal sealed class AxeCheck : PageCheck
{
    private const string Everything = """
        {
          resultTypes: ['violations'],
          runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
          rules: { 'target-size': { enabled: true } },
        }
        """;

    private const string Colours = "{ resultTypes: ['violations'], runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }";

    private const string Run = """
        async () => {
          scrollTo(0, 0); // what lies under the bar that stays would count as too small to press
          const found = await axe.run(document, OPTIONS);
          if (found.passes.length === 0) throw new Error('axe looked at nothing');
          return found.violations.map(rule =>
            `${rule.id}: ${rule.help} at ${rule.nodes.slice(0, 3).map(node => node.html.slice(0, 180)).join(' | ')}`);
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly (int Width, bool Dark)[] Looks = [(1280, false), (1280, true), (390, true), (390, false)];

    public override async Task LookAsync(Visitor visitor, string name)
    {
        var page = visitor.Page;
        await page.EvaluateAsync(Axe);
        foreach (var (width, dark) in Looks)
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            var violations = await page.EvaluateAsync<string[]>(Run.Replace("OPTIONS", dark ? Colours : Everything, StringComparison.Ordinal));
            Pages++;
            foreach (var violation in violations)
            {
                Say(visitor, name, $"{width} {(dark ? "dark" : "light")} {violation}");
            }

            await visitor.Visit.ScreenshotAsync(name, $"{visitor.Lang}-{width}-{(dark ? "dark" : "light")}");
        }
    }
}
