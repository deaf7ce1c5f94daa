using System.Text.Json;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Referrals;

namespace TakedownCases.Domain.Tests.Referrals;

/// <summary>A pack says no more than what was recorded, about lateness, about the law, and about people.</summary>
public sealed class PackTruthTests
{
    public static TheoryData<double?, bool, string, string> Times => new()
    {
        { null, false, "Late by 1 d 2 h when this was written.", "P1DT2H" },
        { -2, true, "It was done 1 d 0 h late,", "P1D" },
        { -26, true, "It was done in time.", "" },
        { -50, true, "It was done in time.", "" },
        { -2, false, "The time had run out 1 d 0 h before we stopped counting.", "P1D" },
        { -50, false, "We stopped counting before the time was over.", "" },
    };

    [Theory]
    [MemberData(nameof(Times))]
    public void Late_is_what_ran_out_before_it_was_done_or_stopped(double? endedHours, bool wasDone, string said, string lateBy)
    {
        var ended = endedHours is { } hours ? ReferralSamples.Now.AddHours(hours) : (DateTimeOffset?)null;
        var pack = Make(One(PlaceState.Noticed, ReferralSamples.Clock(ended, wasDone)));
        Assert.Contains(said, pack.Text!.Plain, StringComparison.Ordinal);
        Assert.Equal(lateBy.Length > 0, pack.Text.Plain.Contains("That the time of the law ran out", StringComparison.Ordinal));
        using var json = JsonDocument.Parse(pack.Json!.Plain);
        var clock = json.RootElement.GetProperty("places")[0].GetProperty("clock");
        Assert.Equal(lateBy.Length > 0 ? lateBy : null, clock.TryGetProperty("lateBy", out var late) ? late.GetString() : null);
        Assert.Equal(wasDone && lateBy.Length == 0, clock.GetProperty("met").GetBoolean());
    }

    [Fact]
    public void A_place_that_was_taken_back_is_nowhere_and_a_notice_of_such_places_alone_makes_no_pack()
    {
        var facts = ReferralSamples.Pack(PackForm.Ftc, Track.Adult);
        var one = facts with { Places = [facts.Places[0] with { State = PlaceState.Withdrawn }, facts.Places[1]], Timeline = [] };
        Assert.DoesNotContain("Place 1:", Make(one).Text!.Plain, StringComparison.Ordinal);
        Assert.DoesNotContain(ReferralSamples.Address + "\"", Make(one).Json!.Plain, StringComparison.Ordinal);
        Assert.DoesNotContain("ran out", Make(one).Text!.Plain, StringComparison.Ordinal);
        Assert.Equal(ReferralRefusals.NothingLeft, Try(one with { Places = [one.Places[0]] }).Refusal);
    }

