using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Tests.Cases;

/// <summary>What happens to a case once notices go out and answers come.</summary>
public sealed class CaseDeskTests
{
    private static readonly DateTimeOffset Later = CaseSamples.Now.AddHours(1);
    private static readonly NoticeId Sent = NoticeId.New(CaseSamples.Now);

    private readonly TakedownCase _case = CaseSamples.Loaded();

    private PlaceId First => _case.Places[0].Id;

    private PlaceId Second => _case.Places[1].Id;

    [Fact]
    public void A_word_ends_what_no_act_ends()
        => Assert.Equal(
            [TaskKind.ApproveNotice, TaskKind.FileForm, TaskKind.UnknownSending, TaskKind.SendingRejected, TaskKind.TellHotline, TaskKind.DecideReferral, TaskKind.HandOver,
                TaskKind.FindHost, TaskKind.PreparePack],
            Enum.GetValues<TaskKind>().Where(kind => !TaskKinds.EndsByWord(kind)));

    [Theory]
    [InlineData(TaskKind.TellWithdrawal)]
    [InlineData(TaskKind.TellPerson)]
    public void Word_that_is_owed_is_owed_when_the_case_is_over_too(TaskKind kind)
    {
        _case.RaiseTask(new NewTask(kind, TaskFor.Holder, Later), CaseSamples.ByAda, Later);
        _case.RaiseTask(new NewTask(TaskKind.NextStep, TaskFor.Holder, Later), CaseSamples.ByAda, Later);
        _case.Close(CaseSamples.ByAda, Later);
        Assert.Equal(kind, Assert.Single(_case.Tasks, task => task.IsOpen).Kind);
    }

    [Fact]
    public void The_first_review_starts_the_clock_for_the_first_notice()
    {
        _case.Review(CaseSamples.StartClock, CaseSamples.ByAda, Later);
        Assert.True(_case.Clock(ClockKind.NoticeOut).IsRunning);
        Assert.False(_case.Clock(ClockKind.FirstReview).IsRunning);
    }

    [Fact]
    public void A_notice_that_left_meets_our_clock_and_starts_theirs()
    {
        _case.Review(CaseSamples.StartClock, CaseSamples.ByAda, CaseSamples.Now);
        Leave(First, Second);
        Assert.False(_case.Clock(ClockKind.NoticeOut).IsRunning);
        Assert.All(_case.Places, place => Assert.Equal(PlaceState.Noticed, place.State));
        Assert.Equal(2, _case.Clocks.Count(clock => clock is { IsRunning: true, Kind: ClockKind.Removal }));
    }

    [Fact]
    public void A_second_notice_gives_nobody_more_time()
    {
        Leave(First);
        var due = _case.Clock(ClockKind.Removal).DueAt;
        _case.NoticeLeft(NoticeId.New(Later), [First], [Removal(First, Later)], CaseSamples.StartClock, Actor.System, Later);
        Assert.Equal(due, Assert.Single(_case.Clocks, clock => clock.Kind == ClockKind.Removal).DueAt);
    }

    [Theory]
    [InlineData(PlaceState.Acknowledged)]
    [InlineData(PlaceState.Refused)]
    [InlineData(PlaceState.Silent)]
    public void A_reminder_says_nothing_new_of_a_place_and_takes_no_step_off_anybody(PlaceState state)
    {
        Leave(First);
        Assert.True(Tell(First, state).IsDone);
        var (due, asked) = (_case.Clock(ClockKind.Removal).DueAt, _case.Tasks.Count(task => task.IsOpen));
        Assert.True(_case.ReminderLeft(NoticeId.New(Later), CaseSamples.StartClock, Actor.System, Later).IsDone);
        Assert.Equal(state, _case.Places[0].State);
        Assert.Equal((due, asked), (_case.Clock(ClockKind.Removal).DueAt, _case.Tasks.Count(task => task.IsOpen)));
    }

    [Fact]
    public void A_platform_without_a_law_that_gives_hours_leaves_the_next_look_to_us()
    {
        _case.NoticeLeft(Sent, [First], [], CaseSamples.StartClock, Actor.System, Later);
        Assert.True(_case.Clock(ClockKind.NextAction).IsRunning);
    }

    [Fact]
    public void What_is_gone_meets_the_clocks_of_that_place_alone()
    {
        Leave(First, Second);
        Assert.True(Tell(First, PlaceState.RemovedConfirmed).IsDone);
        Assert.False(Running(First));
        Assert.True(Running(Second));
        Assert.DoesNotContain(_case.Tasks, task => task.Place == First);
    }

