using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Browser.Tests.Journeys;

/// <summary>The first screens and the queue without a pointer.</summary>
public sealed class KeyboardTests(BrowserFixture browser)
{
    private const string FocusSeen = """
        () => {
          const seen = e => { const s = getComputedStyle(e); return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none'; };
          const e = document.activeElement, r = e.getBoundingClientRect();
          return r.width > 0 && r.bottom > 0 && r.top < innerHeight && (seen(e) || (e.closest('.choice') && seen(e.closest('.choice'))));
        }
        """;

    [Fact]
    public async Task The_first_three_screens_are_answered_with_the_keyboard_alone()
    {
        await using var app = await BrowserApp.StartAsync();
        await browser.VisitAsync(app, new VisitOptions(), async visit =>
        {
            var person = new Visitor(visit, "en");
            await person.OpenAsync("/en/f/1");
            await visit.Page.Keyboard.PressAsync("Tab");
            Assert.Equal("skip", await visit.Page.EvaluateAsync<string>("document.activeElement.className"));
            await visit.Page.Keyboard.PressAsync("Enter");
            await TabToAsync(person, "[name=Age]");
            await visit.Page.Keyboard.PressAsync("ArrowDown");
            Assert.True(await visit.Page.IsCheckedAsync("[name=Age][value=adult]"));
            await TabToAsync(person, "[name=Edited]");
            await visit.Page.Keyboard.PressAsync("Space");
            await TabToAsync(person, "#ask .actions button");
            await person.FollowAsync(() => visit.Page.Keyboard.PressAsync("Enter"));
            Assert.Equal("/en/f/2", person.Path);

            foreach (var name in new[] { "Danger", "Threatened", "Suicide" })
            {
                await TabToAsync(person, $"[name={name}]");
                await visit.Page.Keyboard.PressAsync("ArrowDown");
                await visit.Page.Keyboard.PressAsync("ArrowUp");
                await visit.Page.Keyboard.PressAsync("ArrowDown");
            }

            await TabToAsync(person, "#ask .actions button");
            await person.FollowAsync(() => visit.Page.Keyboard.PressAsync("Enter"));
            Assert.Equal("/en/f/3", person.Path);

            await TabToAsync(person, "[name=Where]");
            await visit.Page.Keyboard.TypeAsync("https://example.org/by-keyboard");
            await TabToAsync(person, "#ask .actions button");
            await person.FollowAsync(() => visit.Page.Keyboard.PressAsync("Enter"));
            Assert.Contains("by-keyboard", await person.TextAsync(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_queue_is_walked_and_a_case_opened_with_the_keyboard_alone()
    {
        await using var app = await BrowserApp.StartAsync();
        for (var i = 0; i < 3; i++)
        {
            await BrowserApp.FileAsync(app, CaseKey.NewRandom());
        }

        await browser.VisitAsync(app, new VisitOptions(), async visit =>
        {
            var staff = new Visitor(visit, "en");
            await staff.SignInAsync(app, await TestStaff.CreateAsync(app, StaffRole.Advocate));
            await staff.OpenAsync("/staff/queue?tab=free");
            Assert.True(await visit.Page.Locator("tbody th a").CountAsync() == 3, await staff.TextAsync());
            foreach (var stop in new[] { "[name=number][data-find]", "#next button", ".tabs a", ".filters summary", "tbody th a", "button[form=claim]" })
            {
                await TabToAsync(staff, stop);
            }

            await staff.OpenAsync("/staff/queue?tab=free");
            await TabToAsync(staff, "tbody th a");
            var first = (await visit.Page.Locator("tbody th a").First.InnerTextAsync()).Trim();
            await staff.FollowAsync(() => visit.Page.Keyboard.PressAsync("Enter"));
            Assert.Contains(first, staff.Path, StringComparison.Ordinal);
        });
    }

    // Only forwards: what comes earlier in the tab order cannot be reached, so the order is checked too.
    private static async Task TabToAsync(Visitor person, string selector)
    {
        const int most = 60;
        for (var i = 0; i < most; i++)
        {
            await person.Page.Keyboard.PressAsync("Tab");
            var onPage = await person.Page.EvaluateAsync<bool>("document.activeElement !== document.body");
            Assert.True(onPage, $"{selector} does not come before the end of {person.Path} {await person.TextAsync()}");
            Assert.True(await person.Page.EvaluateAsync<bool>(FocusSeen),
                $"focus is not seen on {await person.Page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 160)")}");
            if (await person.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"{selector} was not reached on {person.Path}.");
    }
}
