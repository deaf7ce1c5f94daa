using System.Net;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Filing;

/// <summary>Whole journeys by HTTP, as a browser without script makes them.</summary>
public sealed class FilingTests
{
    [Theory]
    [DatabaseData("en")]
    [DatabaseData("fr")]
    public async Task An_adult_files_in_at_most_eight_screens_and_gets_a_key_that_opens_the_case(DatabaseKind kind, string lang)
    {
        await using var app = await TestApp.StartAsync(kind);
        using var visitor = app.NewSession();
        var journey = await new Journey(visitor, lang).AdultToCheckAsync();
        Assert.Contains("Ada Example", journey.Page.Text, StringComparison.Ordinal);
        Assert.True(journey.Screens.Count <= 8, string.Join(" ", journey.Screens));

        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await journey.AnswerAsync();

        Assert.EndsWith("/f/key", journey.Page.Path, StringComparison.Ordinal);
        var filed = Assert.Single(await Filed.AllAsync(app));
        Assert.Equal(Track.Adult, filed.Case.Track);
        Assert.Equal((lang, "FR"), (filed.Case.Language, filed.Case.Country));
        Assert.Equal(2, filed.Case.Places.Select(place => place.Platform).OfType<string>().Distinct().Count());
        Assert.Equal(["#example", "https://www.instagram.com/p/abc", "https://x.com/someone/status/1"], filed.Places.Select(place => place.AsTyped).Order(StringComparer.Ordinal));
        Assert.Equal("Ada Example", filed.Statement!.Signature);
        Assert.Equal(ContactChannel.Mail, filed.Contact!.Channel);
        Assert.Equal("blue boat", filed.Details.RecoveryAnswer);
        Assert.False(filed.Case.IsUnchecked);
        Assert.Equal([ConsentAction.NotifyPlatforms, ConsentAction.Contact], filed.Case.Consents.Select(consent => consent.Action).Order());
        var key = Assert.Single(filed.Case.Keys);
        Assert.Equal(await Filed.LookupAsync(app, journey.Key), key.Lookup);
        Assert.Equal(KeyHolder.Survivor, key.Holder);
    }

    [Theory]
    [DatabaseData("en")]
    [DatabaseData("fr")]
    public async Task A_minor_files_a_threat_without_name_or_signature_in_at_most_seven_screens(DatabaseKind kind, string lang)
    {
        await using var app = await TestApp.StartAsync(kind);
        using var visitor = app.NewSession();
        var journey = await new Journey(visitor, lang).MinorToCheckAsync();
        Assert.True(journey.Screens.Count <= 7, string.Join(" ", journey.Screens));
        await journey.AnswerAsync();

        Assert.EndsWith("/f/key", journey.Page.Path, StringComparison.Ordinal);
        var filed = Assert.Single(await Filed.AllAsync(app));
        Assert.Equal((Track.Minor, Severity.Urgent), (filed.Case.Track, filed.Case.Severity));
        Assert.Null(filed.Statement);
        Assert.Equal("ThreatOnly", Assert.Single(filed.Places).Kind);
        Assert.Equal(new AdultAround("my aunt", ContactRule.MayContact), Assert.Single(filed.Contact!.Adults));
        Assert.Equal(ContactChannel.ComesBack, filed.Contact.Channel);
        Assert.Equal([ConsentAction.TellHotline], filed.Case.Consents.Select(consent => consent.Action));
        Assert.Equal((false, "13-15"), (filed.Details.AdultToday, filed.Details.AgeRange));
    }

    [Theory]
    [DatabaseData]
    public async Task A_bystander_gets_a_receipt_with_the_number_and_no_key(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        using var visitor = app.NewSession();
        var journey = await new Journey(visitor, "en").StartAsync("?o=1");
        await journey.AnswerAsync(("Whom", "Bystander"), ("Age", "unsure"));
        await journey.AnswerAsync(("Where", "https://example.org/x"));
        await journey.AnswerAsync(("Harms", "Sale"));
        Assert.Equal(4, journey.Screens.Count);
        await journey.AnswerAsync();

        var filed = Assert.Single(await Filed.AllAsync(app));
        Assert.Contains(filed.Case.Number.Value, journey.Page.Text, StringComparison.Ordinal);
        Assert.Null(journey.Page.Document.QuerySelector(".key"));
        Assert.Empty(filed.Case.Keys);
        Assert.Null(filed.Contact);
        Assert.Empty(filed.Case.Consents);
        Assert.Equal(FilerKind.Bystander, filed.Details.Filer);
        Assert.DoesNotContain(filed.Case.Clocks, clock => clock.Kind == Domain.Deadlines.ClockKind.KeepInformed);
    }

