using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Escalation;
using TakedownCases.Domain.Tests.Cases;
using TakedownCases.Domain.Tests.Deadlines;

namespace TakedownCases.Domain.Tests.Escalation;

/// <summary>What the clocks of one case climb together, and what none of them does a second time.</summary>
public sealed class CaseClimbTests
{
    private static readonly DateTimeOffset Now = CaseSamples.Now;
    private static readonly DateTimeOffset Due = Now.AddHours(48);
    private static readonly NoticeId Sent = NoticeId.New(Now);

    private static readonly Ladder Adult = Ladders.Of(
        Ladders.Rung("late", RungAction.TellAssignee, "PT0S"),
        Ladders.Rung("remind", RungAction.RemindPlatform, "PT0S") with { Repeat = new RungRepeat(TimeSpan.FromHours(72), 3) },
        Ladders.Rung("pack", RungAction.PreparePack, "PT0S"),
        Ladders.Rung("second-soon", RungAction.SecondChannel, "PT1H", Severity.Imminent),
        Ladders.Rung("second", RungAction.SecondChannel, "PT24H", Severity.Standard, Severity.Urgent),
        Ladders.Rung("index", RungAction.DeIndex, "PT48H"));

    private readonly CaseClockBook _book;
    private readonly CaseClimb _climb;
    private readonly TakedownCase _case = CaseSamples.Loaded();

    public CaseClimbTests()
    {
        var ladders = new LadderBook([Adult, new Ladder("minor", "1", Track.Minor, [Ladders.Rung("late", RungAction.TellAssignee, "PT0S")])]);
        _book = new CaseClockBook(
            new SlaPolicyBook([Bases.Policy()]), new Dictionary<string, WorkingCalendar>(StringComparer.Ordinal), new LegalBasisCatalogue([Bases.Basis()]),
            (_, _, _, _, _) => null);
        _climb = new CaseClimb(ladders, _book);
        _case.GiveConsent(ConsentAction.NotifyPlatforms, Actor.Survivor, Now);
        Leave(_case.Places[0].Id, _case.Places[1].Id);
    }

    [Fact]
    public void Another_severity_does_nothing_for_the_outside_a_second_time()
    {
        Climb(Due.AddHours(30));
        Assert.Single(Done("second"));

        _case.ChangeSeverity(Severity.Imminent, CaseSamples.StartClock, CaseSamples.ByAda, Due.AddHours(31));
        Climb(Due.AddHours(31));

        Assert.Empty(Done("second-soon"));
        Assert.All(
            _case.Rungs.Where(rung => rung.Rung == "second-soon"), rung => Assert.Equal(SkipCode.AlreadyDone, rung.SkippedBecause));
        Assert.Single(_case.Tasks, task => task.Kind == TaskKind.SecondChannel);
    }

    [Fact]
    public void Who_has_said_no_is_not_reminded_when_the_place_is_asked_for_elsewhere()
    {
        _case.TellOutcome(_case.Places[0].Id, Refused(Now.AddHours(5)), CaseSamples.StartClock, CaseSamples.ByAda, Now.AddHours(5));
        _case.TellOutcome(_case.Places[1].Id, Refused(Now.AddHours(5)), CaseSamples.StartClock, CaseSamples.ByAda, Now.AddHours(5));
        Climb(Now.AddHours(6));
        _case.NoticeLeft(
            NoticeId.New(Now.AddHours(7)), [.. _case.Places.Select(place => place.Id)], [], CaseSamples.StartClock, CaseSamples.ByAda, Now.AddHours(7));

        Climb(Due.AddDays(10));

        var reminders = _case.Rungs.Where(rung => rung.Rung.StartsWith("remind", StringComparison.Ordinal)).ToList();
        Assert.Equal(6, reminders.Count);
        Assert.All(reminders, rung => Assert.Equal(SkipCode.Answered, rung.SkippedBecause));
    }

    [Fact]
    public void What_a_rung_waits_for_is_looked_at_again_when_a_place_stands_otherwise()
    {
        foreach (var place in _case.Places)
        {
            _case.TellOutcome(place.Id, new PlaceOutcome(PlaceState.HiddenInSearch, OutcomeSource.Platform, Due), CaseSamples.StartClock, CaseSamples.ByAda, Due);
        }

        Climb(Due.AddDays(10));
        Assert.DoesNotContain(_case.Rungs, rung => rung.Rung == "index");

        _case.TellOutcome(
            _case.Places[0].Id, new PlaceOutcome(PlaceState.Reappeared, OutcomeSource.Survivor, Due.AddDays(11)), CaseSamples.StartClock, CaseSamples.ByAda, Due.AddDays(11));
        Climb(Due.AddDays(11));

        Assert.Single(Done("index"));
    }

    [Fact]
    public void A_pack_is_made_at_the_deadline_whatever_was_refused_before_and_none_where_nobody_hears_complaints()
    {
        _case.TellOutcome(_case.Places[0].Id, Refused(Now.AddHours(5)), CaseSamples.StartClock, CaseSamples.ByAda, Now.AddHours(5));
        Climb(Now.AddHours(6));
        Assert.DoesNotContain(_case.Rungs, rung => rung.Rung == "pack");

        Climb(Due, hasAuthority: false);

        Assert.Equal([SkipCode.NoAuthority, SkipCode.NoAuthority], _case.Rungs.Where(rung => rung.Rung == "pack").Select(rung => rung.SkippedBecause));
        Assert.DoesNotContain(_case.Tasks, task => task.Kind == TaskKind.PreparePack);
    }

    [Fact]
    public void A_pack_is_made_once_for_all_places_of_a_notice()
    {
        Climb(Due);
        Assert.Equal((TaskKind.PreparePack, TaskFor.House), Single(task => task.Kind == TaskKind.PreparePack));
        Assert.Single(Done("pack"));
    }

    [Fact]
    public void Moved_to_the_minor_track_nobody_is_asked_for_what_is_for_adults()
    {
        Climb(Due.AddDays(10));
        Assert.Contains(_case.Tasks, task => task is { IsOpen: true, Kind: TaskKind.DeIndex });

        _case.MoveToTrack(Track.Minor, CaseSamples.StartClock, CaseSamples.ByAda, null, Due.AddDays(10));

        Assert.DoesNotContain(_case.Tasks, task => task.IsOpen && TaskKinds.IsForAdultsOnly(task.Kind));
    }

    private (TaskKind Kind, TaskFor For) Single(Func<StaffTask, bool> which)
        => Assert.Single(_case.Tasks.Where(which).Select(task => (task.Kind, task.For)));

    private List<ClimbedRung> Done(string rung) => [.. _case.Rungs.Where(climbed => climbed.Rung == rung && climbed.SkippedBecause is null)];

    private void Climb(DateTimeOffset now, bool hasAuthority = true)
        => _climb.Climb(
            _case,
            [.. _case.Clocks.Where(clock => clock.IsRunning && clock.NextAt <= now).Select(clock => clock.Id)],
            new Dictionary<NoticeId, NoticeReach> { [Sent] = new(ByMail: true, HasSecondChannel: true) },
            _ => hasAuthority,
            now);

    private void Leave(params PlaceId[] places)
        => _case.NoticeLeft(
            Sent,
            places,
            [.. places.SelectMany(place => _book.Legal([Bases.Basis()], _case, Sent, place, Now, "sending"))],
            CaseSamples.StartClock,
            CaseSamples.ByAda,
            Now);

    private static PlaceOutcome Refused(DateTimeOffset at) => new(PlaceState.Refused, OutcomeSource.Platform, at, Sent);
}
