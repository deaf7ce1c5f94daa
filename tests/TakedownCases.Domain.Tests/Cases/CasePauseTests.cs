using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Escalation;
using TakedownCases.Domain.Tests.Deadlines;

namespace TakedownCases.Domain.Tests.Cases;

/// <summary>While the survivor is asked something, clocks of ours that may pause stand still, and only those.</summary>
public sealed class CasePauseTests
{
    // Monday 1 March 2027, 09:00 UTC.
    private static readonly DateTimeOffset Now = CaseSamples.Now;

    private static readonly CaseClockBook Book = new(
        new SlaPolicyBook([Policy(ClockKind.FirstReview, 4), Policy(ClockKind.KeepInformed, 72), Policy(ClockKind.NoticeOut, 8, pauses: true),
            Policy(ClockKind.NextAction, 8, pauses: true), Policy(ClockKind.Retention, 1000)]),
        new Dictionary<string, WorkingCalendar>(StringComparer.Ordinal),
        new LegalBasisCatalogue([Bases.Basis()]),
        (_, _, start, _, pauses) => DeadlineCalculator.WarnAt(start.StartedAt, start.DueAt, 50, null, pauses));

    private readonly TakedownCase _case = Filed();

    private CaseClock NoticeOut => _case.Clock(ClockKind.NoticeOut);

    [Fact]
    public void What_may_pause_stands_still_and_the_case_is_due_by_what_runs()
    {
        Wait(Now.AddHours(2));

        Assert.Equal((Now.AddHours(2), null), (NoticeOut.PausedAt, NoticeOut.NextAt));
        Assert.Equal(Now.AddHours(8), NoticeOut.DueAt);
        Assert.Equal(_case.Clock(ClockKind.KeepInformed).DueAt, _case.NextDueAt);
        Assert.False(_case.Clock(ClockKind.KeepInformed).IsPaused);
        Assert.False(_case.Climb(NoticeOut.Id, [], null, Now.AddYears(1)));
    }

    [Fact]
    public void The_answer_gives_the_time_back_and_the_warnings_move_with_it()
    {
        Wait(Now.AddHours(2));
        Answer(Now.AddHours(50));

        // 2 h had passed of 8; 48 h of waiting do not count: 1 March 09:00 + 8 h + 48 h is 3 March 17:00.
        Assert.Equal(new DateTimeOffset(2027, 3, 3, 17, 0, 0, TimeSpan.Zero), NoticeOut.DueAt);
        Assert.Equal(NoticeOut.DueAt.AddHours(-2), NoticeOut.WarnAt);
        Assert.Equal(NoticeOut.DueAt.AddHours(-4), NoticeOut.NextAt);
        Assert.Equal(NoticeOut.DueAt, Assert.Single(_case.Events.OfType<ClockResumed>()).DueAt);
        Assert.Equal(CaseState.InProgress, _case.State);
    }

    [Fact]
    public void Waiting_twice_counts_both()
    {
        Wait(Now.AddHours(1));
        Answer(Now.AddHours(3));
        Wait(Now.AddHours(4));
        Answer(Now.AddHours(14));
        Assert.Equal(Now.AddHours(8 + 2 + 10), NoticeOut.DueAt);
        Assert.Equal([new Pause(Now.AddHours(1), Now.AddHours(3)), new Pause(Now.AddHours(4), Now.AddHours(14))], _case.Waits.All);
    }

    [Fact]
    public void What_was_late_when_the_question_was_asked_stays_late()
    {
        Wait(Now.AddHours(9));
        Assert.False(NoticeOut.IsPaused);
        Assert.True(_case.Climb(NoticeOut.Id, [], null, Now.AddHours(10)));
        Assert.Equal(Now.AddHours(10), NoticeOut.OverdueAt);
        Answer(Now.AddHours(40));
        Assert.Equal(Now.AddHours(8), NoticeOut.DueAt);
    }

    [Fact]
    public void What_starts_while_we_wait_stands_still_from_its_start()
    {
        var fresh = TakedownCase.File(CaseSamples.Facts(), Book.Start, Now).Value!;
        fresh.WaitForSurvivor(Book.Start, CaseSamples.ByAda, Now.AddHours(1));
        var clock = fresh.Clock(ClockKind.NoticeOut);
        Assert.True(clock.IsPaused);
        fresh.WriteMessage("here", Actor.Survivor, Book.Start, Now.AddHours(11));
        Assert.Equal(Now.AddHours(11 + 8), clock.DueAt);
        Assert.Equal("review", clock.StartedBy);
    }

