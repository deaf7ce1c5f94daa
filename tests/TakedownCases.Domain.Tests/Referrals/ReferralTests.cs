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
    [InlineData(ReferralGround.Consent)]
    [InlineData(ReferralGround.Duty)]
    [InlineData(ReferralGround.TwoPeople)]
    [InlineData(ReferralGround.ByPerson)]
    public void Nothing_is_handed_over_by_one_person_without_a_ground(ReferralGround ground)
        => Assert.False(Made(ReferralSamples.Draft(ReferralSamples.Body(AuthorityKind.Police), Track.Adult, ground), hadConsent: false).IsDone);

    [Fact]
    public void A_duty_to_report_needs_no_consent_and_a_reason()
    {
        var draft = ReferralSamples.Draft(
            ReferralSamples.Body(AuthorityKind.Police), Track.Minor, ReferralGround.Duty, ReferralSamples.Duty(kinds: AuthorityKind.Police));
        Assert.Equal(ReferralRefusals.NoReason, Made(draft with { Reason = " " }, hadConsent: false).Refusal);
        Assert.True(Made(draft, hadConsent: false).IsDone);
    }

    [Fact]
    public void A_duty_names_whom_it_compels_us_to_tell_where_and_how_many_decide()
    {
        var police = ReferralSamples.Body(AuthorityKind.Police);
        Outcome<Referral> Under(ReferralDuty duty, Authority to) => Made(ReferralSamples.Draft(to, Track.Minor, ReferralGround.Duty, duty), hadConsent: false);
        Assert.Equal(ReferralRefusals.NoDuty, Under(ReferralSamples.Duty(kinds: AuthorityKind.Police), ReferralSamples.Body(AuthorityKind.Regulator)).Refusal);
        Assert.Equal(ReferralRefusals.NoDuty, Under(ReferralSamples.Duty(country: "IE", kinds: AuthorityKind.Police), police).Refusal);
        Assert.Equal(ReferralRefusals.NoDuty, Under(ReferralSamples.Duty(country: "*", kinds: AuthorityKind.Police), police with { Country = "IE" }).Refusal);
        Assert.Equal(ReferralRefusals.NeedsSecondPerson, Under(ReferralSamples.Duty(people: 2, kinds: AuthorityKind.Police), police).Refusal);
        Assert.True(Under(ReferralSamples.Duty(kinds: AuthorityKind.Police), police).IsDone);
        Assert.True(Under(new ReferralDuty("a-duty", "*", [], ["somebody"], 1), police).IsDone);
    }

    [Fact]
    public void Of_some_duties_two_people_decide()
    {
        var draft = ReferralSamples.Draft(
            ReferralSamples.Body(AuthorityKind.Police), Track.Minor, ReferralGround.Duty, ReferralSamples.Duty(people: 2, kinds: AuthorityKind.Police));
        var proposed = Referral.Propose(draft, tellPerson: true, ReferralSamples.ByAda, Now).Value!;
        Assert.Equal((ReferralState.Proposed, ReferralGround.Duty, "a-duty"), (proposed.State, proposed.Ground, proposed.Duty));
        Assert.Equal(ReferralRefusals.NoDuty, Referral.Propose(
            draft with { Duty = ReferralSamples.Duty(people: 2, kinds: AuthorityKind.Hotline) }, tellPerson: true, ReferralSamples.ByAda, Now).Refusal);
    }

    [Fact]
    public void Whoever_is_named_by_hand_is_told_by_two_people_alone_and_has_a_name()
    {
        var other = ReferralSamples.Body(AuthorityKind.Hotline, AuthorityDirectory.Other);
        Assert.Equal(ReferralRefusals.NeedsSecondPerson, Made(ReferralSamples.Draft(other, Track.Adult), hadConsent: true).Refusal);
        Assert.Equal(ReferralRefusals.NoDuty, Made(
            ReferralSamples.Draft(other, Track.Adult, ReferralGround.Duty, new ReferralDuty("d", "*", [AuthorityKind.Hotline], [AuthorityDirectory.Other], 1)),
            hadConsent: false).Refusal);
        var draft = ReferralSamples.Draft(other, Track.Adult, ReferralGround.TwoPeople);
        Assert.Equal(ReferralRefusals.NoName, Referral.Propose(draft, tellPerson: true, ReferralSamples.ByAda, Now).Refusal);
        var proposed = Referral.Propose(draft with { Whom = "A School" }, tellPerson: true, ReferralSamples.ByAda, Now).Value!;
        Assert.Equal("A School", proposed.Events.OfType<ReferralProposed>().Single().Whom?.Plain);
        Assert.False(other.IsHotlineOrPolice);
    }

    [Fact]
    public void To_whom_only_the_person_can_turn_nothing_is_passed_on()
    {
        var service = ReferralSamples.Body(AuthorityKind.HashService) with { OnlyByPerson = true };
        Assert.Equal(ReferralRefusals.OnlyByPerson, Made(ReferralSamples.Draft(service, Track.Minor), hadConsent: true).Refusal);
        var reference = ReferralReference.FromRandom(new byte[ReferralReference.RandomBytes]);
        var mentioned = Referral.Mention(CaseId.New(Now), reference, service, Track.Minor, "en", Now, ReferralSamples.ByAda, Now).Value!;
        Assert.Equal((ReferralState.Mentioned, ReferralGround.ByPerson, "", 0), (mentioned.State, mentioned.Ground, mentioned.Items, mentioned.Places.Count));
        Assert.Null(mentioned.Text);
        Assert.Equal(ReferralRefusals.CannotFollow, mentioned.Tell(ReferralState.Answered, Now, null, null, ReferralSamples.ByAda, Now).Refusal);
        Assert.False(Referral.Mention(
            CaseId.New(Now), reference, ReferralSamples.Body(AuthorityKind.Hotline), Track.Minor, "en", Now, ReferralSamples.ByAda, Now).IsDone);
    }

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
        Assert.DoesNotContain("Example", text, StringComparison.Ordinal);
        Assert.Contains("TR-", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Choosing_what_may_not_be_passed_on_is_refused()
        => Assert.Equal(
            ReferralRefusals.NotTheirs,
            Referral.Make(
                ReferralSamples.Draft(ReferralSamples.Body(AuthorityKind.Regulator), Track.Minor, items: PassedItem.Addresses),
                hadConsent: true, Now, null, ReferralSamples.ByAda, Now).Refusal);

    [Fact]
    public void What_another_person_agreed_to_has_not_left_until_somebody_hands_it_over()
    {
        var proposed = Propose(tellPerson: false);
        var (police, later) = (ReferralSamples.Body(AuthorityKind.Police), Now.AddMinutes(10));
        Assert.Equal(ReferralRefusals.NeedsSecondPerson, proposed.Agree("text", police, [], ReferralSamples.ByAda, Now).Refusal);
        Assert.Equal(ReferralRefusals.NotAgreed, proposed.HandOver("text", police, [], null, Now, ReferralSamples.ByAda, Now).Refusal);
        Assert.True(proposed.Agree("text", police, [], ReferralSamples.ByBen, Now.AddSeconds(40)).IsDone);
        Assert.Equal((ReferralState.Agreed, null, ReferralSamples.Ben), (proposed.State, proposed.MadeAt, proposed.AgreedBy));
        Assert.Empty(proposed.Events.OfType<ReferralMade>());
        Assert.Equal(ReferralRefusals.NotWaiting, proposed.Agree("text", police, [], ReferralSamples.ByBen, later).Refusal);

        Assert.Equal(ReferralRefusals.BeforeAgreed, proposed.HandOver("text", police, [], null, Now.AddMinutes(-1), ReferralSamples.ByAda, later).Refusal);
        Assert.Equal(ReferralRefusals.BeforeAgreed, proposed.HandOver("text", police, [], null, later.AddMinutes(1), ReferralSamples.ByAda, later).Refusal);
        Assert.True(proposed.HandOver("text", police, [], "T-1", Now, ReferralSamples.ByAda, later).IsDone);

        Assert.Equal((ReferralState.Made, Now, ReferralSamples.Ada), (proposed.State, proposed.MadeAt, proposed.MadeBy));
        Assert.Equal(ReferralSamples.Ben, proposed.Events.OfType<ReferralMade>().Single().Second);
        Assert.False(proposed.TellPerson);
    }

    [Fact]
    public void What_had_left_before_it_was_stopped_is_recorded_afterwards()
    {
        var (police, later) = (ReferralSamples.Body(AuthorityKind.Police), Now.AddMinutes(30));
        var stopped = Propose(tellPerson: true);
        stopped.Withdraw("case-ended", null, Actor.Survivor, Now);
        Assert.Equal(ReferralRefusals.NotAgreed, stopped.HandOver("text", police, [], null, Now, ReferralSamples.ByAda, later).Refusal);
        var agreed = Propose(tellPerson: true);
        agreed.Agree("text", police, [], ReferralSamples.ByBen, Now);
        agreed.Withdraw("case-ended", null, Actor.Survivor, Now.AddMinutes(20));
        Assert.Equal(ReferralRefusals.AfterStopped, agreed.HandOver("text", police, [], null, Now.AddMinutes(21), ReferralSamples.ByAda, later).Refusal);

        Assert.True(agreed.HandOver("text", police, [], null, Now.AddMinutes(10), ReferralSamples.ByAda, later).IsDone);

        Assert.Equal((ReferralState.Made, Now.AddMinutes(10), null), (agreed.State, agreed.MadeAt, agreed.MovedAt));
        Assert.Equal(ReferralRefusals.NotAgreed, agreed.HandOver("text", police, [], null, Now.AddMinutes(10), ReferralSamples.ByAda, later).Refusal);
    }

    [Fact]
    public void What_may_not_go_there_any_more_is_neither_agreed_to_nor_handed_over()
    {
        var narrower = ReferralSamples.Body(AuthorityKind.HashService);
        var proposed = Propose(tellPerson: true);
        Assert.Equal(ReferralRefusals.NotTheirs, proposed.Agree("text", narrower, [], ReferralSamples.ByBen, Now).Refusal);
        Assert.True(proposed.Agree("text", ReferralSamples.Body(AuthorityKind.Police), [], ReferralSamples.ByBen, Now).IsDone);
        Assert.Equal(ReferralRefusals.NotTheirs, proposed.HandOver("text", narrower, [], null, Now, ReferralSamples.ByAda, Now).Refusal);
    }

    [Fact]
    public void A_proposal_needs_a_reason_and_can_be_refused_by_the_second_person()
    {
        var draft = ReferralSamples.Draft(ReferralSamples.Body(AuthorityKind.Police), Track.Adult, ReferralGround.TwoPeople);
        Assert.Equal(ReferralRefusals.NoReason, Referral.Propose(draft with { Reason = " " }, tellPerson: true, ReferralSamples.ByAda, Now).Refusal);
        var proposed = Propose(tellPerson: true);
        Assert.True(proposed.Withdraw("not-agreed", null, ReferralSamples.ByBen, Now).IsDone);
        Assert.False(proposed.Agree("text", ReferralSamples.Body(AuthorityKind.Police), [], ReferralSamples.ByBen, Now).IsDone);
    }

    [Fact]
    public void What_they_did_in_the_minute_of_the_telling_is_not_too_early()
    {
        var made = Referral.Make(
            ReferralSamples.Draft(ReferralSamples.Body(AuthorityKind.Regulator), Track.Adult), hadConsent: true, Now.AddSeconds(40), null,
            ReferralSamples.ByAda, Now.AddSeconds(40)).Value!;
        Assert.True(made.Tell(ReferralState.Received, Now, null, null, ReferralSamples.ByAda, Now.AddSeconds(50)).IsDone);
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
    public void Erasing_takes_every_word_and_none_is_kept_after_it()
    {
        var made = Make(ReferralSamples.Draft(ReferralSamples.Body(AuthorityKind.Regulator), Track.Adult, items: PassedItem.OwnWords));
        made.Erase(Actor.System, Now);
        Assert.True(made.Tell(ReferralState.Answered, Now, "T-9", "they said", ReferralSamples.ByAda, Now).IsDone);
        Assert.Equal((null, null, null, null), (made.Text, made.Theirs, made.Words, made.Reason));
    }

    [Fact]
    public void A_reference_reads_back_as_people_type_it()
    {
        var reference = ReferralReference.FromRandom([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
        Assert.Matches("^TR-[2-9A-Z]{4}-[2-9A-Z]{4}$", reference.Value);
        Assert.Equal(reference, ReferralReference.Parse(reference.Value.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)));
        Assert.False(ReferralReference.TryParse("TR-0000-000", out _));
    }

    private static Referral Make(ReferralDraft draft) => Made(draft, hadConsent: true).Value!;

    private static Outcome<Referral> Made(ReferralDraft draft, bool hadConsent)
        => Referral.Make(draft, hadConsent, Now, null, ReferralSamples.ByAda, Now);

    private static Referral Propose(bool tellPerson)
        => Referral.Propose(
            ReferralSamples.Draft(ReferralSamples.Body(AuthorityKind.Police), Track.Adult, ReferralGround.TwoPeople), tellPerson, ReferralSamples.ByAda, Now).Value!;
}
