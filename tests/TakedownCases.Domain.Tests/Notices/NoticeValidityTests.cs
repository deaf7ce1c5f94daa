using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using static TakedownCases.Domain.Tests.Notices.NoticeSamples;
using TrackScope = TakedownCases.Domain.Deadlines.TrackScope;

namespace TakedownCases.Domain.Tests.Notices;

public sealed class NoticeValidityTests
{
    private static readonly NoticeSender Nobody = new("", "", null);

    /// <summary>Every law and element: what is taken away, and what then is missing.</summary>
    public static TheoryData<string, string, string> Elements => new()
    {
        { "us-tida-removal", "no statement", "signature" },
        { "us-tida-removal", "no authority", "authority" },
        { "us-tida-removal", "no address", "location" },
        { "us-tida-removal", "no image", "intimate-image" },
        { "us-tida-removal", "no sender", "contact" },
        { "uk-osa-ncii-removal", "no statement", "signature" },
        { "uk-osa-ncii-removal", "no authority", "authority" },
        { "uk-osa-ncii-removal", "no address", "location" },
        { "uk-osa-ncii-removal", "no image", "intimate-image" },
        { "uk-osa-ncii-removal", "no sender", "contact" },
        { "eu-dsa-16-notice", "no address", "exact-location" },
        { "eu-dsa-16-notice", "no exact address", "exact-location" },
        { "eu-dsa-16-notice", "no harm", "explanation" },
        { "eu-dsa-16-notice", "no sender", "notifier" },
        { "in-it-rules-ncii", "no statement", "signature" },
        { "in-it-rules-ncii", "no authority", "authority" },
        { "in-it-rules-ncii", "no address", "location" },
        { "in-it-rules-ncii", "no image", "intimate-image" },
    };

    [Theory]
    [MemberData(nameof(Elements))]
    public void Each_element_of_each_law_is_missed_when_it_is_taken_away(string basisId, string taken, string code)
    {
        var whole = Adult with { Bases = [Only(basisId)] };
        var missing = NoticeValidity.Check(Without(whole, taken));

        Assert.Empty(NoticeValidity.Check(whole));
        var found = Assert.Single(missing, element => element.BasisId == basisId);
        Assert.Equal(code, found.Code);
        Assert.EndsWith(".", found.Sentence, StringComparison.Ordinal);
        Assert.False(NoticeValidity.Approve(Without(whole, taken)).IsDone);
    }

    [Theory]
    [InlineData("no address", "location")]
    [InlineData("no harm", "explanation")]
    [InlineData("no sender", "contact")]
    public void A_notice_under_the_platform_s_own_rules_needs_place_reason_and_contact_only(string taken, string code)
    {
        var whole = Adult with { Bases = [], Signer = NoticeSigner.Organisation, Statement = null };

        Assert.Empty(NoticeValidity.Check(whole));
        var found = Assert.Single(NoticeValidity.Check(Without(whole, taken)));
        Assert.Equal((null, code), (found.BasisId, found.Code));
    }

    [Fact]
    public void The_organisation_signs_with_recorded_authority_only()
    {
        var without = ByOrganisation with { HasAuthority = false };

        Assert.Empty(NoticeValidity.Check(ByOrganisation));
        Assert.Equal(
            ["us-tida-removal", "uk-osa-ncii-removal", "in-it-rules-ncii"],
            NoticeValidity.Check(without).Where(element => element.Code == "authority").Select(element => element.BasisId));
        Assert.Empty(NoticeValidity.Check(without with { Bases = [DigitalServices] }));
    }

    [Fact]
    public void A_minor_s_notice_needs_no_name_and_the_law_that_asks_for_a_signature_needs_an_authority()
    {
        var without = Minor with { HasAuthority = false };

        Assert.Empty(NoticeValidity.Check(Minor));
        var missing = Assert.Single(NoticeValidity.Check(without));
        Assert.Equal(("us-tida-removal", "authority"), (missing.BasisId, missing.Code));
        Assert.Empty(NoticeValidity.Check(without with { Bases = [DigitalServices] }));
        Assert.Empty(NoticeValidity.Check(without with { Bases = [] }));
        Assert.DoesNotContain(NoticeElement.Notifier, NoticeLaw.Find("eu-dsa-16-notice")!.Minor);
    }

