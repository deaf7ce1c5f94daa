using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Tests.Cases;

/// <summary>When a hotline or the police are asked for, with whose consent they are told, and what telling them ends.</summary>
public sealed class CaseHotlineTests
{
    private static readonly DateTimeOffset Later = CaseSamples.Now.AddHours(1);

    private readonly TakedownCase _case = CaseSamples.Loaded();

    [Fact]
    public void On_the_minor_track_a_notice_that_leaves_does_not_end_the_request_to_tell_the_hotline()
    {
        var minor = CaseSamples.Loaded(CaseSamples.Facts(Track.Minor));
        minor.Review(CaseSamples.StartClock, CaseSamples.ByAda, CaseSamples.Now);
        var clock = minor.Clock(ClockKind.NoticeOut);
        minor.RaiseTask(new NewTask(TaskKind.TellHotline, TaskFor.Holder, clock.DueAt, clock.Id), Actor.System, CaseSamples.Now);

        minor.NoticeLeft(NoticeId.New(CaseSamples.Now), [minor.Places[0].Id], [], CaseSamples.StartClock, CaseSamples.ByAda, Later);
        Assert.Equal(TaskKind.TellHotline, Assert.Single(minor.Tasks, task => task.IsOpen).Kind);

        minor.TellHotline("example", null, "duty-example", CaseSamples.StartClock, CaseSamples.ByAda, Later);
        Assert.DoesNotContain(minor.Tasks, task => task.IsOpen);
    }

    [Fact]
    public void The_hotline_is_asked_for_once_whichever_deadlines_ask_for_it()
    {
        var minor = CaseSamples.Loaded(CaseSamples.Facts(Track.Minor));
        minor.Review(CaseSamples.StartClock, CaseSamples.ByAda, CaseSamples.Now);
        foreach (var severity in new[] { Severity.Urgent, Severity.Imminent })
        {
            var clock = minor.Clocks.Last(clock => clock is { IsRunning: true, Kind: ClockKind.NoticeOut });
            Assert.True(minor.Climb(
                clock.Id,
                [new RungStep("refer", "minor@1", "refertohotline", clock.StartedAt, Task: new NewTask(TaskKind.TellHotline, TaskFor.Holder, clock.DueAt, clock.Id))],
                null,
                clock.DueAt));
            minor.ChangeSeverity(severity, (kind, track, to, from, pauses) => CaseSamples.StartClock(kind, track, to, from, pauses) with { Basis = $"test-{to}-{kind}" },
                CaseSamples.ByAda, Later);
        }

        Assert.Single(minor.Tasks, task => task is { IsOpen: true, Kind: TaskKind.TellHotline });
    }

    [Fact]
    public void A_hotline_is_told_with_a_consent_that_names_it_or_under_a_duty()
    {
        Assert.Equal(CaseRefusals.NoConsent, _case.TellHotline("example", null, null, CaseSamples.StartClock, CaseSamples.ByAda, Later));
        _case.GiveConsent(ConsentAction.TellHotline, Actor.Survivor, Later);
        Assert.True(_case.TellHotline("example", "R-1", null, CaseSamples.StartClock, CaseSamples.ByAda, Later).IsDone);
        Assert.Equal(Later, _case.HotlineToldAt);
    }

    [Fact]
    public void The_police_are_told_with_the_consent_that_names_them()
    {
        _case.GiveConsent(ConsentAction.TellHotline, Actor.Survivor, Later);
        Assert.Equal(CaseRefusals.NoConsent, _case.TellHotline(TakedownCase.Police, null, null, CaseSamples.StartClock, CaseSamples.ByAda, Later));
        _case.GiveConsent(ConsentAction.TellPolice, Actor.Survivor, Later);
        Assert.True(_case.TellHotline(TakedownCase.Police, null, null, CaseSamples.StartClock, CaseSamples.ByAda, Later).IsDone);
    }

    [Fact]
    public void Who_may_tell_nobody_can_be_done_with_the_task_to_tell_a_hotline()
    {
        _case.RaiseTask(new NewTask(TaskKind.TellHotline, TaskFor.Holder, Later), Actor.System, Later);
        var task = Assert.Single(_case.Tasks);
        Assert.True(_case.EndsByWord(task));
        _case.GiveConsent(ConsentAction.TellPolice, Actor.Survivor, Later);
        Assert.False(_case.EndsByWord(task));
    }
}