    [Fact]
    public void More_urgent_while_we_wait_is_counted_by_the_new_promise_and_still_stands()
    {
        Wait(Now.AddHours(2));
        _case.ChangeSeverity(Severity.Urgent, Urgent, CaseSamples.ByAda, Now.AddHours(3));
        Assert.True(NoticeOut.IsPaused);
        _case.WriteMessage("here", Actor.Survivor, Urgent, Now.AddHours(12));
        Assert.Equal(Now.AddHours(4 + 10), NoticeOut.DueAt);

        static ClockStart Urgent(ClockKind kind, Track track, Severity severity, DateTimeOffset from, IReadOnlyList<Pause> pauses)
        {
            var due = DeadlineCalculator.Compute(from, "filing", ClockSpan.Elapsed(TimeSpan.FromHours(4)), pauses: pauses).Due;
            return new ClockStart(kind, $"urgent-{kind}", "1", from, due, due, 100, CanPause: kind is ClockKind.NoticeOut);
        }
    }

    [Fact]
    public void Counted_again_when_its_old_end_has_passed_it_still_stands_and_gets_its_time_back()
    {
        Wait(Now.AddHours(2));
        var since = NoticeOut.PausedAt;
        var moved = _case.RecountClocks(
            clock => clock.Kind == ClockKind.NoticeOut ? Book.Again(_case, clock)! with { BasisVersion = "2" } : null, "policy-changed", Actor.System, Now.AddHours(50));

        Assert.Equal(1, moved);
        Assert.Equal((since, null, null), (NoticeOut.PausedAt, NoticeOut.NextAt, NoticeOut.OverdueAt));
        Assert.False(_case.Climb(NoticeOut.Id, [], null, Now.AddHours(51)));
        Answer(Now.AddHours(100));
        Assert.Equal(Now.AddHours(8 + 98), NoticeOut.DueAt);
    }

    [Fact]
    public void Moved_to_the_minor_track_after_days_of_waiting_nothing_of_ours_is_late_and_the_hotline_does_not_wait()
    {
        Wait(Now.AddHours(2));
        _case.MoveToTrack(Track.Minor, Shorter, CaseSamples.ByAda, null, Now.AddDays(3));

        Assert.True(NoticeOut is { IsPaused: true, OverdueAt: null });
        var task = Assert.Single(_case.Tasks, task => task.IsOpen);
        Assert.Equal((TaskKind.TellHotline, TaskFor.Holder, NoticeOut.Id), (task.Kind, task.For, task.Clock));

        static ClockStart Shorter(ClockKind kind, Track track, Severity severity, DateTimeOffset from, IReadOnlyList<Pause> pauses)
            => new(kind, $"minor-{kind}", "1", from, from.AddHours(4), from.AddHours(3), 75, CanPause: kind is ClockKind.NoticeOut);
    }

    [Fact]
    public void What_stands_still_is_not_woken_by_the_end_of_a_hold()
    {
        _case.Hold(new InvestigationHold("Police of Example", "P-1", "An inquiry."), Now.AddDays(1), CaseSamples.ByAda, CaseSamples.Ben, Now);
        Wait(Now.AddHours(2));
        _case.EndHold(CaseSamples.ByAda, Now.AddHours(20));
        Assert.Null(NoticeOut.NextAt);
        Assert.NotNull(_case.Clock(ClockKind.KeepInformed).NextAt);
    }

    [Fact]
    public void Whatever_the_survivor_sends_is_an_answer_and_so_is_what_staff_hear_on_the_telephone()
    {
        Action<DateTimeOffset>[] answers =
        [
            at => _case.AddContext(new CaseDetails { Words = "more" }, Book.Start, Actor.Survivor, at),
            at => _case.AddPlaces([CaseSamples.NewPlace(9)], Book.Start, Actor.Filer, at),
            at => _case.StopWaiting(Book.Start, CaseSamples.ByAda, at),
        ];
        foreach (var (index, answer) in answers.Index())
        {
            Wait(Now.AddHours(1 + (6 * index)));
            answer(Now.AddHours(6 + (6 * index)));
            Assert.Equal(CaseState.InProgress, _case.State);
            Assert.Equal((null, Now.AddHours(8 + (5 * (index + 1)))), (NoticeOut.PausedAt, NoticeOut.DueAt));
        }
    }

    [Fact]
    public void Addresses_that_we_know_already_answer_nothing_and_change_nothing()
    {
        Wait(Now.AddHours(2));
        _case.ForgetEvents();
        _case.AddPlaces([CaseSamples.NewPlace(1)], Book.Start, Actor.Survivor, Now.AddHours(3));
        Assert.Empty(_case.Events);
        Assert.Equal((CaseState.WaitingForSurvivor, null), (_case.State, _case.SurvivorWroteAt));
    }

