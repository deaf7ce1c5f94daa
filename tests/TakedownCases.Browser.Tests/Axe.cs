using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace TakedownCases.Browser.Tests;

/// <summary>
/// Axe, put into a page once. Its package for Playwright puts it in at each look and opens a page more for the result, which
/// takes three times as long. Under the content security policy as it ships it needs "preload: false": it would ask for the
/// style sheets again. Without that, a visit with <see cref="VisitOptions.BypassCsp"/>.
/// </summary>
internal static class Axe
{
    private const string Run = """
        async () => {
          scrollTo(0, 0); // what lies under the bar that stays would count as too small to press
          const found = await axe.run(document, OPTIONS);
          if (found.passes.length === 0) throw new Error('axe looked at nothing');
          return found.violations.map(rule =>
            `${rule.id} (${rule.impact}): ${rule.help} at ${rule.nodes.slice(0, 3).map(node => node.html.slice(0, 180)).join(' | ')}`);
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What it finds in the open page; <paramref name="options"/> as axe.run takes them.</summary>
    public static async Task<string[]> FindAsync(IPage page, string options = "{ resultTypes: ['violations'] }")
    {
        if (await page.EvaluateAsync<bool>("typeof axe === 'undefined'"))
        {
            await page.EvaluateAsync(Script);
        }

        return await page.EvaluateAsync<string[]>(Run.Replace("OPTIONS", options, StringComparison.Ordinal));
    }
}