    [Theory]
    [InlineData(PlaceState.Refused)]
    [InlineData(PlaceState.Silent)]
    [InlineData(PlaceState.AsksIdentity)]
    [InlineData(PlaceState.PartlyRemoved)]
    [InlineData(PlaceState.HiddenInSearch)]
    [InlineData(PlaceState.Moved)]
    public void Half_an_answer_asks_a_person_for_the_next_step(PlaceState state)
    {
        Leave(First);
        Assert.True(Tell(First, state).IsDone);
        var task = Assert.Single(_case.Tasks, task => task.Kind == TaskKind.NextStep);
        Assert.Equal((First, true), (task.Place, task.IsOpen));
        Assert.True(_case.Clock(ClockKind.NextAction).IsRunning);
        Assert.True(Running(First), "What the law gives them runs on.");
    }

    [Fact]
    public void What_comes_back_can_be_told_only_of_what_was_gone()
    {
        Leave(First);
        Assert.Equal(CaseRefusals.NoSuchOutcome, Tell(First, PlaceState.Reappeared));
        Tell(First, PlaceState.RemovedClaimed);
        Assert.True(Tell(First, PlaceState.Reappeared).IsDone);
        Assert.Contains(_case.Tasks, task => task is { Kind: TaskKind.NextStep, IsOpen: true });
    }

    [Fact]
    public void A_place_that_was_taken_back_has_no_outcome_and_nobody_is_waited_for()
    {
        Leave(First, Second);
        _case.WithdrawPlace(First, Actor.Survivor, Later);
        Assert.False(Running(First));
        Assert.Equal(CaseRefusals.NoSuchOutcome, Tell(First, PlaceState.RemovedConfirmed));
    }

    [Fact]
    public void On_the_minor_track_only_a_hotline_the_platform_or_the_police_confirm()
    {
        var minor = CaseSamples.Loaded(CaseSamples.Facts(Track.Minor));
        var place = minor.Places[0].Id;
        Outcome By(PlaceState state, OutcomeSource source, StaffId? second = null) => minor.TellOutcome(
            place, new PlaceOutcome(state, source, Later, Second: second), CaseSamples.StartClock, CaseSamples.ByAda, Later);
        Assert.Equal(CaseRefusals.NobodyLooks, By(PlaceState.RemovedConfirmed, OutcomeSource.OwnLook, CaseSamples.Ben));
        Assert.Equal(CaseRefusals.NotTheirsToConfirm, By(PlaceState.RemovedConfirmed, OutcomeSource.Survivor));
        Assert.True(By(PlaceState.RemovedClaimed, OutcomeSource.Survivor).IsDone);
        Assert.True(By(PlaceState.RemovedConfirmed, OutcomeSource.Hotline).IsDone);
    }

    [Fact]
    public void An_own_look_needs_a_second_person()
    {
        Leave(First);
        Assert.Equal(CaseRefusals.NeedsSecondPerson, Tell(First, PlaceState.RemovedConfirmed, OutcomeSource.OwnLook));
        Assert.Equal(CaseRefusals.NeedsSecondPerson, Tell(First, PlaceState.RemovedConfirmed, OutcomeSource.OwnLook, CaseSamples.Ada));
        Assert.True(Tell(First, PlaceState.RemovedConfirmed, OutcomeSource.OwnLook, CaseSamples.Ben).IsDone);
    }

    [Fact]
    public void What_leaves_about_one_place_does_not_keep_our_promise_about_another()
    {
        Leave(First, Second);
        Tell(First, PlaceState.Refused);
        var promise = _case.Clock(ClockKind.NextAction);
        _case.ReminderLeft(NoticeId.New(Later), CaseSamples.StartClock, Actor.System, Later);
        Assert.True(promise.IsRunning, "Somebody is still asked for the next step about the place that was refused.");
        Leave(First);
        Assert.False(promise.IsRunning);
    }

    [Fact]
    public void A_rung_is_climbed_once_and_raises_its_task_once()
    {
        var clock = _case.Clock(ClockKind.FirstReview);
        var step = new RungStep(
            "internal-due", "test@1", "tell-assignee", clock.DueAt, Task: new NewTask(TaskKind.DeadlinePassed, TaskFor.Holder, clock.DueAt, clock.Id));
        Assert.True(_case.Climb(clock.Id, [step], null, clock.DueAt));
        Assert.False(_case.Climb(clock.Id, [step], null, clock.DueAt.AddDays(1)));
        Assert.Single(_case.Rungs);
        Assert.Single(_case.Tasks);
        Assert.Equal(["clock.warned", "clock.overdue", "ladder.climbed", "task.raised"], _case.Kinds());
    }

