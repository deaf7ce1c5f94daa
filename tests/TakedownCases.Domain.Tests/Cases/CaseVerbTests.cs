using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Tests.Cases;

/// <summary>Filing, and what staff do with a case: state before and after, events, refusals.</summary>
public sealed class CaseVerbTests
{
    private static readonly DateTimeOffset Later = CaseSamples.Now.AddHours(1);

    private readonly TakedownCase _case = CaseSamples.Loaded();

    [Fact]
    public void Addresses_that_come_after_the_first_notice_have_a_deadline_of_their_own()
    {
        _case.Review(CaseSamples.StartClock, CaseSamples.ByAda, Later);
        _case.NoticeLeft(NoticeId.New(Later), [_case.Places[0].Id], [], CaseSamples.StartClock, CaseSamples.ByAda, Later);
        Assert.DoesNotContain(_case.Clocks, clock => clock is { IsRunning: true, Kind: ClockKind.NoticeOut });

        _case.AddPlaces([CaseSamples.NewPlace(9)], CaseSamples.StartClock, Actor.Survivor, Later.AddHours(1));

        Assert.Contains(_case.Clocks, clock => clock is { IsRunning: true, Kind: ClockKind.NoticeOut });
    }

    [Fact]
    public void A_filing_says_everything_in_its_order()
    {
        var filed = CaseSamples.File();
        Assert.Equal(
            ["case.filed", "place.added", "place.added", "consent.given", "clock.started", "clock.started"], filed.Kinds());
        Assert.Equal((CaseState.Filed, 2, CaseSamples.Now + CaseSamples.Review), (filed.State, filed.PlaceCount, filed.NextDueAt));
        Assert.Equal(KeyHolder.Survivor, Assert.Single(filed.Keys).Holder);
        Assert.Equal("clock.started", filed.Events[^1].Kind);
        Assert.Equal(Actor.System, filed.Events[^1].By);
    }

    [Fact]
    public void The_key_of_a_filing_by_somebody_else_is_the_filers()
        => Assert.Equal(KeyHolder.Filer, Assert.Single(CaseSamples.File(CaseSamples.Facts(filer: FilerKind.Representative)).Keys).Holder);

    [Fact]
    public void A_place_that_is_there_already_is_passed_over()
    {
        var outcome = _case.AddPlaces([CaseSamples.NewPlace(1), CaseSamples.NewPlace(3), CaseSamples.NewPlace(4, index: 3)], CaseSamples.StartClock, Actor.Survivor, Later);
        Assert.Equal(1, outcome.Value);
        Assert.Equal(3, _case.PlaceCount);
        Assert.Equal(["place.added"], _case.Kinds());
    }

    [Fact]
    public void Places_without_an_address_are_never_taken_for_the_same()
    {
        var unlinked = CaseSamples.NewPlace(5) with { BlindIndex = null };
        Assert.Equal(2, _case.AddPlaces([unlinked, unlinked with { Id = PlaceId.New(Later) }], CaseSamples.StartClock, Actor.Survivor, Later).Value);
    }

    [Fact]
    public void Places_join_open_cases_only_and_up_to_the_limit()
    {
        Assert.Equal(CaseRefusals.NotOpen, CaseSamples.Closed().AddPlaces([], CaseSamples.StartClock, Actor.Survivor, Later).Refusal);
        var many = Enumerable.Range(10, 499).Select(number => CaseSamples.NewPlace(number)).ToList();
        Assert.Equal(CaseRefusals.TooManyPlaces, _case.AddPlaces(many, CaseSamples.StartClock, Actor.Survivor, Later).Refusal);
        Assert.Empty(_case.Events);
    }

    [Fact]
    public void A_place_is_checked_and_taken_back_once()
    {
        var id = _case.Places[0].Id;
        _case.CheckPlace(id, "example", CaseSamples.ByAda, Later);
        _case.CheckPlace(id, null, CaseSamples.ByAda, Later);
        Assert.Equal((PlaceState.Checked, "example"), (_case.Places[0].State, _case.Places[0].Platform));
        _case.WithdrawPlace(id, Actor.Survivor, Later);
        _case.WithdrawPlace(id, Actor.Survivor, Later);
        Assert.Equal(["place.checked", "place.withdrawn"], _case.Kinds());
        Assert.Equal(CaseRefusals.NoSuchPlace, _case.CheckPlace(PlaceId.New(Later), null, CaseSamples.ByAda, Later).Refusal);
        Assert.Equal(CaseRefusals.NoSuchPlace, _case.WithdrawPlace(PlaceId.New(Later), Actor.Survivor, Later).Refusal);
    }

