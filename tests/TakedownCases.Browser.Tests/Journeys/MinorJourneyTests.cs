using TakedownCases.Domain.Access;
using TakedownCases.Testing;

namespace TakedownCases.Browser.Tests.Journeys;

/// <summary>One child's whole way, in English, on a telephone, with script off.</summary>
public sealed class MinorJourneyTests(BrowserFixture browser)
{
    private static readonly VisitOptions Telephone = new() { Width = 390, Height = 844, Script = false, ExpectedConsole = ["404", "410"] };

    [Theory]
    [DatabaseData]
    public async Task A_child_says_of_a_threat_with_script_off_and_only_cleared_staff_find_it(DatabaseKind kind)
    {
        await using var app = await BrowserApp.StartAsync(kind);
        var (key, number) = ("", "");
        await browser.VisitAsync(app, Telephone, async visit => (key, number) = await FileAsync(app, new Visitor(visit, "en")));
        await browser.VisitAsync(app, Telephone, async visit => await ComeBackAsync(new Visitor(visit, "en"), key));
        await browser.VisitAsync(app, Telephone, async visit => await NotFoundAsync(app, new Visitor(visit, "en"), number));
        await browser.VisitAsync(app, Telephone, async visit => await FoundAsync(app, new Visitor(visit, "en"), number));
        await browser.VisitAsync(app, Telephone, async visit =>
        {
            var child = new Visitor(visit, "en");
            await child.EnterAsync(key);
            Assert.Contains("We are here.", await child.TextAsync(), StringComparison.Ordinal);
            await child.OpenAsync("/en/k/stop");
            await child.SendAsync("#all .actions button.button");
            Assert.Equal("/en/k/case", child.Path);
        });

        await BrowserApp.VerifyLedgerAsync(app);
    }

    private static async Task<(string Key, string Number)> FileAsync(TestApp app, Visitor child)
    {
        await child.OpenAsync("/en");
        await child.SendAsync("main a[href='/en/f']");
        await child.SendAsync("main .actions a.button");
        await child.ChooseAsync("Age", "under");
        await child.SendAsync();
        await child.ChooseAsync("Today", "no");
        await child.SendAsync();
        await child.ChooseAsync("Danger", "yes");
        Assert.True(await child.Page.Locator("main a[href^='tel:']").First.IsVisibleAsync(), "the numbers come with the yes, before anything is sent");
        await child.ChooseAsync("Threatened", "yes");
        Assert.Contains("Do not pay", await child.TextAsync(), StringComparison.Ordinal);
        await child.ChooseAsync("Suicide", "no");
        await child.PickAsync("Country", "GB");
        await child.SendAsync();
        Assert.Contains("999", await child.TextAsync(), StringComparison.Ordinal);
        await child.SendAsync("main .actions a.button");
        await child.ChooseAsync("ThreatOnly", "true");
        await child.SendAsync();
        await child.ChooseAsync("Harms", "Blackmail");
        await child.TypeAsync("Words", "He says he will send them to my school.");
        await child.SendAsync();
        Assert.Equal(0, await child.Page.Locator("main [name=Name], main [name=Signature]").CountAsync());
        await child.SendAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await child.SendAsync();
        var key = await child.KeyAsync();
        var number = (await child.TextAsync("main bdi[translate=no]")).Trim();
        await child.ChooseAsync("Kept", "memory");
        await child.SendAsync();
        return (key, number);
    }

    private static async Task ComeBackAsync(Visitor child, string key)
    {
        await child.EnterAsync(key);
        await child.SendAsync("main a[href='/en/k/places']");
        await child.TypeAsync("Text", "https://www.snapchat.com/add/someone");
        await child.SendAsync();
        Assert.Contains("snapchat.com/add/someone", await child.TextAsync(), StringComparison.Ordinal);
        await child.OpenAsync("/en/k/messages");
        await child.TypeAsync("Text", "Please hurry.");
        await child.SendAsync();
        Assert.Contains("Please hurry.", await child.TextAsync(), StringComparison.Ordinal);
    }

    private static async Task NotFoundAsync(TestApp app, Visitor staff, string number)
    {
        await staff.SignInAsync(app, await TestStaff.CreateAsync(app, StaffRole.Advocate));
        await staff.OpenAsync("/staff/queue?tab=free");
        Assert.DoesNotContain(number, await staff.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal(404, (await staff.OpenAsync($"/staff/cases/{number}")).Status);
        await staff.OpenAsync($"/staff/queue/find?number={number}");
        Assert.Equal(0, await staff.Page.Locator($"main a[href*='{number}']").CountAsync());
    }

    private static async Task FoundAsync(TestApp app, Visitor staff, string number)
    {
        await staff.SignInAsync(app, await TestStaff.CreateAsync(app, StaffRole.Advocate, minors: true));
        await staff.OpenAsync("/staff/queue?tab=free");
        await staff.SendAsync($"main button[name=number][value='{number}']");
        await staff.OpenAsync($"/staff/cases/{number}/messages");
        Assert.Contains("Please hurry.", await staff.TextAsync(), StringComparison.Ordinal);
        await staff.TypeAsync("Input.Message", "We are here.");
        await staff.SendAsync("main form[action$='/message'] button.button");
        Assert.Contains("We are here.", await staff.TextAsync(".messages"), StringComparison.Ordinal);
    }
}
