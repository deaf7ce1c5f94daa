using System.Text.RegularExpressions;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Testing;

namespace TakedownCases.Browser.Tests.Journeys;

/// <summary>
/// The main job on the minor track (issue 2 of 5, Show 2): the hotline first, then letters to the platforms, and nothing of
/// the child in any byte that left the house.
/// </summary>
public sealed partial class MinorNoticeJourneyTests(BrowserFixture browser)
{
    private const string Telegram = "https://t.me/canal_invente/77";
    private const string Xvideos = "https://www.xvideos.com/video7777/exemple";
    private const string Unknown = "https://hebergeur.example.org/canari-hote/9";

    /// <summary>Everything that was typed at filing and later, a mark in each answer; and what the pages made of the choices.</summary>
    private static readonly string[] Identity =
    [
        "canari-recit", "canari-auteur", "canari-prenom", "canari-confiance", "canari-adresse", "canari-quand", "canari-adulte", "canari-autre-adulte",
        "canari-bateau", "canari-message", "canari-plus-tard", "canari-hote", "13-15", "13 to 15", "13 à 15",
    ];

    /// <summary>Words by which a text would say more of the child than that it is one.</summary>
    [GeneratedRegex(@"\b(aged?|years? old|born|girls?|boys?|school|âgée?|(?!18\b)\d+ ans|née?|filles?|garçons?|école|collège|uploader)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex SaysMore();

    private static readonly VisitOptions Child = new() { Locale = "fr-FR", Width = 390, Height = 844, Script = false };

    [Theory]
    [DatabaseData]
    public async Task The_hotline_is_told_first_and_nothing_of_the_child_leaves_with_the_letters(DatabaseKind kind)
    {
        var server = new RealMailServer();
        await using var app = await BrowserApp.StartAsync(kind, mail: server);
        var staff = await People.CreateAsync(app, kind, minors: true);
        var (key, number) = ("", "");
        await browser.VisitAsync(app, Child, async visit => (key, number) = await FileAsync(app, new Visitor(visit, "fr")));

        var (telegram, xvideos) = ("", "");
        await AtDeskAsync(app, kind, staff.Advocate, number, async desk =>
        {
            await desk.TakeAsync();
            await app.PassAsync(number, TimeSpan.FromMinutes(1), (_, found) => found.Tasks.Any(task => task is { Kind: TaskKind.TellHotline, IsOpen: true }));
            await HotlineAsync(desk);
            telegram = await desk.WriteAsync("telegram");
            xvideos = await desk.WriteAsync("xvideos", () => desk.Staff.PickAsync("Input.Language", "fr"));
        });
        Assert.Empty(server.Notices());
        await AtDeskAsync(app, kind, staff.Supervisor, number, async desk =>
        {
            await desk.ApproveAsync(telegram);
            await desk.ApproveAsync(xvideos);
        });
        await app.PassAsync(number, TimeSpan.FromMinutes(1), (notices, _) => notices.All(notice => notice.State == NoticeState.Sent));

        await CheckBytesAsync(app, server, number, key);
        await browser.VisitAsync(app, Child, visit => SeesAsync(new Visitor(visit, "fr"), key, $"{kind}-minor"));
        await app.ProveAsync(number, "hotline.told", "notice.sent", "clock.met");
    }

    private static async Task CheckBytesAsync(TestApp app, RealMailServer server, string number, string key)
    {
        var arrived = server.Notices();
        await app.CheckFrozenAsync(number, server);
        Assert.Equal(["abuse@xvideos.com", "stopCA@telegram.org"], arrived.Select(mail => mail.To).Order(StringComparer.Ordinal));
        foreach (var mail in arrived)
        {
            var (own, other) = mail.To.Contains("telegram", StringComparison.Ordinal) ? (Telegram, Xvideos) : (Xvideos, Telegram);
            Assert.Contains(own, mail.Body, StringComparison.Ordinal);
            Assert.Contains(own, mail.Json, StringComparison.Ordinal);
            var forms = mail.EveryForm().ToList();
            Assert.Contains(forms, form => form == own);
            foreach (var canary in Identity.Concat([other, Unknown, number, key, key[..4] + " " + key[4..8]]))
            {
                Assert.DoesNotContain(forms, form => form.Contains(canary, StringComparison.OrdinalIgnoreCase));
            }

            Assert.DoesNotMatch(SaysMore(), mail.Body);
            Assert.DoesNotMatch(SaysMore(), mail.Json);
        }
    }

    private static async Task HotlineAsync(NoticeDesk desk)
    {
        var staff = desk.Staff;
        await staff.OpenAsync("/staff/tasks");
        await desk.PicturesAsync("tasks-hotline");
        await staff.OpenAsync($"/staff/cases/{desk.Number}/notices");
        await desk.PicturesAsync("hotline-first");
        Assert.Equal($"/staff/cases/{desk.Number}/referrals/new", await staff.Page.Locator("main .row a.button").First.GetAttributeAsync("href"));
        await staff.OpenAsync($"/staff/cases/{desk.Number}/notices/new");
        await desk.PicturesAsync("start-before-hotline");
        Assert.Equal(2, await staff.Page.Locator("main a[href$='Removal']").CountAsync());
        await staff.SendAsync($"main a[href$='/referrals/new']");
        await desk.PicturesAsync("referrals-choose");
        await staff.ChooseAsync("to", "point-de-contact");
        await staff.SendAsync("main .actions button.button");
        await desk.PicturesAsync("referrals-make");
        await staff.Page.Locator("main [name='Input.Ground']").SelectOptionAsync("consent");
        await staff.TypeAsync("Input.Theirs", "PDC-2026-4711");
        await staff.SendAsync("main .actions button.button");
        await desk.PicturesAsync("hotline-told");
    }

    private static async Task<(string Key, string Number)> FileAsync(TestApp app, Visitor child)
    {
        await child.OpenAsync("/fr");
        await child.SendAsync("main a[href='/fr/f']");
        await child.SendAsync("main .actions a.button");
        await child.ChooseAsync("Age", "under");
        await child.SendAsync();
        await child.ChooseAsync("Today", "no");
        await child.SendAsync();
        await child.ChooseAsync("Danger", "no");
        await child.ChooseAsync("Threatened", "no");
        await child.ChooseAsync("Suicide", "no");
        await child.PickAsync("Country", "FR");
        await child.SendAsync();
        await child.TypeAsync("Where", string.Join('\n', Telegram, Xvideos, Unknown));
        await child.SendAsync();
        await child.ChooseAsync("Harms", "SharedWithoutConsent");
        await child.ChooseAsync("AgeRange", "13-15");
        await child.TypeAsync("Words", "canari-recit: canari-auteur l’a mis, et il connaît mon nom, canari-prenom.");
        await child.SendAsync();
        await child.ChooseAsync("Channel", "ThroughSomeone");
        await child.TypeAsync("Someone", "canari-confiance");
        await child.TypeAsync("SomeoneAddress", "canari-adresse@example.net");
        await child.TypeAsync("SafeWhen", "canari-quand");
        await child.TypeAsync("FirstAdult", "canari-adulte");
        await child.TypeAsync("SecondAdult", "canari-autre-adulte");
        await child.TickAsync("main [name='MayTell'][value='platforms']");
        await child.TickAsync("main [name='MayTell'][value='hotline']");
        await child.TypeAsync("Recovery", "canari-bateau");
        await child.SendAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await child.SendAsync();
        var key = await child.KeyAsync();
        var number = (await child.TextAsync("main bdi[translate=no]")).Trim();
        await child.ChooseAsync("Kept", "memory");
        await child.SendAsync();
        await child.EnterAsync(key);
        await child.OpenAsync("/fr/k/messages");
        await child.TypeAsync("Text", "canari-message");
        await child.SendAsync();
        await child.OpenAsync("/fr/k/words");
        await child.TypeAsync("Text", "canari-plus-tard");
        await child.SendAsync();
        return (key, number);
    }

    private static async Task SeesAsync(Visitor child, string key, string pictures)
    {
        await child.EnterAsync(key);
        await child.Visit.PicturesAsync($"{pictures}-key");
        await child.SendAsync("main a[href='/fr/k/sent']");
        await child.Visit.PicturesAsync($"{pictures}-letters");
        var text = await child.TextAsync();
        Assert.Contains("Telegram", text, StringComparison.Ordinal);
        Assert.Contains("XVideos", text, StringComparison.Ordinal);
        Assert.Equal(0, await child.Page.Locator("main a[href^='/fr/k/sent/']").CountAsync());
    }

    private Task AtDeskAsync(TestApp app, DatabaseKind kind, TestStaff who, string number, Func<NoticeDesk, Task> work)
        => browser.VisitAsync(app, new VisitOptions { Width = 1280 }, async visit =>
        {
            var staff = new Visitor(visit, "en");
            await staff.SignInAsync(app, who);
            await work(new NoticeDesk(staff, number, $"{kind}-minor"));
        });
}