    [Fact]
    public void A_law_that_cannot_be_cited_says_why()
    {
        var cases = new (LegalBasis Basis, Track Track, string Code)[]
        {
            (Basis("us-dmca-512c", "US", "America/New_York", TrackScope.Adult, null, "17 U.S.C. 512"), Track.Adult, "law-unknown"),
            (OnlineSafety, Track.Minor, "law-other-track"),
            (TakeItDown with { Track = TrackScope.Minor }, Track.Adult, "law-other-track"),
            (OnlineSafety with { Track = TrackScope.Both }, Track.Minor, "law-other-track"),
            (TakeItDown with { InForceFrom = new DateOnly(2027, 3, 2) }, Track.Adult, "law-not-in-force"),
            (TakeItDown with { Status = BasisStatus.Pending }, Track.Adult, "law-not-in-force"),
            (TakeItDown with { Trigger = ClockTrigger.AuthorityRequest }, Track.Adult, "law-not-by-notice"),
        };
        foreach (var (basis, track, code) in cases)
        {
            var facts = (track == Track.Minor ? Minor : Adult) with { Bases = [basis] };
            var missing = Assert.Single(NoticeValidity.Check(facts));

            Assert.Equal((basis.Id, NoticeElement.CitableLaw, code), (missing.BasisId, missing.Element, missing.Code));
        }
    }

    [Fact]
    public void Every_place_must_be_found_and_the_ones_that_cannot_are_named()
    {
        var facts = Adult with
        {
            Bases = [TakeItDown, DigitalServices],
            Places =
            [
                PlaceAt(1, "https://example.com/1", "https://example.com/1"),
                PlaceAt(2, "", null) with { Kind = nameof(PlaceKind.NoLink) },
                PlaceAt(3, "", null, "a profile with my first name") with { Kind = nameof(PlaceKind.NoLink) },
                PlaceAt(4, "they wrote to me", null) with { Kind = nameof(PlaceKind.ThreatOnly) },
                PlaceAt(5, "@name", null) with { Kind = nameof(PlaceKind.Profile) },
                PlaceAt(6, "the group of the club", null, "posts of May") with { Kind = nameof(PlaceKind.Group) },
            ],
        };

        var missing = NoticeValidity.Check(facts);

        Assert.Equal([2, 4], Assert.Single(missing, element => element.Code == "location").Ordinals);
        Assert.Equal([2, 3, 4], Assert.Single(missing, element => element.Code == "exact-location").Ordinals);
    }

    [Fact]
    public void On_the_minor_track_words_instead_of_an_address_do_not_count()
    {
        var facts = Minor with
        {
            Bases = [],
            Places =
            [
                PlaceAt(1, "look at the page of my school", "https://example.com/1"),
                PlaceAt(2, "the boy from class 9", null) with { Kind = nameof(PlaceKind.Profile) },
                PlaceAt(3, "Ana", null, "it is me") with { Kind = nameof(PlaceKind.NoLink) },
            ],
        };

        Assert.Equal([2, 3], Assert.Single(NoticeValidity.Check(facts)).Ordinals);
    }

    [Fact]
    public void Other_harm_needs_words()
    {
        var facts = Adult with { Bases = [DigitalServices], Harms = [HarmKind.Other], Edited = false };

        Assert.Equal("explanation", Assert.Single(NoticeValidity.Check(facts)).Code);
        Assert.Empty(NoticeValidity.Check(facts with { AddedWords = "A private diary with drawings." }));
    }