    public static TheoryData<PackForm, string> Forms
        => [.. from form in Enum.GetValues<PackForm>() from language in new[] { "en", "fr" } select (form, language)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void No_breach_is_claimed_where_nothing_is_late_and_nothing_was_refused(PackForm form, string language)
    {
        var words = PackWording.In(language);
        var fine = ReferralSamples.Pack(form, Track.Adult, language) with { Places = One(PlaceState.Noticed, ReferralSamples.Clock(ReferralSamples.Now.AddHours(-50), wasDone: true)).Places };
        var text = Make(fine).Text!.Plain;
        Assert.Contains(words.RecordNothing, text, StringComparison.Ordinal);
        Assert.All(words.Of(form).AsksWhenMissed, ask => Assert.DoesNotContain(ask[..20], text, StringComparison.Ordinal));
        foreach (var state in new[] { PlaceState.Refused, PlaceState.AsksIdentity })
        {
            var refused = Make(fine with { Places = [fine.Places[0] with { State = state }] }).Text!.Plain;
            Assert.DoesNotContain(words.RecordNothing, refused, StringComparison.Ordinal);
            Assert.All(
                words.Of(form).AsksWhenMissed,
                ask => Assert.Equal(state == PlaceState.Refused, refused.Contains(ask[..20], StringComparison.Ordinal)));
        }

        var gone = Make(fine with { Places = [fine.Places[0] with { State = PlaceState.RemovedConfirmed }] }).Text!.Plain;
        Assert.All(words.Of(form).AsksWhileOpen, ask => Assert.DoesNotContain(ask[..12], gone, StringComparison.Ordinal));
    }

    [Fact]
    public void A_time_of_our_own_is_never_told_as_a_time_of_the_law()
    {
        var text = Make(One(PlaceState.Noticed, ReferralSamples.Clock(isPolicy: true))).Text!.Plain;
        Assert.Contains("by a time of our own", text, StringComparison.Ordinal);
        Assert.Contains("It is no time of the law.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("That the time of the law ran out", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("P7D", ClockUnit.Calendar, "within 7 days")]
    [InlineData("P6M", ClockUnit.Calendar, "within 6 months")]
    [InlineData("P1Y", ClockUnit.Calendar, "within 1 year")]
    [InlineData("P10D..P14D", ClockUnit.Business, "within 10 business days to 14 business days")]
    [InlineData("PT1H", ClockUnit.Elapsed, "within 1 hour.")]
    [InlineData("PT90M", ClockUnit.Elapsed, "within 1 hour, 30 minutes")]
    public void What_a_law_gives_is_said_in_words(string duration, ClockUnit unit, string said)
        => Assert.Contains(said, Make(With(ReferralSamples.Law with { Duration = BasisDuration.Parse(duration, unit) })).Text!.Plain, StringComparison.Ordinal);

    [Fact]
    public void A_law_that_is_not_sure_enough_still_gives_what_it_gives_and_one_without_hours_gives_none()
    {
        Assert.Contains("It gives 48 hours; we are not sure enough", Make(With(ReferralSamples.Law with { Confidence = BasisConfidence.Medium })).Text!.Plain, StringComparison.Ordinal);
        Assert.Contains("It gives no number of hours.", Make(With(ReferralSamples.Law with { Duration = null })).Text!.Plain, StringComparison.Ordinal);
        Assert.Contains("within 48 hours of a removal notice that you give", Make(With(ReferralSamples.Law with { Trigger = ClockTrigger.AuthorityRequest })).Text!.Plain, StringComparison.Ordinal);
        Assert.Contains("did not cite this law", Make(With(ReferralSamples.Law) with { LawIsCited = false }).Text!.Plain, StringComparison.Ordinal);
        var waits = With(ReferralSamples.Law);
        Assert.Contains(
            "Our notice had left 3 d 2 h before this was written",
            Make(waits with { Authority = waits.Authority with { WaitsUnder = [ReferralSamples.Law.Id] } }).Text!.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_is_quoted_only_where_a_person_chose_it()
    {
        var facts = ReferralSamples.Pack(PackForm.Ftc, Track.Adult) with { QuotesAnswers = false };
        Assert.DoesNotContain("We see no violation", Make(facts).Text!.Plain + Make(facts).Json!.Plain, StringComparison.Ordinal);
        Assert.Contains("They answered in words", Make(facts).Text!.Plain, StringComparison.Ordinal);
        Assert.DoesNotContain("names nobody", Make(facts).Text!.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void On_the_minor_track_nothing_that_a_person_typed_stands_in_a_pack()
    {
        var facts = ReferralSamples.Pack(PackForm.Ftc, Track.Minor);
        var typed = facts with
        {
            PlatformName = "site.example.org",
            PlatformIsTyped = true,
            Proof = facts.Proof with { FormReference = "https://site.example.org/ticket/7", ServerAnswer = "250 mx.site.example.org ok" },
        };
        Assert.DoesNotContain("site.example.org", Make(typed).Text!.Plain + Make(typed).Json!.Plain, StringComparison.Ordinal);
        Assert.Contains("250 2.0.0 Ok", Make(facts).Text!.Plain, StringComparison.Ordinal);
    }

    private static PackFacts With(LegalBasis law) => ReferralSamples.Pack(PackForm.Ftc, Track.Adult) with { Law = law };

    private static PackFacts One(PlaceState state, PackClock clock)
        => ReferralSamples.Pack(PackForm.Ftc, Track.Adult) with
        {
            Places = [new PackPlace(1, "url", ReferralSamples.Address, state, null, HasAnswered: false, null, clock)], Timeline = [],
        };

    private static Outcome<ComplaintPack> Try(PackFacts facts)
        => ComplaintPack.Make(CaseId.New(ReferralSamples.Now), NoticeId.New(ReferralSamples.Now), facts, Actor.System);

    private static ComplaintPack Make(PackFacts facts) => Try(facts).Value!;
}
