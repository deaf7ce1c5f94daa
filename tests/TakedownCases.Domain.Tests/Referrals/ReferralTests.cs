using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Referrals;

namespace TakedownCases.Domain.Tests.Referrals;

public sealed class ReferralTests
{
    private static readonly DateTimeOffset Now = ReferralSamples.Now;

    public static TheoryData<AuthorityKind, Track> Recipients
        => [.. from kind in Enum.GetValues<AuthorityKind>() from track in Enum.GetValues<Track>() select (kind, track)];

    [Fact]
    public void With_the_consent_that_names_them_a_case_is_handed_over_and_the_text_is_committed_to()
    {
        var made = Make(ReferralSamples.Draft(ReferralSamples.Body(AuthorityKind.Hotline), Track.Minor));
        Assert.Equal(ReferralState.Made, made.State);
        Assert.Equal(Now, made.MadeAt);
        var happened = Assert.IsType<ReferralMade>(Assert.Single(made.Events));
        Assert.Equal("addresses harms", happened.Items);
        Assert.Contains(ReferralSamples.Address, happened.Text.Plain, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReferralGround.Consent, null)]
    [InlineData(ReferralGround.Duty, null)]
    [InlineData(ReferralGround.TwoPeople, null)]
    public void Nothing_is_handed_over_by_one_person_without_a_ground(ReferralGround ground, string? duty)
    {
        var draft = ReferralSamples.Draft(ReferralSamples.Body(AuthorityKind.Police), Track.Adult, ground, duty);
        Assert.False(Referral.Make(draft, hasConsent: false, Now, null, ReferralSamples.ByAda, Now).IsDone);
    }

    [Fact]
    public void A_duty_to_report_needs_no_consent()
        => Assert.True(Referral.Make(
            ReferralSamples.Draft(ReferralSamples.Body(AuthorityKind.Police), Track.Minor, ReferralGround.Duty, "a-duty"),
            hasConsent: false, Now, null, ReferralSamples.ByAda, Now).IsDone);

