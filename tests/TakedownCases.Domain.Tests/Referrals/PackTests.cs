using System.Text.Json;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Referrals;

namespace TakedownCases.Domain.Tests.Referrals;

public sealed class PackTests
{
    public static TheoryData<PackForm, string> Forms
        => [.. from form in Enum.GetValues<PackForm>() from language in new[] { "en", "fr" } select (form, language)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_pack_says_what_was_missed_by_how_much_and_how_we_know(PackForm form, string language)
    {
        var pack = Make(ReferralSamples.Pack(form, Track.Adult, language));
        var text = pack.Text!.Plain;
        foreach (var needle in new[] { "Invented Act s.1", "48", "TN-2222-2222", "250 2.0.0 Ok", "We see no violation.", ReferralSamples.Address, new string('a', 64) })
        {
            Assert.Contains(needle, text, StringComparison.Ordinal);
        }

        Assert.Contains(language == "en" ? "1 d 2 h" : "1 j 2 h", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", text, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(pack.Json!.Plain);
        var root = json.RootElement;
        Assert.Equal("complaint-pack/1", root.GetProperty("format").GetString());
        Assert.Equal("P1DT2H", root.GetProperty("places")[0].GetProperty("clock").GetProperty("lateBy").GetString());
        Assert.False(root.GetProperty("places")[1].GetProperty("clock").TryGetProperty("lateBy", out _));
        Assert.Equal("TN-2222-2222", root.GetProperty("proof").GetProperty("notice").GetString());
        Assert.Equal(3, root.GetProperty("elements").GetArrayLength());
        Assert.NotEqual(0, root.GetProperty("asks").GetArrayLength());
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void On_the_minor_track_no_address_and_no_answer_stands_in_a_pack(PackForm form, string language)
    {
        var pack = Make(ReferralSamples.Pack(form, Track.Minor, language));
        foreach (var said in new[] { pack.Text!.Plain, pack.Json!.Plain })
        {
            Assert.DoesNotContain("site.example.org", said, StringComparison.Ordinal);
            Assert.DoesNotContain("We see no violation", said, StringComparison.Ordinal);
            Assert.Contains("TN-2222-2222", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void There_are_words_in_both_languages_for_every_state_element_and_event()
    {
        foreach (var words in new[] { PackWording.In("en"), PackWording.In("fr") })
        {
            Assert.All(Enum.GetValues<PlaceState>(), state => Assert.NotEmpty(words.State(state)));
            Assert.All(Enum.GetValues<ContactCode>(), code => Assert.NotEmpty(words.Event(JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString()))));
            Assert.All(NoticeLaw.All.SelectMany(law => law.Adult.Concat(law.Minor)), element => Assert.NotEmpty(words.Element(JsonNamingPolicy.KebabCaseLower.ConvertName(element.ToString()))));
            Assert.All(Enum.GetValues<PackForm>(), form => Assert.NotEmpty(words.Of(form).Asks));
        }

        Assert.Equal(PackWording.In("en").Words.Keys.Order(), PackWording.In("fr").Words.Keys.Order());
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void That_time_ran_out_is_said_only_where_it_did(string language)
    {
        var facts = ReferralSamples.Pack(PackForm.Ftc, Track.Adult, language);
        var words = PackWording.In(language);
        Assert.Contains(words.ShowsLate, Make(facts).Text!.Plain, StringComparison.Ordinal);
        var met = facts with { Places = [.. facts.Places.Where(place => place.Clock!.WasDone)] };
        Assert.DoesNotContain(words.ShowsLate, Make(met).Text!.Plain, StringComparison.Ordinal);
        Assert.Contains(words.ShowsRecord, Make(met).Text!.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_has_no_pack_gets_none()
        => Assert.False(ComplaintPack.Make(
            CaseId.New(ReferralSamples.Now), NoticeId.New(ReferralSamples.Now),
            ReferralSamples.Pack(PackForm.Ftc, Track.Adult) with { Authority = ReferralSamples.Body(AuthorityKind.Regulator) }, Actor.System).IsDone);

    private static ComplaintPack Make(PackFacts facts)
        => ComplaintPack.Make(CaseId.New(ReferralSamples.Now), NoticeId.New(ReferralSamples.Now), facts, Actor.System).Value!;
}
