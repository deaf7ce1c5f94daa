using FsCheck;
using FsCheck.Fluent;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Tests.Deadlines;

namespace TakedownCases.Domain.Tests.Cases;

/// <summary>
/// Whatever happens to a case, its history alone gives every deadline again, to the same instant: filed, read, asked, answered,
/// noticed, refused, more or less urgent, closed and taken up again, rules changed under it.
/// </summary>
public sealed class ClockReplayProperties
{
    private static readonly WorkingCalendar Office = Calendars.Weekly(
        "office", "Europe/Paris", [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], 9, 18,
        new() { [new DateOnly(2027, 3, 29)] = "Lundi de Pâques", [new DateOnly(2027, 5, 6)] = "Ascension" });

    private static readonly List<SlaPolicy> Old = [.. Policies("1", 1)];

    private static readonly List<SlaPolicy> New = [.. Policies("2", 3)];

    private static readonly LegalBasis First = Bases.Basis();

    private static readonly LegalBasis Second = Bases.Basis("P1M", ClockUnit.Calendar) with { Version = "2027-01-01" };

    private static readonly CaseClockBook[] Books = [Book(Old, New, First), Book(New, Old, First, Second)];

    private delegate void Step(TakedownCase takedownCase, CaseClockBook book, int choice, DateTimeOffset now);

    private static readonly PlaceState[] Told =
        [PlaceState.Refused, PlaceState.RemovedConfirmed, PlaceState.PartlyRemoved, PlaceState.Silent, PlaceState.Acknowledged, PlaceState.Reappeared];

    private static readonly Step[] Steps =
    [
        (it, book, _, now) => it.Review(book.Start, CaseSamples.ByAda, now),
        (it, book, _, now) => it.WaitForSurvivor(book.Start, CaseSamples.ByAda, now),
        (it, book, _, now) => it.WaitForSurvivor(book.Start, CaseSamples.ByAda, now),
        (it, book, _, now) => it.WriteMessage("answer", Actor.Survivor, book.Start, now),
        (it, book, _, now) => it.WriteMessage("answer", Actor.Survivor, book.Start, now),
        (it, book, _, now) => it.StopWaiting(book.Start, CaseSamples.ByAda, now),
        (it, book, choice, now) => it.AddPlaces([CaseSamples.NewPlace(choice, (byte)choice)], book.Start, Actor.Survivor, now),
        (it, book, _, now) => it.WriteMessage("news", CaseSamples.ByAda, book.Start, now),
        (it, book, choice, now) => Notice(it, book, choice, now),
        (it, book, choice, now) => it.TellOutcome(
            Place(it, choice), new PlaceOutcome(Told[choice % Told.Length], OutcomeSource.Platform, now), book.Start, CaseSamples.ByAda, now),
        (it, book, choice, now) => it.ChangeSeverity((Severity)(choice % 3), book.Start, CaseSamples.ByAda, now),
        (it, book, choice, now) => it.MoveToTrack((Track)(choice % 2), book.Start, CaseSamples.ByAda, CaseSamples.Ben, now),
        (it, book, _, now) => it.TellHotline("example", null, "duty-example", book.Start, CaseSamples.ByAda, now),
        (it, book, choice, now) => it.WithdrawPlace(Place(it, choice), Actor.Survivor, now),
        (it, book, _, now) => it.Close(CaseSamples.ByAda, now, book.Start),
        (it, book, _, now) => it.Withdraw(Actor.Survivor, now, book.Start),
        (it, book, _, now) => it.Reopen(book.Start, CaseSamples.ByAda, now),
        (it, book, _, now) => it.EnterLimitation(book.Entered(ClockKind.Limitation, it, now.AddYears(1), now), "Invented Act s.2", CaseSamples.ByAda, now),
        (it, book, choice, now) => it.EndClock(it.Clocks[choice % it.Clocks.Count].Id, choice % 2 == 0, CaseSamples.ByAda, now),
        (it, book, choice, now) => it.Climb(it.Clocks[choice % it.Clocks.Count].Id, [], null, now),
        (it, book, _, now) => it.RecountClocks(clock => book.Again(it, clock), "basis-changed", Actor.System, now),
        (it, book, _, now) => it.RecountClocks(clock => book.Again(it, clock), "policy-changed", Actor.System, now),
    ];

