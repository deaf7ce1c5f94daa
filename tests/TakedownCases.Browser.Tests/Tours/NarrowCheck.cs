namespace TakedownCases.Browser.Tests.Tours;

/// <summary>
/// At 320 px, with the content security policy as it ships: no sideways scroll, and on the survivor's pages everything
/// that is pressed, outside of sentences, measures 44 px at least (a choice, or a way on the first page, by its card).
/// </summary>
internal sealed class NarrowCheck : PageCheck
{
    private const string Sideways = """
        () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
          .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && e.getBoundingClientRect().width > 1 && !e.closest('.scroll'))
          .slice(-3).map(e => e.outerHTML.slice(0, 120))
        """;

    private const string Small = """
        () => [...document.querySelectorAll('a[href], button, summary, select, input:not([type=hidden]), textarea')]
          .map(e => [e, e.matches('[type=radio], [type=checkbox]') ? e.closest('.choice') ?? e : e.closest('.way') ?? e])
          .filter(([e, box]) => {
            const style = getComputedStyle(e), r = box.getBoundingClientRect();
            if (style.visibility === 'hidden' || r.width < 2 || r.bottom < 0 || e.closest('[hidden], .visually-hidden, .skip')) return false;
            if (e.matches('a, button') && [...e.parentElement.childNodes].some(n => n !== e && n.nodeType === 3 && n.data.trim())) return false;
            return r.height < 43.5 || r.width < 43.5;
          })
          .map(([e, box]) => { const r = box.getBoundingClientRect(); return Math.round(r.width) + 'x' + Math.round(r.height) + ' ' + e.outerHTML.slice(0, 110); })
        """;

    public override async Task LookAsync(Visitor visitor, string name)
    {
        await visitor.Page.SetViewportSizeAsync(320, 700);
        Pages++;
        foreach (var wide in await visitor.Page.EvaluateAsync<string[]>(Sideways))
        {
            Say(visitor, name, $"wider than 320 px: {wide}");
        }

        if (!visitor.Path.StartsWith("/staff", StringComparison.Ordinal))
        {
            foreach (var small in await visitor.Page.EvaluateAsync<string[]>(Small))
            {
                Say(visitor, name, $"under 44 px: {small}");
            }
        }
    }
}
