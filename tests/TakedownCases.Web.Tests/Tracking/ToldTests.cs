using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Referrals;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Tracking;

/// <summary>Whom we told, in plain words: for the person it is about, never for whoever else filed, never what would endanger them.</summary>
public sealed class ToldTests
{
    private static readonly Actor Ada = Actor.OfStaff(new StaffId(Guid.Parse("01000000-0000-7000-8000-000000000001")), "advocate");
    private static readonly Actor Ben = Actor.OfStaff(new StaffId(Guid.Parse("01000000-0000-7000-8000-000000000002")), "supervisor");

    [Theory]
    [DatabaseData(Track.Adult, "en", "We told them about this.", "You agreed to this.")]
    [DatabaseData(Track.Adult, "fr", "Nous les avons prévenus.", "Vous l’avez accepté.")]
    [DatabaseData(Track.Minor, "en", "We told them about this.", "You said yes to this.")]
    [DatabaseData(Track.Minor, "fr", "Nous leur en avons parlé.", "Tu as dit oui.")]
    public async Task The_person_sees_whom_we_told_when_and_by_what_right(DatabaseKind kind, Track track, string language, string said, string ground)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app, track);
        await AddAsync(app, filed.Id, track, ReferralGround.Consent, tellPerson: true);
        using var visitor = app.NewSession();

        var page = await filed.EnterAsync(visitor, language);

        Assert.Contains(language == "fr" ? "La police" : "The police", page.Find("#others ~ ul").TextContent, StringComparison.Ordinal);
        Assert.Contains(said, page.Text, StringComparison.Ordinal);
        Assert.Contains(ground, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-theirs", page.Body, StringComparison.Ordinal);
    }

    [Theory]
    [DatabaseData(true)]
    [DatabaseData(false)]
    public async Task What_two_people_decided_is_shown_unless_it_would_endanger(DatabaseKind kind, bool tellPerson)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app);
        await AddAsync(app, filed.Id, Track.Adult, ReferralGround.TwoPeople, tellPerson);
        using var visitor = app.NewSession();
        var page = await filed.EnterAsync(visitor);

        Assert.Equal(tellPerson, page.Document.QuerySelector("#others") is not null);
        Assert.Equal(tellPerson, page.Text.Contains("Two of us decided this", StringComparison.Ordinal));
    }

    [Theory, DatabaseData]
    public async Task What_was_agreed_and_not_handed_over_was_told_to_nobody(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app);
        await AddAsync(app, filed.Id, Track.Adult, ReferralGround.TwoPeople, tellPerson: true, isHandedOver: false);
        using var visitor = app.NewSession();
        Assert.Null((await filed.EnterAsync(visitor)).Document.QuerySelector("#others"));
    }

    [Theory, DatabaseData]
    public async Task Whoever_else_filed_sees_none_of_it(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app, Track.Minor, FilerKind.Representative);
        await filed.ChangeAsync((found, _, now) => found.CheckAuthority("seen", Ada, now));
        await AddAsync(app, filed.Id, Track.Minor, ReferralGround.TwoPeople, tellPerson: true);
        using var visitor = app.NewSession();
        Assert.Null((await filed.EnterAsync(visitor)).Document.QuerySelector("#others"));
    }

    private static async Task AddAsync(TestApp app, CaseId id, Track track, ReferralGround ground, bool tellPerson, bool isHandedOver = true)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var now = app.Clock.GetUtcNow();
        await scope.ServiceProvider.GetRequiredService<CaseStore>().LoadAsync(id, CancellationToken.None);
        var facts = new ReferralFacts
        {
            Reference = ReferralReference.FromRandom(RandomNumberGenerator.GetBytes(ReferralReference.RandomBytes)),
            Authority = scope.ServiceProvider.GetRequiredService<AuthorityDirectory>().Find("police")!,
            Track = track,
            Language = "en",
            Now = now,
            Organisation = "Invented Helpers",
        };
        var draft = new ReferralDraft(id, facts, [], ground, null, FilerKind.Survivor);
        var made = ground == ReferralGround.TwoPeople
            ? Referral.Propose(draft with { Reason = "canary-reason" }, tellPerson, Ada, now)
            : Referral.Make(draft, hadConsent: true, now, "canary-theirs", Ada, now);
        if (ground == ReferralGround.TwoPeople)
        {
            Assert.True(made.Value!.Agree("text", facts.Authority, [], Ben, now).IsDone);
            Assert.True(!isHandedOver || made.Value.HandOver("text", facts.Authority, [], null, now, Ada, now).IsDone);
        }

        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        db.Referrals.Add(made.Value!);
        await db.SaveChangesAsync();
    }
}
