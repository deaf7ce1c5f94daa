using System.Text.RegularExpressions;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Testing;
using TakedownCases.Web.Tests.Notices;

namespace TakedownCases.Web.Tests.Tracking;

/// <summary>Where each place stands and what is next, in plain words, on both tracks and in both languages.</summary>
public sealed partial class StandingTests
{
    /// <summary>What happens to a place, one after the other, and the words for it.</summary>
    private static readonly (PlaceState? Told, NoticeKind? Left, string English, string French)[] Story =
    [
        (null, NoticeKind.Removal, "We wrote to them.", "Nous leur avons écrit."),
        (PlaceState.Acknowledged, null, "They say they have our letter.", "Notre lettre est bien arrivée chez eux, disent-ils."),
        (PlaceState.AsksIdentity, null, "They ask for too much.", "On nous demande trop."),
        (null, NoticeKind.CounterIdentity, "They asked for too much. We answered.", "On nous demandait trop. Nous avons répondu."),
        (PlaceState.Silent, null, "No answer in time.", "Pas de réponse à temps."),
        (null, NoticeKind.Reminder, "Not gone in time. We wrote again.", "Pas retiré à temps. Nous avons écrit à nouveau."),
        (null, NoticeKind.Preservation, "Not gone in time. We wrote again.", "Pas retiré à temps. Nous avons écrit à nouveau."),
        (PlaceState.Refused, null, "They said no.", "La réponse est non."),
        (null, NoticeKind.Complaint, "We told the authority.", "Nous avons prévenu l’autorité."),
        (PlaceState.PartlyRemoved, null, "Part of it is gone.", "Une partie est retirée."),
        (PlaceState.HiddenInSearch, null, "Hidden in search, still there.", "Masqué dans la recherche, mais toujours là."),
        (PlaceState.Moved, null, "Moved to another place.", "C’est passé à un autre endroit."),
        (PlaceState.RemovedClaimed, null, "Said to be gone.", "On nous dit que c’est retiré."),
        (PlaceState.RemovedConfirmed, null, "Gone.", "C’est retiré."),
        (PlaceState.Reappeared, null, "It came back.", "C’est revenu."),
    ];

