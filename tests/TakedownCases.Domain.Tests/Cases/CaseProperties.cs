using FsCheck;
using FsCheck.Fluent;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Tests.Cases;

/// <summary>What holds after every step of any history. A failure prints the seed that repeats it.</summary>
public sealed class CaseProperties
{
    private delegate void Step(TakedownCase takedownCase, int choice, DateTimeOffset now);

    private static readonly Step[] Steps =
    [
        (it, choice, now) => it.AddPlaces([CaseSamples.NewPlace(choice, (byte)choice)], CaseSamples.StartClock, Actor.Survivor, now),
        (it, choice, now) => it.CheckPlace(it.Places[choice % it.Places.Count].Id, "example", CaseSamples.ByAda, now),
        (it, choice, now) => it.WithdrawPlace(it.Places[choice % it.Places.Count].Id, Actor.Survivor, now),
        (it, choice, now) => it.Claim(Staff(choice), CaseSamples.ByAda, now),
        (it, _, now) => it.Release(CaseSamples.ByAda, now),
        (it, _, now) => it.Review(CaseSamples.StartClock, CaseSamples.ByAda, now),
        (it, choice, now) => it.ChangeSeverity((Severity)(choice % 3), CaseSamples.StartClock, CaseSamples.ByAda, now),
        (it, choice, now) => it.MoveToTrack((Track)(choice % 2), CaseSamples.StartClock, CaseSamples.ByAda, choice % 3 == 0 ? CaseSamples.Ben : null, now),
        (it, _, now) => it.WriteMessage("staff", CaseSamples.ByAda, CaseSamples.StartClock, now),
        (it, _, now) => it.WriteMessage("survivor", Actor.Survivor, CaseSamples.StartClock, now),
        (it, _, now) => it.WaitForSurvivor(CaseSamples.StartClock, CaseSamples.ByAda, now),
        (it, _, now) => it.AddContext(new CaseDetails(), CaseSamples.StartClock, Actor.Survivor, now),
        (it, _, now) => it.StopWaiting(CaseSamples.StartClock, CaseSamples.ByAda, now),
        (it, choice, now) => it.Hold(
            new InvestigationHold("Police of Example", "P-1", "An inquiry."), now.AddDays(1 + (choice % 90)), CaseSamples.ByAda, CaseSamples.Ben, now),
        (it, _, now) => it.EndHold(CaseSamples.ByAda, now),
        (it, choice, now) => it.GiveConsent((ConsentAction)(choice % 4), Actor.Survivor, now),
        (it, choice, now) => it.WithdrawConsent((ConsentAction)(choice % 4), Actor.Survivor, now),
        (it, _, now) => it.Withdraw(Actor.Survivor, now, CaseSamples.StartClock),
        (it, _, now) => it.Close(CaseSamples.ByAda, now, CaseSamples.StartClock),
        (it, _, now) => it.Reopen(CaseSamples.StartClock, CaseSamples.ByAda, now),
        (it, choice, now) => it.RequestErasure(choice % 2 == 0, now.AddHours(72), Actor.Survivor, now),
        (it, _, now) => it.UndoErasure(Actor.Survivor, now),
        (it, _, now) => it.Erase(Actor.System, now),
        (it, choice, now) => it.ReplaceKey([(byte)choice], KeyHolder.Survivor, "lost", Actor.Survivor, null, now),
        (it, choice, now) => it.Recuse(Staff(choice), CaseSamples.ByBen, now),
        (it, choice, now) => it.Climb(it.Clocks[choice % it.Clocks.Count].Id, [], null, now),
    ];

    private static readonly Gen<(int Step, int Choice, int Hours)> Moves =
        from step in Gen.Choose(0, Steps.Length - 1)
        from choice in Gen.Choose(0, 255)
        from hours in Gen.Choose(0, 200)
        select (step, choice, hours);

    [Fact]
    public void No_history_of_verbs_breaks_a_case()
    {
        var histories = Gen.ArrayOf(Moves, 40);
        Check.One(
            Properties.Config(500),
            Prop.ForAll(histories.ToArbitrary(), history =>
            {
                var takedownCase = CaseSamples.Loaded();
                var now = CaseSamples.Now;
                var said = new HashSet<(ClockId, string)>();
                foreach (var (step, choice, hours) in history)
                {
                    var before = takedownCase.State;
                    takedownCase.ForgetEvents();
                    now = now.AddHours(hours);
                    Steps[step](takedownCase, choice, now);
                    Holds(takedownCase, before);
                    Assert.All(takedownCase.Events.OfType<ClockWarned>(), it => Assert.True(said.Add((it.Clock, it.Kind))));
                    Assert.All(takedownCase.Events.OfType<ClockOverdue>(), it => Assert.True(said.Add((it.Clock, it.Kind))));
                }
            }));
    }

    private static StaffId Staff(int choice) => choice % 2 == 0 ? CaseSamples.Ada : CaseSamples.Ben;

    private static void Holds(TakedownCase it, CaseState before)
    {
        var due = it.Clocks.Where(clock => clock.IsRunning && !clock.IsPaused).Min(clock => (DateTimeOffset?)clock.DueAt);
        Assert.Equal(it.IsOpen ? due : null, it.NextDueAt);
        Assert.Equal(it.Places.Count, it.PlaceCount);
        Assert.True(before == it.State || CaseStates.MayFollow(before, it.State));
        Assert.True(it.IsOpen || it.Clocks.All(clock => !clock.IsRunning || ClockKinds.OutlivesCase(clock.Kind)));
        Assert.Equal(it.State == CaseState.WaitingForSurvivor, it.Waits.IsOpen);
        Assert.All(it.Clocks, clock => Assert.False(clock.IsPaused && (it.State != CaseState.WaitingForSurvivor || clock.NextAt is not null)));
        Assert.All(it.Clocks, clock => Assert.False(clock is { IsRunning: false, NextAt: not null }));
        Assert.True(it.Keys.Count(key => key.EndedAt is null) <= 1);
        Assert.Distinct(it.Consents.Where(consent => consent.IsInForce).Select(consent => consent.Action));
        Assert.Distinct(it.Places.Where(place => place.BlindIndex is not null).Select(place => place.BlindIndex![0]));
        Assert.DoesNotContain(it.Recusals, recusal => recusal.Staff == it.Assignee);
        if (it.State == CaseState.Erased)
        {
            Assert.Null(it.Details);
            Assert.Null(it.Assignee);
            Assert.DoesNotContain(it.Keys, key => key.EndedAt is null);
        }
    }
}