    [Fact]
    public void A_skipped_rung_is_kept_with_its_reason_and_asks_nobody()
    {
        var clock = _case.Clock(ClockKind.FirstReview);
        _case.Climb(clock.Id, [new RungStep("remind", "test@1", "remind-platform", clock.DueAt, "no-consent")], null, clock.DueAt);
        Assert.Equal("no-consent", Assert.Single(_case.Rungs).SkippedBecause);
        Assert.Empty(_case.Tasks);
    }

    [Fact]
    public void The_ladder_says_when_a_clock_is_looked_at_again()
    {
        var clock = _case.Clock(ClockKind.FirstReview);
        var next = clock.DueAt.AddHours(2);
        _case.Climb(clock.Id, [], next, clock.DueAt);
        Assert.Equal(next, clock.NextAt);
        _case.Climb(clock.Id, [], null, next);
        Assert.Null(clock.NextAt);
        Assert.Equal("clock.looked-at", _case.Kinds()[^1]);
    }

    [Fact]
    public void Tasks_about_a_deadline_end_with_it()
    {
        var clock = _case.Clock(ClockKind.FirstReview);
        _case.Climb(
            clock.Id,
            [new RungStep("half", "test@1", "warn-assignee", clock.WarnAt, Task: new NewTask(TaskKind.DeadlineNear, TaskFor.Holder, clock.DueAt, clock.Id))],
            null,
            clock.WarnAt);
        _case.Review(CaseSamples.StartClock, CaseSamples.ByAda, clock.WarnAt);
        Assert.False(Assert.Single(_case.Tasks).IsOpen);
    }

    [Fact]
    public void Tasks_about_a_notice_end_when_nothing_of_it_is_waited_for()
    {
        Leave(First, Second);
        var clock = _case.Clock(ClockKind.Removal);
        _case.Climb(
            clock.Id,
            [new RungStep("late", "test@1", "tell-assignee", clock.DueAt, Task: new NewTask(TaskKind.DeadlinePassed, TaskFor.Holder, clock.DueAt, Notice: Sent))],
            null,
            clock.DueAt);
        Tell(First, PlaceState.RemovedConfirmed);
        Assert.True(_case.Tasks.Single(task => task.Kind == TaskKind.DeadlinePassed).IsOpen);
        Tell(Second, PlaceState.RemovedConfirmed);
        Assert.False(_case.Tasks.Single(task => task.Kind == TaskKind.DeadlinePassed).IsOpen);
    }

    [Fact]
    public void The_end_of_a_case_ends_its_tasks()
    {
        _case.RaiseTask(new NewTask(TaskKind.NextStep, TaskFor.Holder, Later), CaseSamples.ByAda, Later);
        _case.RaiseTask(new NewTask(TaskKind.NextStep, TaskFor.Holder, Later), CaseSamples.ByAda, Later);
        Assert.Single(_case.Tasks);
        _case.Close(CaseSamples.ByAda, Later);
        Assert.False(_case.Tasks[0].IsOpen);
        Assert.Equal(CaseRefusals.NotOpen, _case.RaiseTask(new NewTask(TaskKind.NextStep, TaskFor.Holder, Later), CaseSamples.ByAda, Later));
    }

    private void Leave(params PlaceId[] places)
    {
        _case.NoticeLeft(
            Sent, places, [.. places.Select(place => Removal(place, CaseSamples.Now))], CaseSamples.StartClock, Actor.System, CaseSamples.Now);
        _case.ForgetEvents();
    }

    private static ClockStart Removal(PlaceId place, DateTimeOffset from) => new(
        ClockKind.Removal, "us-tida-removal", "1", from, from.AddHours(48), from.AddHours(36), 75, "server-acceptance", place, Sent);

    private Outcome Tell(PlaceId place, PlaceState state, OutcomeSource source = OutcomeSource.Platform, StaffId? second = null)
        => _case.TellOutcome(place, new PlaceOutcome(state, source, Later, Sent, Second: second), CaseSamples.StartClock, CaseSamples.ByAda, Later);

    private bool Running(PlaceId place) => _case.Clocks.Any(clock => clock.Place == place && clock.IsRunning);
}