    [Theory]
    [MemberData(nameof(Recipients))]
    public void On_the_minor_track_addresses_reach_hotlines_and_the_police_and_no_word_name_or_contact_reaches_anybody(AuthorityKind kind, Track track)
    {
        var facts = ReferralSamples.Facts(ReferralSamples.Body(kind), track);
        var text = ReferralText.Of(facts, Enum.GetValues<PassedItem>());
        Assert.Equal(
            kind != AuthorityKind.HashService && (track == Track.Adult || kind is AuthorityKind.Hotline or AuthorityKind.Police),
            text.Contains(ReferralSamples.Address, StringComparison.Ordinal));
        Assert.Equal(track == Track.Adult, text.Contains("canary words", StringComparison.Ordinal));
        var named = track == Track.Adult && kind is not (AuthorityKind.Hotline or AuthorityKind.HashService);
        Assert.Equal(named, text.Contains("Canary Name", StringComparison.Ordinal));
        Assert.Equal(named, text.Contains("canary@example.net", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void What_is_not_chosen_stays_here(string language)
    {
        var text = ReferralText.Of(ReferralSamples.Facts(ReferralSamples.Body(AuthorityKind.Police), Track.Adult, language), []);
        Assert.DoesNotContain("canary", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(ReferralSamples.Address, text, StringComparison.Ordinal);
        Assert.DoesNotContain("TN-2222", text, StringComparison.Ordinal);
        Assert.Contains("TR-", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Choosing_what_may_not_be_passed_on_is_refused()
        => Assert.Equal(
            ReferralRefusals.NotTheirs,
            Referral.Make(
                ReferralSamples.Draft(ReferralSamples.Body(AuthorityKind.Regulator), Track.Minor, items: PassedItem.Addresses),
                hasConsent: true, Now, null, ReferralSamples.ByAda, Now).Refusal);

    [Fact]
    public void Without_consent_one_person_proposes_and_another_agrees()
    {
        var proposed = Propose(tellPerson: false);
        Assert.Equal(ReferralState.Proposed, proposed.State);
        Assert.Null(proposed.MadeAt);
        Assert.Equal(ReferralRefusals.NeedsSecondPerson, proposed.Agree("text", null, Now, ReferralSamples.ByAda, Now).Refusal);
        Assert.True(proposed.Agree("text", "T-1", Now, ReferralSamples.ByBen, Now).IsDone);
        Assert.Equal(ReferralState.Made, proposed.State);
        Assert.Equal(ReferralSamples.Ada, proposed.Events.OfType<ReferralMade>().Single().Second);
        Assert.False(proposed.TellPerson);
        Assert.Equal(ReferralRefusals.NotWaiting, proposed.Agree("text", null, Now, ReferralSamples.ByBen, Now).Refusal);
    }

    [Fact]
    public void A_proposal_needs_a_reason_and_can_be_refused_by_the_second_person()
    {
        var draft = ReferralSamples.Draft(ReferralSamples.Body(AuthorityKind.Police), Track.Adult, ReferralGround.TwoPeople);
        Assert.Equal(ReferralRefusals.NoReason, Referral.Propose(draft, " ", tellPerson: true, ReferralSamples.ByAda, Now).Refusal);
        var proposed = Propose(tellPerson: true);
        Assert.True(proposed.Withdraw("not-agreed", null, ReferralSamples.ByBen, Now).IsDone);
        Assert.False(proposed.Agree("text", null, Now, ReferralSamples.ByBen, Now).IsDone);
    }

    [Fact]
    public void What_they_do_is_recorded_with_the_instant_at_which_they_did_it()
    {
        var made = Make(ReferralSamples.Draft(ReferralSamples.Body(AuthorityKind.Regulator), Track.Adult));
        var later = Now.AddHours(5);
        Assert.Equal(ReferralRefusals.TooEarly, made.Tell(ReferralState.Acted, Now.AddHours(-1), null, null, ReferralSamples.ByAda, later).Refusal);
        Assert.Equal(ReferralRefusals.TooEarly, made.Tell(ReferralState.Acted, later.AddHours(1), null, null, ReferralSamples.ByAda, later).Refusal);
        Assert.True(made.Tell(ReferralState.Received, Now.AddHours(1), "T-9", null, ReferralSamples.ByAda, later).IsDone);
        Assert.True(made.Tell(ReferralState.Acted, Now.AddHours(2), null, "we gave a notice", ReferralSamples.ByAda, later).IsDone);
        Assert.Equal("T-9", made.Theirs?.Plain);
        Assert.Equal(Now.AddHours(2), made.MovedAt);
        Assert.Equal(ReferralRefusals.CannotFollow, made.Tell(ReferralState.Received, later, null, null, ReferralSamples.ByAda, later).Refusal);
        Assert.True(made.Tell(ReferralState.Acted, later, null, null, ReferralSamples.ByAda, later).IsDone);
        Assert.True(made.Withdraw("by-staff", null, ReferralSamples.ByAda, later).IsDone);
        Assert.Equal(ReferralRefusals.CannotFollow, made.Tell(ReferralState.Answered, later, null, null, ReferralSamples.ByAda, later).Refusal);
    }

    [Fact]
    public void Erasing_takes_the_words_and_keeps_what_was_passed_on_only_as_proof()
    {
        var made = Make(ReferralSamples.Draft(ReferralSamples.Body(AuthorityKind.Hotline), Track.Minor));
        made.Erase(keepProof: true, Actor.System, Now);
        Assert.NotNull(made.Text);
        made.Erase(keepProof: false, Actor.System, Now);
        Assert.Null(made.Text);
    }

    [Fact]
    public void A_reference_reads_back_as_people_type_it()
    {
        var reference = ReferralReference.FromRandom([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
        Assert.Matches("^TR-[2-9A-Z]{4}-[2-9A-Z]{4}$", reference.Value);
        Assert.Equal(reference, ReferralReference.Parse(reference.Value.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)));
        Assert.False(ReferralReference.TryParse("TR-0000-000", out _));
    }

    private static Referral Make(ReferralDraft draft)
        => Referral.Make(draft, hasConsent: true, Now, null, ReferralSamples.ByAda, Now).Value!;

    private static Referral Propose(bool tellPerson)
        => Referral.Propose(
            ReferralSamples.Draft(ReferralSamples.Body(AuthorityKind.Police), Track.Adult, ReferralGround.TwoPeople), "a reason", tellPerson,
            ReferralSamples.ByAda, Now).Value!;
}