    [Theory]
    [InlineData("Representative", "under", KeyHolder.Filer)]
    [InlineData("Family", "adult", KeyHolder.Filer)]
    public async Task Whoever_files_for_another_is_told_apart_and_spoken_to_as_an_adult(string whom, string age, KeyHolder holder)
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        var journey = await new Journey(visitor, "fr").StartAsync("?o=1");
        await journey.AnswerAsync(("Whom", whom), ("Relation", "mère"), ("Age", age));
        Assert.Contains("La personne est-elle en sécurité", journey.Page.Text, StringComparison.Ordinal);
        await journey.AnswerAsync(("Danger", "no"));
        await journey.AnswerAsync(("NoLink", "true"), ("App", "Snapchat"));
        await journey.AnswerAsync();
        if (age == "adult")
        {
            await journey.AnswerAsync(("Signing", "skip"));
        }

        await journey.AnswerAsync();
        Assert.True(journey.Screens.Count <= (age == "adult" ? 8 : 7), string.Join(" ", journey.Screens));
        await journey.AnswerAsync();

        var filed = Assert.Single(await Filed.AllAsync(app));
        Assert.Equal(Enum.Parse<FilerKind>(whom), filed.Details.Filer);
        Assert.Equal(holder, Assert.Single(filed.Case.Keys).Holder);
        Assert.Empty(filed.Case.Consents);
        Assert.Equal(whom == "Family" ? null : "mère", filed.Details.FilerRelation);
    }

    [Theory]
    [InlineData("adult", "yes", "yes", Track.Minor)]
    [InlineData("adult", "yes", "unsure", Track.Minor)]
    [InlineData("adult", "yes", "no", Track.Adult)]
    [InlineData("adult", "unsure", null, Track.Adult)]
    [InlineData("unsure", "no", null, Track.Minor)]
    [InlineData("under", "yes", "no", Track.Minor)]
    public void The_track_follows_the_age_in_the_picture(string age, string edited, string? looks, Track track)
        => Assert.Equal(track, new Features.Filing.DraftAnswers { Age = age, Edited = edited, Looks = looks }.Track);

    [Fact]
    public async Task A_survivor_who_is_grown_up_stays_on_the_minor_track_and_is_spoken_to_as_an_adult()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        var journey = await new Journey(visitor, "fr").StartAsync();
        await journey.AnswerAsync(("Age", "under"));
        await journey.AnswerAsync(("Today", "yes"));
        Assert.Contains("Êtes-vous en sécurité", journey.Page.Text, StringComparison.Ordinal);
        await journey.AnswerAsync();
        Assert.Contains("Ne cherchez pas", journey.Page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Do not pay", "116 123")]
    [InlineData("fr", "Ne paie pas", "3114")]
    public async Task A_yes_shows_at_once_whom_to_call_and_what_to_do(string lang, string advice, string number)
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        var journey = await new Journey(visitor, lang).StartAsync();
        await journey.AnswerAsync(("Age", "under"));
        await journey.AnswerAsync(("Today", "no"));
        Assert.Contains(advice, journey.Page.Text, StringComparison.Ordinal);

        var help = await visitor.SubmitAsync(journey.Page, Journey.Form,
            ("Threatened", "yes"), ("Suicide", "yes"), ("Country", lang == "fr" ? "FR" : "GB"));

        Assert.EndsWith("/f/3/h", help.Path.Split('?')[0], StringComparison.Ordinal);
        Assert.Contains(advice, help.Text, StringComparison.Ordinal);
        Assert.Contains(number, help.Text, StringComparison.Ordinal);
        Assert.NotEmpty(help.Document.QuerySelectorAll("a[href^='tel:']"));
    }

    [Fact]
    public async Task Before_anybody_types_the_page_says_what_must_be_passed_on()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        var page = await visitor.OpenAsync("/en/f");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("emergency services", page.Text, StringComparison.Ordinal);
        Assert.Contains("child protection", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main input, main textarea"));
    }

    [Fact]
    public async Task An_unknown_language_does_not_exist()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/xx/f")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/xx/f/1")).Status);
    }
}
