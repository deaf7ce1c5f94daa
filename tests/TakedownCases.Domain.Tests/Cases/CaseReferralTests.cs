using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Tests.Cases;

/// <summary>What handing over means for the case: whom it counts for, and from when.</summary>
public sealed class CaseReferralTests
{
    private static readonly DateTimeOffset Told = CaseSamples.Now.AddMinutes(30);
    private static readonly DateTimeOffset Recorded = Told.AddMinutes(40);

    [Theory]
    [InlineData(Track.Minor, true, true, true)]
    [InlineData(Track.Adult, true, true, false)]
    [InlineData(Track.Minor, false, false, false)]
    public void Only_a_hotline_or_the_police_count_as_told_and_meet_the_clock_of_the_minor_track_alone(Track track, bool isFirstStep, bool counts, bool meets)
    {
        var subject = Reviewed(track);
        Assert.True(subject.Refer(Handed(isFirstStep), CaseSamples.StartClock, CaseSamples.ByAda, Recorded).IsDone);

        Assert.Equal(counts ? Told : (DateTimeOffset?)null, subject.HotlineToldAt);
        Assert.Equal(counts, subject.Events.OfType<HotlineTold>().Any(told => told.ToldAt == Told));
        Assert.Equal((meets, meets ? Told : (DateTimeOffset?)null), Assert.Single(
            subject.Clocks.Where(clock => clock.Kind == ClockKind.NoticeOut).Select(clock => (clock.Met, clock.EndedAt))));
        Assert.Equal(meets, subject.Events.OfType<ClockMet>().Any(met => met is { ClockKind: ClockKind.NoticeOut } && met.HappenedAt == Told && met.At == Recorded));
    }

    [Fact]
    public void A_consent_counts_when_they_were_told_not_when_it_is_recorded()
    {
        var subject = Reviewed(Track.Minor);
        subject.GiveConsent(ConsentAction.TellHotline, Actor.Survivor, Told.AddSeconds(20));
        var byConsent = Handed(isFirstStep: true) with { Duty = null };
        Assert.Equal(CaseRefusals.NoConsent, subject.Refer(byConsent with { At = Told.AddMinutes(-1) }, CaseSamples.StartClock, CaseSamples.ByAda, Recorded).Refusal);
        subject.WithdrawConsent(ConsentAction.TellHotline, Actor.Survivor, Told.AddMinutes(5));
        Assert.Equal(CaseRefusals.NoConsent, subject.Refer(byConsent with { At = Told.AddMinutes(6) }, CaseSamples.StartClock, CaseSamples.ByAda, Recorded).Refusal);

        Assert.True(subject.Refer(byConsent, CaseSamples.StartClock, CaseSamples.ByAda, Recorded).IsDone);

        Assert.Contains(subject.Tasks, task => task is { IsOpen: true, Kind: TaskKind.TellWithdrawal } && task.Referral == byConsent.Referral);
    }

    [Fact]
    public void Nothing_was_handed_over_before_it_was_filed_or_in_the_future()
    {
        var subject = Reviewed(Track.Minor);
        foreach (var at in new[] { CaseSamples.Now.AddMinutes(-1), Recorded.AddMinutes(1) })
        {
            Assert.Equal(CaseRefusals.BeforeFiling, subject.Refer(Handed(true) with { At = at }, CaseSamples.StartClock, CaseSamples.ByAda, Recorded).Refusal);
        }
    }

    [Fact]
    public void Each_referral_has_a_task_of_its_own()
    {
        var subject = Reviewed(Track.Adult);
        var (one, two) = (ReferralId.New(Told), ReferralId.New(Told));
        foreach (var referral in new[] { one, two, two })
        {
            subject.RaiseTask(new NewTask(TaskKind.DecideReferral, TaskFor.Supervisors, Told, Referral: referral), CaseSamples.ByAda, Told);
        }

        Assert.Equal(2, subject.Tasks.Count(task => task.IsOpen && task.Kind == TaskKind.DecideReferral));
        subject.EndReferralTasks(one, CaseSamples.ByBen, Told, TaskKind.DecideReferral);
        Assert.Equal(two, Assert.Single(subject.Tasks, task => task.IsOpen && task.Kind == TaskKind.DecideReferral).Referral);
    }

    private static Handover Handed(bool isFirstStep) => new(ConsentAction.TellHotline, "example", Told)
    {
        IsFirstStep = isFirstStep, Duty = "a-duty", Referral = ReferralId.New(Told),
    };

    private static TakedownCase Reviewed(Track track)
    {
        var subject = CaseSamples.Loaded(CaseSamples.Facts(track));
        subject.Review(CaseSamples.StartClock, CaseSamples.ByAda, CaseSamples.Now);
        subject.ForgetEvents();
        return subject;
    }
}
