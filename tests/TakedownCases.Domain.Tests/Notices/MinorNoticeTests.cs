using System.Text.Json;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using static TakedownCases.Domain.Tests.Notices.NoticeSamples;

namespace TakedownCases.Domain.Tests.Notices;

/// <summary>Nothing that tells who the child is gets into any byte (design law 1, practice P5 and P8).</summary>
public sealed class MinorNoticeTests
{
    private const string Canary = "CANARYX";

    private static readonly NoticeFacts Loaded = Minor with
    {
        Statement = Statement with { Statement = Canary, Name = Canary, Signature = Canary },
        AuthorityNote = Canary,
        Places =
        [
            PlaceAt(1, $"see https://example.com/1 it is {Canary}", "https://example.com/1", Canary),
            PlaceAt(2, "https://example.com/2", "https://example.com/2", Canary),
        ],
    };

    public static TheoryData<NoticeKind> Kinds => new(Enum.GetValues<NoticeKind>().Where(kind => !NoticeKinds.IsBesidePlatform(kind)));

    [Theory]
    [InlineData(NoticeKind.AskHost)]
    [InlineData(NoticeKind.AskCdn)]
    [InlineData(NoticeKind.AskRegistrar)]
    [InlineData(NoticeKind.DeIndexing)]
    public void Nothing_goes_to_a_host_a_network_a_registrar_or_a_search_engine(NoticeKind kind)
        => Assert.Equal(NoticeVerbRefusals.NotForMinors, NoticeValidity.Approve(As(Loaded, kind)).Refusal);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_name_statement_signature_or_words_leave_in_any_kind(NoticeKind kind)
    {
        foreach (var language in new[] { "en", "fr" })
        {
            var facts = As(Loaded, kind) with { Language = language };

            Assert.DoesNotContain(Canary, Everything(facts), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("name", NoticePreview.Of(facts).Recipient);
            Assert.DoesNotContain("statement", NoticePreview.Of(facts).Recipient);
            Assert.DoesNotContain("place-words", NoticePreview.Of(facts).Recipient);
            Assert.DoesNotContain(Canary, JsonSerializer.Serialize(NoticeValidity.Approve(facts).Value!.Facts, SealedJson.Options), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_same_facts_on_the_adult_track_do_carry_them()
        => Assert.Contains(Canary, Everything(Loaded with { Track = Track.Adult, MadeAsChild = null }), StringComparison.Ordinal);

    [Fact]
    public void A_place_of_words_only_cannot_be_named()
        => Assert.False(NoticeValidity.Approve(Minor with { Places = [PlaceAt(1, Canary, null) with { Kind = nameof(PlaceKind.NoLink) }] }).IsDone);

    [Fact]
    public void A_regulator_gets_no_address()
    {
        var text = Everything(As(Minor, NoticeKind.Complaint));

        Assert.DoesNotContain("example.com/p", text, StringComparison.Ordinal);
        Assert.DoesNotContain("#sample-tag", text, StringComparison.Ordinal);
        Assert.Contains("example.com/p", Everything(As(Adult, NoticeKind.Complaint)), StringComparison.Ordinal);
        Assert.Contains("number-of-addresses", NoticePreview.Of(As(Minor, NoticeKind.Complaint)).Recipient);
    }

    [Fact]
    public void A_complaint_carries_no_name_on_the_adult_track_either()
        => Assert.DoesNotContain("Lindqvist", Everything(As(Adult, NoticeKind.Complaint)), StringComparison.Ordinal);

    [Fact]
    public void Where_the_organisation_signs_for_an_adult_the_person_s_name_stays_here()
    {
        var text = Everything(ByOrganisation with { Statement = Statement });

        Assert.Contains("I did not agree to this being shared.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lindqvist", text, StringComparison.Ordinal);
    }
}