    private static readonly Gen<(int Step, int Choice, int Minutes, int Book)> Moves =
        from step in Gen.Choose(0, Steps.Length - 1)
        from choice in Gen.Choose(0, 255)
        from minutes in Gen.Choose(-90, 5000)
        from book in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Constant(1)))
        select (step, choice, minutes, book);

    [Fact]
    public void A_history_told_again_gives_the_same_deadlines()
    {
        var (paused, recounted) = (0, 0);
        Check.One(
            Properties.Config(600),
            Prop.ForAll(Gen.ArrayOf(Moves, 30).ToArbitrary(), history =>
            {
                var now = CaseSamples.Now;
                var takedownCase = TakedownCase.File(CaseSamples.Facts(), Books[0].Start, now).Value!;
                var (replay, seen) = (new ClockReplay(Books[0]), 0);
                foreach (var (step, choice, minutes, book) in history)
                {
                    // The machine's clock may even go back between two steps.
                    now = now.AddMinutes(minutes);
                    Steps[step](takedownCase, Books[book], choice, now);
                    foreach (var happened in takedownCase.Events.Skip(seen))
                    {
                        replay.Apply(happened);
                        paused += happened is ClockPaused ? 1 : 0;
                        recounted += happened is ClockRecounted or ClockResumed ? 1 : 0;
                    }

                    seen = takedownCase.Events.Count;
                    Assert.Equal(takedownCase.Clocks.ToDictionary(clock => clock.Id, clock => clock.DueAt), replay.DueAt);
                    Assert.Equal(takedownCase.NextDueAt, replay.NextDueAt);
                }
            }));
        Assert.True(paused > 100 && recounted > 100, $"Too tame: {paused} pauses, {recounted} counted again.");
    }

    private static PlaceId Place(TakedownCase it, int choice) => it.Places[choice % it.Places.Count].Id;

    private static void Notice(TakedownCase it, CaseClockBook book, int choice, DateTimeOffset now)
    {
        var (notice, place) = (NoticeId.New(now), Place(it, choice));
        var starts = book.Legal(ClockTrigger.NoticeReceived, it, now, "sending", place, notice)
            .Append(book.Acknowledgement(it.Track, it.Severity, notice, now, "sending"));
        it.NoticeLeft(notice, [place], [.. starts], book.Start, CaseSamples.ByAda, now);
    }

    private static CaseClockBook Book(IEnumerable<SlaPolicy> now, IEnumerable<SlaPolicy> earlier, params LegalBasis[] bases) => new(
        new SlaPolicyBook(now, earlier),
        new Dictionary<string, WorkingCalendar>(StringComparer.Ordinal) { [Office.Id] = Office },
        new LegalBasisCatalogue(bases.Length == 1 ? [First, Second with { InForceFrom = new DateOnly(2099, 1, 1) }] : bases),
        (_, _, _, _, _) => null);

    private static IEnumerable<SlaPolicy> Policies(string version, int more)
        => from kind in ClockKinds.ByPolicy
           from track in Enum.GetValues<Track>()
           from severity in Enum.GetValues<Severity>()
           let isWorking = severity != Severity.Imminent && !ClockKinds.CountsDays(kind)
           select new SlaPolicy
           {
               Id = $"{Codes.Of(kind)}-{Codes.Of(track)}-{Codes.Of(severity)}",
               Version = version,
               Clock = kind,
               TrackCode = Codes.Of(track),
               SeverityCode = Codes.Of(severity),
               Span = ClockKinds.CountsDays(kind) ? ClockSpan.Calendar(1, more)
                   : isWorking ? ClockSpan.Working(TimeSpan.FromHours(4 * more)) : ClockSpan.Elapsed(TimeSpan.FromHours(6 * more)),
               WarnPercents = [75],
               PausesWhileWaiting = isWorking && kind is ClockKind.NoticeOut or ClockKind.NextAction && severity != Severity.Imminent,
               CalendarId = isWorking || ClockKinds.CountsDays(kind) ? Office.Id : null,
           };
}