    [Fact]
    public void What_staff_add_for_the_survivor_answers_nothing()
    {
        Wait(Now.AddHours(2));
        _case.AddPlaces([CaseSamples.NewPlace(9)], Book.Start, CaseSamples.ByAda, Now.AddHours(3));
        Assert.Equal(CaseState.WaitingForSurvivor, _case.State);
        Assert.True(NoticeOut.IsPaused);
    }

    [Fact]
    public void What_the_law_gives_never_stands_still()
    {
        _case.StartClocks([.. Book.Legal(ClockTrigger.NoticeReceived, _case, Now, "sending")], Now);
        Wait(Now.AddHours(1));
        Assert.False(_case.Clock(ClockKind.Removal).IsPaused);
        Assert.Equal(Now.AddHours(48), _case.NextDueAt);
    }

    [Fact]
    public void Closing_while_we_wait_ends_the_waiting_too()
    {
        Wait(Now.AddHours(2));
        _case.Close(CaseSamples.ByAda, Now.AddHours(3), Book.Start);
        Assert.False(_case.Waits.IsOpen);
        var kept = Assert.Single(_case.Clocks, clock => clock.IsRunning);
        Assert.Equal((ClockKind.Retention, "case-ended", null), (kept.Kind, kept.StartedBy, _case.NextDueAt));

        _case.Reopen(Book.Start, CaseSamples.ByAda, Now.AddHours(4));
        Assert.False(kept.IsRunning);
        Assert.NotNull(_case.NextDueAt);
    }

    [Fact]
    public void The_trace_says_when_it_stood_still_and_ends_at_the_clocks_own_instant()
    {
        Wait(Now.AddHours(2));
        var open = Book.Trace(_case, NoticeOut, Now.AddHours(5))!;
        Assert.True(open.IsPaused);
        Answer(Now.AddHours(50));
        var closed = Book.Trace(_case, NoticeOut, Now.AddHours(51))!;
        Assert.Equal(NoticeOut.DueAt, closed.Due);
        Assert.Contains(closed.Lines, line => line.Code == "pause.closed");
    }

    [Fact]
    public void A_machine_clock_that_goes_back_makes_a_pause_of_nothing()
    {
        Wait(Now.AddHours(2));
        Answer(Now.AddHours(1));
        Assert.Equal([new Pause(Now.AddHours(2), Now.AddHours(2))], _case.Waits.All);
        Assert.Equal(Now.AddHours(8), NoticeOut.DueAt);
    }

    [Fact]
    public void A_machine_clock_that_jumps_a_year_ahead_and_back_loses_no_clock()
    {
        Wait(Now.AddHours(2));
        Answer(Now.AddYears(1));
        Assert.Equal(Now.AddYears(1).AddHours(6), NoticeOut.DueAt);
        Wait(Now.AddHours(3));
        Answer(Now.AddHours(4));

        // The year counts as waiting, as the history says; the clock runs, and is not late.
        Assert.True(NoticeOut is { IsRunning: true, IsPaused: false, OverdueAt: null });
        Assert.NotNull(NoticeOut.NextAt);
    }

    [Fact]
    public void Percentages_of_the_ladder_leave_the_pauses_out()
    {
        var clock = new ClockFacts
        {
            Id = ClockId.New(Now), Kind = ClockKind.Removal, Basis = "invented", StartedAt = Now, DueAt = Now.AddHours(18),
            Pauses = [new Pause(Now.AddHours(2), Now.AddHours(12))],
        };
        var rung = Escalation.Ladders.Rung("half", RungAction.WarnAssignee, "50%");
        Assert.Equal(Now.AddHours(14), EscalationPlanner.TimeOf(rung, clock));
    }

    private static TakedownCase Filed()
    {
        var takedownCase = TakedownCase.File(CaseSamples.Facts(), Book.Start, Now).Value!;
        takedownCase.Review(Book.Start, CaseSamples.ByAda, Now);
        takedownCase.ForgetEvents();
        return takedownCase;
    }

    private void Wait(DateTimeOffset at) => Assert.True(_case.WaitForSurvivor(Book.Start, CaseSamples.ByAda, at).IsDone);

    private void Answer(DateTimeOffset at) => Assert.True(_case.WriteMessage("here", Actor.Survivor, Book.Start, at).IsDone);

    private static SlaPolicy Policy(ClockKind kind, int hours, bool pauses = false) => Bases.Policy() with
    {
        Id = $"{Codes.Of(kind)}-invented", Clock = kind, Span = ClockSpan.Elapsed(TimeSpan.FromHours(hours)), PausesWhileWaiting = pauses,
    };
}
