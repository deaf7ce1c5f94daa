using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Tests.Cases;

/// <summary>Cases of invented people, with clocks whose times a test can count on its fingers.</summary>
internal static class CaseSamples
{
    public static readonly DateTimeOffset Now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public static readonly TimeSpan Review = TimeSpan.FromHours(4);

    public static readonly TimeSpan Inform = TimeSpan.FromDays(7);

    public static readonly StaffId Ada = new(Guid.Parse("01000000-0000-7000-8000-000000000001"));

    public static readonly StaffId Ben = new(Guid.Parse("01000000-0000-7000-8000-000000000002"));

    public static readonly Actor ByAda = Actor.OfStaff(Ada, "advocate");

    public static readonly Actor ByBen = Actor.OfStaff(Ben, "supervisor");

    public static FilingFacts Facts(Track track = Track.Adult, FilerKind filer = FilerKind.Survivor, int places = 2) => new()
    {
        Number = CaseNumber.NewRandom(),
        Track = track,
        Language = "fr",
        Country = "BE",
        Details = new CaseDetails { Filer = filer, Words = "what happened" },
        Contact = filer == FilerKind.Bystander ? null : new SafeContact { Channel = ContactChannel.Mail, Address = "someone@example.org" },
        Statement = track == Track.Adult && filer != FilerKind.Bystander ? Statement() : null,
        Places = [.. Enumerable.Range(1, places).Select(number => NewPlace(number))],
        Consents = [ConsentAction.NotifyPlatforms],
        KeyLookup = filer == FilerKind.Bystander ? null : [1, 2, 3],
        Command = CommandId.New(Now),
        By = filer == FilerKind.Survivor ? Actor.Survivor : Actor.Filer,
    };

    public static SignedStatement Statement() => new() { Statement = "I did not agree.", Name = "A. Example", Signature = "A. Example", SignedAt = Now };

    public static NewPlace NewPlace(int number, byte? index = null) => new(
        PlaceId.New(Now), null, [index ?? (byte)number], new PlaceDetails { AsTyped = $"https://example.org/{number}", Kind = "Post" });

    public static TakedownCase File(FilingFacts? facts = null)
    {
        var outcome = TakedownCase.File(facts ?? Facts(), StartClock, Now);
        Assert.True(outcome.IsDone, outcome.Refusal?.Message);
        return outcome.Value;
    }

    /// <summary>As loaded from the database: nothing has happened since.</summary>
    public static TakedownCase Loaded(FilingFacts? facts = null)
    {
        var takedownCase = File(facts);
        takedownCase.ForgetEvents();
        return takedownCase;
    }

    public static TakedownCase Erased()
    {
        var takedownCase = Loaded();
        takedownCase.RequestErasure(keepProof: false, Now.AddHours(72), Actor.Survivor, Now);
        takedownCase.Erase(Actor.System, Now.AddHours(72));
        takedownCase.ForgetEvents();
        return takedownCase;
    }

    public static TakedownCase Closed()
    {
        var takedownCase = Loaded();
        takedownCase.Close(ByAda, Now);
        takedownCase.ForgetEvents();
        return takedownCase;
    }

    public static ClockStart StartClock(ClockKind kind, Track track, Severity severity, DateTimeOffset from)
    {
        var time = kind == ClockKind.FirstReview ? Review : Inform;
        return new ClockStart(kind, $"test-{kind}", "1", from, from + time, from + (time * 0.75), 75);
    }

    public static ClockStart Start(ClockKind kind) => StartClock(kind, Track.Adult, Severity.Standard, Now);

    /// <summary>The same clock under a later version that gives a day more.</summary>
    public static ClockStart? DayLater(CaseClock clock) => new(
        clock.Kind, clock.Basis, clock.BasisVersion + "+", clock.StartedAt, clock.DueAt.AddDays(1), clock.WarnAt.AddDays(1), clock.WarnPercent);

    public static string[] Kinds(this TakedownCase takedownCase) => [.. takedownCase.Events.Select(happened => happened.Kind)];

    public static CaseClock Clock(this TakedownCase takedownCase, ClockKind kind)
        => takedownCase.Clocks.Last(clock => clock.Kind == kind);
}