    [Theory]
    [InlineData(NoticeKind.Reminder)]
    [InlineData(NoticeKind.SecondChannel)]
    [InlineData(NoticeKind.CounterIdentity)]
    [InlineData(NoticeKind.Complaint)]
    public void A_notice_that_follows_names_the_one_before(NoticeKind kind)
    {
        var facts = As(Adult, kind);

        Assert.Empty(NoticeValidity.Check(facts));
        Assert.Equal("earlier-notice", Assert.Single(NoticeValidity.Check(facts with { Earlier = null })).Code);
    }

    [Fact]
    public void A_request_to_preserve_asks_for_no_signature_and_no_reason()
        => Assert.Empty(NoticeValidity.Check(As(Adult, NoticeKind.Preservation) with { Statement = null, Harms = [], Earlier = null }));

    [Fact]
    public void A_complaint_needs_the_missed_law_and_the_history()
    {
        var facts = As(Adult, NoticeKind.Complaint);

        Assert.Equal(
            ["history", "missed-law"],
            NoticeValidity.Check(facts with { History = [], MissedBasis = null }).Select(element => element.Code));
        Assert.Equal("law-other-track", Assert.Single(NoticeValidity.Check(As(Minor, NoticeKind.Complaint) with { MissedBasis = OnlineSafety })).Code);
        Assert.Equal(
            "law-not-in-force",
            Assert.Single(NoticeValidity.Check(facts with { MissedBasis = TakeItDown with { InForceUntil = new DateOnly(2027, 2, 1) } })).Code);
    }

    [Fact]
    public void Facts_that_contradict_their_track_are_refused()
    {
        Refused("notice.minor-signs-nothing", Minor with { Signer = NoticeSigner.Survivor });
        Refused("notice.minor-free-text", Minor with { AddedWords = "more" });
        Refused("notice.made-as-child", Adult with { MadeAsChild = true });
        Refused("notice.language", Adult with { Language = "de" });
        Refused("notice.no-reference", Adult with { Reference = default });
        Refused("notice.too-many-places", Adult with { Places = ManyPlaces(501) });
        Refused("notice.doubled-place", Adult with { Places = [.. ManyPlaces(2), .. ManyPlaces(1)] });
        Refused("notice.too-long", Adult with { PlatformName = new string('x', 201) });
        Refused("notice.too-long", Adult with { AddedWords = new string('x', 10_001) });
        Refused("notice.incomplete", Adult with { Places = [] });
    }

    [Fact]
    public void Every_element_that_a_law_asks_for_can_be_missed_or_is_declared_by_the_text()
        => Assert.All(
            NoticeLaw.All.SelectMany(law => law.Adult.Concat(law.Minor)).Concat(NoticeLaw.OwnRules).Distinct(),
            element => Assert.True(element == NoticeElement.GoodFaith || Elements.Any(row => CodeOf(element) == (string)((ITheoryDataRow)row).GetData()[2]!), element.ToString()));

    private static string CodeOf(NoticeElement element)
        => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(element.ToString());

    private static void Refused(string code, NoticeFacts facts) => Assert.Equal(code, NoticeValidity.Approve(facts).Refusal?.Code);

    private static LegalBasis Only(string id) => Adult.Bases.Single(basis => basis.Id == id);

    private static NoticeFacts Without(NoticeFacts facts, string taken)
        => taken switch
        {
            "no statement" => facts with { Statement = facts.Statement! with { Signature = " " } },
            "no authority" => facts with { Statement = null, Signer = NoticeSigner.Organisation, HasAuthority = false },
            "no address" => facts with { Places = [PlaceAt(1, "", null) with { Kind = nameof(PlaceKind.NoLink) }] },
            "no exact address" => facts with { Places = [PlaceAt(1, "somewhere on their wall", null)] },
            "no image" => facts with { Edited = false, Harms = [HarmKind.Grooming] },
            "no harm" => facts with { Edited = false, Harms = [] },
            "no sender" => facts with { Sender = Nobody },
            _ => throw new ArgumentOutOfRangeException(nameof(taken)),
        };
}
