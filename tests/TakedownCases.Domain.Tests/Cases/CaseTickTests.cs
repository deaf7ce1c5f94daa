using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Tests.Cases;

public sealed class CaseTickTests
{
    private readonly TakedownCase _case = CaseSamples.Loaded();

    private CaseClock Clock => _case.Clock(ClockKind.FirstReview);

    [Fact]
    public void Nothing_is_said_before_the_warning_is_due()
    {
        Assert.False(_case.Climb(Clock.Id, [], null, Clock.WarnAt.AddMicroseconds(-1)));
        Assert.Empty(_case.Events);
    }

    [Fact]
    public void The_warning_comes_once_and_the_deadline_is_next()
    {
        Assert.True(_case.Climb(Clock.Id, [], null, Clock.WarnAt));
        Assert.False(_case.Climb(Clock.Id, [], null, Clock.WarnAt));
        Assert.Equal(["clock.warned"], _case.Kinds());
        Assert.Equal(Clock.DueAt, Clock.NextAt);
    }

    [Fact]
    public void Overdue_is_said_once_and_then_never_again()
    {
        _case.Climb(Clock.Id, [], null, Clock.WarnAt);
        Assert.True(_case.Climb(Clock.Id, [], null, Clock.DueAt));
        Assert.False(_case.Climb(Clock.Id, [], null, Clock.DueAt.AddDays(30)));
        Assert.Equal(["clock.warned", "clock.overdue"], _case.Kinds());
        Assert.Null(Clock.NextAt);
        Assert.True(Clock.IsRunning);
    }

    [Fact]
    public void A_sweep_that_slept_over_both_says_both_in_order()
    {
        Assert.True(_case.Climb(Clock.Id, [], null, Clock.DueAt.AddDays(7)));
        Assert.Equal(["clock.warned", "clock.overdue"], _case.Kinds());
    }

    [Fact]
    public void An_ended_or_unknown_clock_says_nothing()
    {
        var id = Clock.Id;
        _case.Review(CaseSamples.StartClock, CaseSamples.ByAda, CaseSamples.Now);
        _case.ForgetEvents();
        Assert.False(_case.Climb(id, [], null, CaseSamples.Now.AddYears(1)));
        Assert.False(_case.Climb(ClockId.New(CaseSamples.Now), [], null, CaseSamples.Now.AddYears(1)));
        Assert.Empty(_case.Events);
    }

    [Fact]
    public void A_clock_without_a_warning_before_its_end_is_only_flagged()
    {
        ClockStart Plain(ClockKind kind, Track track, Severity severity, DateTimeOffset from, IReadOnlyList<Pause> pauses)
        {
            var start = CaseSamples.StartClock(kind, track, severity, from, pauses);
            return start with { WarnAt = start.DueAt };
        }

        var plain = TakedownCase.File(CaseSamples.Facts(), Plain, CaseSamples.Now).Value!;
        plain.ForgetEvents();
        var clock = plain.Clock(ClockKind.FirstReview);
        Assert.True(plain.Climb(clock.Id, [], null, clock.DueAt));
        Assert.Equal(["clock.overdue"], plain.Kinds());
    }
}