    [Theory, DatabaseData(Track.Adult), DatabaseData(Track.Minor)]
    public async Task Each_state_is_said_with_its_day(DatabaseKind kind, Track track)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app, track);
        using var english = app.NewSession();
        using var french = app.NewSession();
        Assert.Contains("We have it. A person will look.", Filed.States(await filed.EnterAsync(english)));
        await filed.EnterAsync(french, "fr");
        await filed.ChangeAsync((found, _, now) => found.CheckPlace(found.Places.Single(place => place.Ordinal == 1).Id, null, Staff(now), now));
        Assert.Equal("A person checked it. We can work on it.", Filed.States(await english.OpenAsync("/en/k/case")).First());
        foreach (var (told, left, inEnglish, inFrench) in Story)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            await HappenAsync(filed, told, left);

            var page = await english.OpenAsync("/en/k/case");
            Assert.Equal(inEnglish, Filed.States(page).First());
            Assert.Contains("1 March 2027", First(page), StringComparison.Ordinal);

            // What is refused shows the page once more: whatever has happened to the place, that has words too.
            var refused = await NoticeSteps.ForgeAsync(english, page, "/en/k/keep");
            Assert.Contains("There is nothing to undo.", refused.Text, StringComparison.Ordinal);
            Assert.Equal(inEnglish, Filed.States(refused).First());
            var page2 = await french.OpenAsync("/fr/k/case");
            Assert.Equal(inFrench, Filed.States(page2).First());
            Assert.Contains("1er mars 2027", First(page2), StringComparison.Ordinal);
            Assert.DoesNotMatch(track == Track.Minor ? Vous() : Tu(), First(page2) + page2.Find("section[aria-labelledby=next]").TextContent);
        }

        Assert.Equal([], await filed.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task The_first_page_says_what_is_next_from_the_facts(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app);
        await NextAsync(filed, "A person reads what you sent by");
        await filed.ChangeAsync((found, clocks, now) => found.Review(clocks.Start, Staff(now), now));
        await NextAsync(filed, "We take the first step outside by");

        await TestLetters.AddAsync(app, filed.Id, new TestLetter { Due = app.Clock.GetUtcNow().AddHours(48) });
        await NextAsync(filed, "We wait for their answer until 3 March 2027.");
        app.Clock.Advance(TimeSpan.FromHours(49));
        await NextAsync(filed, "They had until 3 March 2027 and did not do it.");
        await TestLetters.AddAsync(app, filed.Id, new TestLetter { Kind = NoticeKind.Reminder });
        await NextAsync(filed, "They did not act in time. We asked them again on 3 March 2027.");
        await TestLetters.AddAsync(app, filed.Id, new TestLetter { Kind = NoticeKind.SecondChannel, State = NoticeState.ToFile });
        await NextAsync(filed, "It is not sent yet, and you can still stop it.");
        await filed.ChangeAsync((found, _, now) => found.WithdrawConsent(ConsentAction.NotifyPlatforms, Actor.Survivor, now));

        await HappenAsync(filed, PlaceState.Refused, null);
        await NextAsync(filed, "A person of our team decides by");
        await filed.ChangeAsync((found, clocks, now) =>
        {
            foreach (var place in found.Places)
            {
                Assert.True(found.TellOutcome(place.Id, new PlaceOutcome(PlaceState.RemovedConfirmed, OutcomeSource.Platform, now), clocks.Start, Staff(now), now).IsDone);
            }

            return TakedownCases.Domain.Outcome.Done;
        });
        await NextAsync(filed, "As far as we know, all of it is gone.");
    }

    [Fact]
    public async Task Who_allowed_nothing_reads_that_nothing_goes_out()
    {
        await using var app = await TestApp.StartAsync();
        var filed = await Filed.NewAsync(app, Track.Minor);
        await filed.ChangeAsync((found, clocks, now) => found.Review(clocks.Start, Staff(now), now));
        await filed.ChangeAsync((found, _, now) => found.WithdrawConsent(ConsentAction.NotifyPlatforms, Actor.Survivor, now));

        await NextAsync(filed, "Nothing goes out, as you wished.");
    }

    [Fact]
    public async Task A_minor_reads_that_a_service_was_told()
    {
        await using var app = await TestApp.StartAsync();
        var filed = await Filed.NewAsync(app, Track.Minor);
        await filed.ChangeAsync((found, clocks, now) => found.Review(clocks.Start, Staff(now), now));
        await filed.ChangeAsync((found, clocks, now) => found.TellHotline("hotline", null, "duty", clocks.Start, Staff(now), now));

        await NextAsync(filed, "On 1 March 2027 we told a service that gets such things removed.");
    }

    [Fact]
    public async Task An_unchecked_filer_reads_of_no_outcome()
    {
        await using var app = await TestApp.StartAsync();
        var filed = await Filed.NewAsync(app, filer: FilerKind.Representative);
        foreach (var (told, left, _, _) in Story)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            await HappenAsync(filed, told, left);
        }

        using var filer = app.NewSession();

        Assert.All(Filed.States(await filed.EnterAsync(filer)), state => Assert.Equal("We have it. A person will look.", state));
    }

    private static async Task NextAsync(Filed filed, string expected)
    {
        using var visitor = filed.App.NewSession();
        var page = await filed.EnterAsync(visitor);
        Assert.Contains(expected, page.Find("section[aria-labelledby=next]").TextContent, StringComparison.Ordinal);
    }

    private static async Task HappenAsync(Filed filed, PlaceState? told, NoticeKind? left)
    {
        if (left is { } letter)
        {
            await TestLetters.AddAsync(filed.App, filed.Id, new TestLetter { Kind = letter, Places = [0] });
        }

        if (told is { } state)
        {
            await filed.ChangeAsync((found, clocks, now) => found.TellOutcome(
                found.Places.Single(place => place.Ordinal == 1).Id,
                new PlaceOutcome(state, OutcomeSource.Platform, now, Words: "canary-answer"),
                clocks.Start,
                Staff(now),
                now));
        }
    }

    private static Actor Staff(DateTimeOffset now) => Actor.OfStaff(StaffId.New(now), "advocate");

    private static string First(WebPage page) => page.Find(".places > li").TextContent;

    [GeneratedRegex(@"\b(vous|votre|vos)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Vous();

    [GeneratedRegex(@"\b(tu|toi|ton|tes)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Tu();
}
