using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Tests.Cases;

public sealed class CaseRecountTests
{
    private static readonly Func<CaseClock, ClockStart?> DayLater = CaseSamples.DayLater;

    private readonly TakedownCase _case = CaseSamples.Loaded();

    private CaseClock Clock => _case.Clock(ClockKind.FirstReview);

    [Fact]
    public void A_clock_counted_again_keeps_its_id_and_says_what_it_was()
    {
        var (id, due) = (Clock.Id, Clock.DueAt);
        Assert.Equal(2, _case.RecountClocks(DayLater, "basis-changed", Actor.System, CaseSamples.Now));

        var told = Assert.IsType<ClockRecounted>(_case.Events[0]);
        Assert.Equal((id, due, due.AddDays(1), "1", "1+"), (told.Clock, told.DueBefore, told.DueAt, told.VersionBefore, told.BasisVersion));
        Assert.Equal((due.AddDays(1), CaseSamples.Now), (Clock.DueAt, Clock.StartedAt));
        Assert.Equal(Clock.DueAt, _case.NextDueAt);
    }

    [Fact]
    public void Nothing_is_said_where_nothing_changed()
    {
        Assert.Equal(0, _case.RecountClocks(_ => null, "basis-changed", Actor.System, CaseSamples.Now));
        Assert.Equal(0, _case.RecountClocks(Same, "basis-changed", Actor.System, CaseSamples.Now));
        Assert.Empty(_case.Events);

        static ClockStart Same(CaseClock it) => new(it.Kind, it.Basis, it.BasisVersion, it.StartedAt, it.DueAt, it.WarnAt, it.WarnPercent);
    }

    [Fact]
    public void What_was_climbed_stays_climbed_and_the_new_end_is_flagged_anew()
    {
        var due = Clock.DueAt;
        var step = new RungStep("internal-due", "test@1", "tell-assignee", due);
        _case.Climb(Clock.Id, [step], null, due);
        _case.RecountClocks(DayLater, "basis-changed", Actor.System, due);
        Assert.Null(Clock.OverdueAt);
        Assert.Equal(Clock.WarnAt, Clock.NextAt);

        _case.ForgetEvents();
        Assert.True(_case.Climb(Clock.Id, [step], null, due.AddDays(1)));
        Assert.Equal(["clock.warned", "clock.overdue"], _case.Kinds());
        Assert.Single(_case.Rungs);
    }

    [Fact]
    public void An_end_that_has_passed_is_no_news()
    {
        _case.Climb(Clock.Id, [], null, Clock.DueAt.AddDays(3));
        var overdue = Clock.OverdueAt;
        _case.RecountClocks(DayLater, "basis-changed", Actor.System, Clock.DueAt.AddDays(3));
        Assert.Equal(overdue, Clock.OverdueAt);
        Assert.Null(Clock.NextAt);
    }

    [Fact]
    public void A_clock_that_ended_stays_as_it_ended()
    {
        var due = Clock.DueAt;
        _case.Review(CaseSamples.StartClock, CaseSamples.ByAda, CaseSamples.Now);
        _case.RecountClocks(DayLater, "basis-changed", Actor.System, CaseSamples.Now);
        Assert.Equal((due, true), (Clock.DueAt, Clock.Met));
    }

    [Fact]
    public void Another_start_or_kind_is_another_clock()
    {
        Assert.Throws<ArgumentException>(() => _case.RecountClocks(
            it => DayLater(it)! with { StartedAt = it.StartedAt.AddHours(1) }, "basis-changed", Actor.System, CaseSamples.Now));
        Assert.Throws<ArgumentException>(() => _case.RecountClocks(
            it => DayLater(it)! with { Kind = ClockKind.Removal }, "basis-changed", Actor.System, CaseSamples.Now));
    }
}
