using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Tests.Deadlines;

namespace TakedownCases.Domain.Tests.Cases;

/// <summary>What an act starts under the law: by what triggers a basis, for the track, while it is in force.</summary>
public sealed class CaseClockBookTests
{
    private static readonly DateTimeOffset Now = CaseSamples.Now;

    public static TheoryData<ClockTrigger> Triggers => [.. Enum.GetValues<ClockTrigger>()];

    [Theory]
    [MemberData(nameof(Triggers))]
    public void An_act_starts_what_it_triggers_and_nothing_else(ClockTrigger trigger)
    {
        var bases = Triggers.Select(row => Bases.Basis() with { Id = $"on-{Codes.Of(row.Data)}", Trigger = row.Data }).ToList();

        var starts = Book(bases).Legal(trigger, CaseSamples.Loaded(), Now, "authority-notice").ToList();

        var start = Assert.Single(starts);
        Assert.Equal(($"on-{Codes.Of(trigger)}", Now, Now.AddHours(48), "authority-notice"), (start.Basis, start.StartedAt, start.DueAt, start.StartedBy));
        var isAuthoritys = trigger is ClockTrigger.AuthorityRequest or ClockTrigger.ComplaintToAuthority;
        Assert.Equal(isAuthoritys ? ClockKind.Authority : ClockKind.Removal, start.Kind);
    }

    [Fact]
    public void What_is_not_sure_not_in_force_or_for_the_other_track_starts_nothing()
    {
        LegalBasis[] bases =
        [
            Bases.Basis() with { Id = "unsure", Confidence = BasisConfidence.Medium },
            Bases.Basis() with { Id = "no-length", Duration = null },
            Bases.Basis() with { Id = "not-yet", InForceFrom = DateOnly.FromDateTime(Now.UtcDateTime).AddDays(2) },
            Bases.Basis() with { Id = "no-more", InForceUntil = DateOnly.FromDateTime(Now.UtcDateTime) },
            Bases.Basis() with { Id = "minors", Track = TrackScope.Minor },
        ];

        Assert.Empty(Book(bases).Legal(ClockTrigger.NoticeReceived, CaseSamples.Loaded(), Now, "sending"));
        Assert.Equal(
            ["minors"], Book(bases).Legal(ClockTrigger.NoticeReceived, CaseSamples.Loaded(CaseSamples.Facts(Track.Minor)), Now, "sending").Select(it => it.Basis));
    }

    [Fact]
    public void A_clock_is_counted_again_by_the_version_in_force_when_it_started()
    {
        var old = Bases.Basis() with { InForceUntil = DateOnly.FromDateTime(Now.UtcDateTime).AddDays(30) };
        var wrong = Bases.Basis("PT24H") with { Version = "2027-01-01", InForceUntil = old.InForceUntil };
        var later = Bases.Basis("PT2H") with { Version = "2027-06-01", InForceFrom = old.InForceUntil };
        var takedownCase = CaseSamples.Loaded();
        takedownCase.StartClocks([.. Book([old]).Legal(ClockTrigger.NoticeReceived, takedownCase, Now, "sending")], Now);
        var clock = takedownCase.Clock(ClockKind.Removal);

        Assert.Equal(0, takedownCase.RecountClocks(it => it == clock ? Book([old, later]).Again(takedownCase, it) : null, "basis-changed", Actor.System, Now));
        Assert.Equal(1, takedownCase.RecountClocks(it => it == clock ? Book([old, wrong]).Again(takedownCase, it) : null, "basis-changed", Actor.System, Now));
        Assert.Equal((Now.AddHours(24), "2027-01-01", "sending"), (clock.DueAt, clock.BasisVersion, clock.StartedBy));
    }

    [Fact]
    public void A_clock_whose_basis_is_gone_or_may_run_none_any_more_stays_as_it_was_counted()
    {
        var takedownCase = CaseSamples.Loaded();
        takedownCase.StartClocks([.. Book([Bases.Basis()]).Legal(ClockTrigger.NoticeReceived, takedownCase, Now, "sending")], Now);
        var clock = takedownCase.Clock(ClockKind.Removal);

        Assert.Null(Book([]).Again(takedownCase, clock));
        Assert.Null(Book([Bases.Basis() with { Status = BasisStatus.Superseded }]).Again(takedownCase, clock));
        Assert.Null(Book([Bases.Basis() with { Duration = null }]).Again(takedownCase, clock));
    }

    [Fact]
    public void What_happened_long_ago_starts_a_clock_that_is_late_at_once()
    {
        var takedownCase = CaseSamples.Loaded();
        var told = Now.AddDays(-40);
        Assert.True(takedownCase.StartClocks([.. Book([Bases.Basis()]).Legal(ClockTrigger.NoticeReceived, takedownCase, told, "decision-told")], Now).IsDone);

        var clock = takedownCase.Clock(ClockKind.Removal);
        Assert.True(clock.NextAt < Now);
        Assert.True(takedownCase.Climb(clock.Id, [], null, Now));
        Assert.Equal(Now, clock.OverdueAt);
    }

    [Fact]
    public void Nothing_starts_in_the_future_or_in_a_case_that_is_over_and_nothing_starts_twice()
    {
        var start = CaseSamples.Start(ClockKind.Authority);
        Assert.Equal(CaseRefusals.NotYetHappened, CaseSamples.Loaded().StartClocks([start with { StartedAt = Now.AddSeconds(1) }], Now).Refusal);
        Assert.Equal(CaseRefusals.NotOpen, CaseSamples.Closed().StartClocks([start], Now).Refusal);

        var takedownCase = CaseSamples.Loaded();
        takedownCase.StartClocks([start], Now);
        takedownCase.StartClocks([start with { StartedAt = Now.AddMinutes(-5) }], Now);
        Assert.Single(takedownCase.Clocks, clock => clock.Kind == ClockKind.Authority);
    }

    [Fact]
    public void A_person_ends_only_what_ends_by_word()
    {
        var takedownCase = CaseSamples.Loaded();
        takedownCase.StartClocks([CaseSamples.Start(ClockKind.Authority), CaseSamples.Start(ClockKind.RightWindow)], Now);
        var (authority, window) = (takedownCase.Clock(ClockKind.Authority), takedownCase.Clock(ClockKind.RightWindow));

        Assert.True(takedownCase.EndClock(authority.Id, met: true, CaseSamples.ByAda, Now).IsDone);
        Assert.True(takedownCase.EndClock(window.Id, met: false, CaseSamples.ByAda, Now).IsDone);
        Assert.Equal((true, false), (authority.Met, window.Met));
        Assert.False(window.IsRunning);
        Assert.Equal(CaseRefusals.ClockEndsByItself, takedownCase.EndClock(takedownCase.Clocks[0].Id, met: true, CaseSamples.ByAda, Now).Refusal);
        Assert.Equal(CaseRefusals.NoSuchClock, takedownCase.EndClock(ClockId.New(Now), met: true, CaseSamples.ByAda, Now).Refusal);
    }

    private static CaseClockBook Book(IReadOnlyList<LegalBasis> bases) => new(
        new SlaPolicyBook([]), new Dictionary<string, WorkingCalendar>(StringComparer.Ordinal), new LegalBasisCatalogue(bases), (_, _, _, _) => null);
}