    [Fact]
    public void Places_are_numbered_in_the_order_they_were_given()
    {
        _case.WithdrawPlace(_case.Places[0].Id, Actor.Survivor, Later);
        _case.AddPlaces([CaseSamples.NewPlace(9), CaseSamples.NewPlace(8)], CaseSamples.StartClock, Actor.Survivor, Later);
        Assert.Equal([1, 2, 3, 4], _case.Places.Select(place => place.Ordinal));
        Assert.Equal([9, 8], _case.Places.Skip(2).Select(place => (int)place.BlindIndex![0]));
    }

    [Fact]
    public void A_filing_that_came_in_an_odd_way_is_accepted_once_or_by_being_taken()
    {
        var odd = CaseSamples.Loaded(CaseSamples.Facts() with { IsUnchecked = true });
        Assert.True(odd.IsUnchecked);
        odd.Accept(CaseSamples.ByAda, Later);
        odd.Accept(CaseSamples.ByAda, Later);
        Assert.False(odd.IsUnchecked);
        Assert.Equal(["case.accepted"], odd.Kinds());

        var taken = CaseSamples.Loaded(CaseSamples.Facts() with { IsUnchecked = true });
        taken.Claim(CaseSamples.Ada, CaseSamples.ByAda, Later);
        Assert.False(taken.IsUnchecked);
    }

    [Fact]
    public void A_case_has_one_holder_at_a_time()
    {
        Assert.True(_case.Claim(CaseSamples.Ada, CaseSamples.ByAda, Later).IsDone);
        Assert.True(_case.Claim(CaseSamples.Ada, CaseSamples.ByAda, Later).IsDone);
        Assert.Equal(CaseRefusals.AlreadyClaimed, _case.Claim(CaseSamples.Ben, CaseSamples.ByBen, Later).Refusal);
        _case.Release(CaseSamples.ByAda, Later);
        _case.Release(CaseSamples.ByAda, Later);
        Assert.True(_case.Claim(CaseSamples.Ben, CaseSamples.ByBen, Later).IsDone);
        Assert.Equal(["case.claimed", "case.released", "case.claimed"], _case.Kinds());
        Assert.Equal(CaseRefusals.NotOpen, CaseSamples.Closed().Claim(CaseSamples.Ada, CaseSamples.ByAda, Later).Refusal);
    }

    [Fact]
    public void Review_meets_the_first_clock_starts_that_for_a_notice_and_leaves_the_other_running()
    {
        _case.Review(CaseSamples.StartClock, CaseSamples.ByAda, Later);
        _case.Review(CaseSamples.StartClock, CaseSamples.ByAda, Later);
        Assert.Equal(["case.state-changed", "clock.met", "clock.started"], _case.Kinds());
        Assert.Equal(CaseState.InProgress, _case.State);
        Assert.True(_case.Clock(ClockKind.FirstReview).Met);
        Assert.Equal(CaseSamples.Now + CaseSamples.Inform, _case.NextDueAt);
    }

    [Fact]
    public void Severity_is_changed_once()
    {
        _case.ChangeSeverity(Severity.Urgent, CaseSamples.StartClock, CaseSamples.ByAda, Later);
        _case.ChangeSeverity(Severity.Urgent, CaseSamples.StartClock, CaseSamples.ByAda, Later);
        Assert.Equal(new SeverityChanged(CaseSamples.ByAda, Later, Severity.Standard, Severity.Urgent), Assert.Single(_case.Events));
    }

    [Fact]
    public void The_way_to_the_minor_track_is_open_and_takes_the_signature_away()
    {
        Assert.NotNull(_case.Statement);
        Assert.True(_case.MoveToTrack(Track.Minor, CaseSamples.StartClock, CaseSamples.ByAda, null, Later).IsDone);
        Assert.Null(_case.Statement);
        Assert.Equal(["case.track-changed"], _case.Kinds());
    }

    [Fact]
    public void The_way_back_to_the_adult_track_needs_two_people()
    {
        var minor = CaseSamples.Loaded(CaseSamples.Facts(Track.Minor));
        Assert.Equal(CaseRefusals.NeedsSecondPerson, minor.MoveToTrack(Track.Adult, CaseSamples.StartClock, CaseSamples.ByAda, null, Later).Refusal);
        Assert.Equal(CaseRefusals.NeedsSecondPerson, minor.MoveToTrack(Track.Adult, CaseSamples.StartClock, CaseSamples.ByAda, CaseSamples.Ada, Later).Refusal);
        Assert.Equal(Track.Minor, minor.Track);
        Assert.True(minor.MoveToTrack(Track.Adult, CaseSamples.StartClock, CaseSamples.ByAda, CaseSamples.Ben, Later).IsDone);
        Assert.Equal(new TrackChanged(CaseSamples.ByAda, Later, Track.Minor, Track.Adult, CaseSamples.Ben), Assert.Single(minor.Events));
    }

    [Fact]
    public void A_message_of_staff_starts_the_next_clock_for_keeping_informed()
    {
        Assert.True(_case.WriteMessage("news", CaseSamples.ByAda, CaseSamples.StartClock, Later).IsDone);
        Assert.Equal(["message.written", "clock.met", "clock.started"], _case.Kinds());
        Assert.Equal(Later, _case.StaffWroteAt);
        Assert.Equal(Later + CaseSamples.Inform, _case.Clock(ClockKind.KeepInformed).DueAt);
    }

    [Fact]
    public void A_message_in_a_closed_case_starts_no_clock()
    {
        var closed = CaseSamples.Closed();
        Assert.True(closed.WriteMessage("goodbye", CaseSamples.ByAda, CaseSamples.StartClock, Later).IsDone);
        Assert.Equal(["message.written"], closed.Kinds());
        Assert.Null(closed.NextDueAt);
    }

    [Fact]
    public void An_answer_of_the_survivor_ends_the_waiting()
    {
        _case.WaitForSurvivor(CaseSamples.StartClock, CaseSamples.ByAda, Later);
        Assert.Equal(CaseState.WaitingForSurvivor, _case.State);
        Assert.Equal(CaseRefusals.NotOpen, _case.WaitForSurvivor(CaseSamples.StartClock, CaseSamples.ByAda, Later).Refusal);
        _case.ForgetEvents();
        _case.WriteMessage("here", Actor.Survivor, CaseSamples.StartClock, Later);
        Assert.Equal(["message.written", "case.state-changed"], _case.Kinds());
        Assert.Equal((CaseState.InProgress, Later), (_case.State, _case.SurvivorWroteAt));
    }

    [Fact]
    public void Only_staff_write_notes()
        => Assert.Throws<InvalidOperationException>(() => _case.WriteNote(NoteKind.Operational, "x", Actor.Survivor, Later));

    [Fact]
    public void A_colleague_who_is_walled_off_loses_the_case()
    {
        _case.Claim(CaseSamples.Ada, CaseSamples.ByAda, Later);
        _case.ForgetEvents();
        _case.Recuse(CaseSamples.Ada, CaseSamples.ByBen, Later);
        _case.Recuse(CaseSamples.Ada, CaseSamples.ByBen, Later);
        Assert.Equal(["case.recused", "case.released"], _case.Kinds());
        Assert.Null(_case.Assignee);
        Assert.Equal(CaseRefusals.WalledOff, _case.Claim(CaseSamples.Ada, CaseSamples.ByAda, Later).Refusal);
    }

    [Fact]
    public void Glass_is_broken_by_two_people()
    {
        Assert.Equal(CaseRefusals.NeedsSecondPerson, _case.BreakGlass(CaseSamples.Ada, CaseSamples.ByAda, "why", Later, Later).Refusal);
        Assert.Equal(CaseRefusals.NeedsSecondPerson, _case.BreakGlass(CaseSamples.Ada, Actor.System, "why", Later, Later).Refusal);
        Assert.True(_case.BreakGlass(CaseSamples.Ada, CaseSamples.ByBen, "why", Later.AddHours(1), Later).IsDone);
        Assert.Equal((CaseSamples.Ada, CaseSamples.Ben), (Assert.Single(_case.Glass).Staff, _case.Glass[0].Approver));
    }

    [Fact]
    public void Authority_is_checked_with_a_reason()
    {
        _case.CheckAuthority("a court's letter", CaseSamples.ByAda, Later);
        Assert.Equal(Later, _case.AuthorityCheckedAt);
        Assert.Equal("a court's letter", Assert.IsType<AuthorityChecked>(Assert.Single(_case.Events)).Reason.Plain);
    }
}
