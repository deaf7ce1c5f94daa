using TakedownCases.Domain.Deadlines;
using static TakedownCases.Domain.Tests.Deadlines.Calendars;

namespace TakedownCases.Domain.Tests.Deadlines;

public sealed class LegalBasisTests
{
    [Theory]
    [InlineData("Asia/Kolkata", "2026-02-19T18:29:59Z", false)] // a second before midnight in India
    [InlineData("Asia/Kolkata", "2026-02-19T18:30:00Z", true)] // midnight in India, still the day before in UTC
    [InlineData("America/New_York", "2026-02-20T04:59:59Z", false)] // the 20th in UTC, the 19th in New York
    [InlineData("America/New_York", "2026-02-20T05:00:00Z", true)]
    public void A_basis_begins_at_local_midnight_of_its_jurisdiction(string zone, string instant, bool inForce)
    {
        var basis = Bases.Basis(zone: zone) with { InForceFrom = new DateOnly(2026, 2, 20) };

        Assert.Equal(inForce, basis.IsInForceAt(Instant(instant)));
    }

    [Theory]
    [InlineData("2026-06-30T21:59:59Z", true)]
    [InlineData("2026-06-30T22:00:00Z", false)] // midnight in Paris: the first day no longer in force
    public void A_basis_ends_at_local_midnight_of_its_jurisdiction(string instant, bool inForce)
        => Assert.Equal(
            inForce, (Bases.Basis() with { InForceUntil = new DateOnly(2026, 7, 1) }).IsInForceAt(Instant(instant)));

    [Fact]
    public void The_version_that_counts_is_the_one_in_force_when_the_clock_starts()
    {
        var change = new DateOnly(2026, 2, 20);
        var old = Bases.Basis("PT24H", zone: "Asia/Kolkata") with { Version = "1", InForceUntil = change };
        var now = Bases.Basis("PT2H", zone: "Asia/Kolkata") with { Version = "2", InForceFrom = change };
        var catalogue = new LegalBasisCatalogue([now, old]);

        Assert.Same(old, catalogue.VersionAt("xx-invented", Instant("2026-02-19T18:29:59Z")));
        Assert.Same(now, catalogue.VersionAt("xx-invented", Instant("2026-02-19T18:30:00Z")));
        Assert.Same(old, catalogue.Find("xx-invented", "1"));
        Assert.Equal([now], catalogue.InForceAt(Instant("2026-11-22T00:00:00Z")));
        Assert.Null(catalogue.VersionAt("xx-other", Instant("2026-11-22T00:00:00Z")));
    }

    [Fact]
    public void The_later_record_counts_where_two_describe_the_same_time()
    {
        var corrected = Bases.Basis() with { Version = "2026-05-01" };
        var catalogue = new LegalBasisCatalogue([corrected, Bases.Basis()]);

        Assert.Same(corrected, catalogue.VersionAt("xx-invented", Instant("2026-11-22T00:00:00Z")));
        Assert.Equal([corrected], catalogue.InForceAt(Instant("2026-11-22T00:00:00Z")));
    }

    [Theory]
    [InlineData(BasisStatus.InForce, "2027-01-01", "2027-06-01", null)] // it ends the rule, and the version before does not come back
    [InlineData(BasisStatus.NoFixedClock, "2027-01-01", null, null)] // the hours are gone
    [InlineData(BasisStatus.InForce, "2028-01-01", null, "1")] // not yet
    [InlineData(BasisStatus.Bill, null, null, "1")] // only announced
    [InlineData(BasisStatus.InForce, null, null, "2")]
    public void A_later_version_has_the_say_from_its_first_day(BasisStatus status, string? from, string? until, string? holds)
    {
        var old = Bases.Basis() with { Version = "1", InForceFrom = null };
        var later = old with
        {
            Version = "2",
            Status = status,
            InForceFrom = from is null ? null : DateOnly.Parse(from),
            InForceUntil = until is null ? null : DateOnly.Parse(until),
        };
        var catalogue = new LegalBasisCatalogue([old, later]);

        Assert.Equal(holds, catalogue.VersionAt(old.Id, Instant("2027-07-01T00:00:00Z"))?.Version);
        Assert.Equal(holds, catalogue.InForceAt(Instant("2027-07-01T00:00:00Z")).SingleOrDefault()?.Version);
    }

    [Fact]
    public void Our_own_policy_stands_in_only_where_the_cited_law_gives_no_time()
    {
        var silent = Bases.Basis() with { Id = "silent", Duration = null };
        var law = Bases.Basis() with { Id = "law" };
        var policy = Bases.Basis("PT72H") with { Id = "ours", Kind = BasisKind.LocalPolicy, PolicyFor = "silent" };
        var catalogue = new LegalBasisCatalogue([silent, law, policy]);
        var now = Instant("2027-07-01T00:00:00Z");

        Assert.Equal([silent, policy], catalogue.WithPolicies([silent], now));
        Assert.Equal([law], catalogue.WithPolicies([law], now));
        Assert.Contains("our own policy", DeadlineCalculator.Compute(now, "sending", policy).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_given_twice_is_refused()
        => Assert.Throws<ArgumentException>(() => new LegalBasisCatalogue([Bases.Basis(), Bases.Basis()]));

    [Theory]
    [InlineData(BasisStatus.InForce, BasisConfidence.High, true)]
    [InlineData(BasisStatus.InForce, BasisConfidence.MediumHigh, true)]
    [InlineData(BasisStatus.InForce, BasisConfidence.Medium, false)]
    [InlineData(BasisStatus.InForce, BasisConfidence.Low, false)]
    [InlineData(BasisStatus.Bill, BasisConfidence.High, false)]
    [InlineData(BasisStatus.Pending, BasisConfidence.High, false)]
    public void Only_a_basis_in_force_and_sure_enough_runs_clocks(BasisStatus status, BasisConfidence confidence, bool runs)
    {
        var basis = Bases.Basis() with { Status = status, Confidence = confidence };

        Assert.Equal(runs, basis.RunsClocks);
        if (!runs)
        {
            Assert.Throws<ArgumentException>(() => DeadlineCalculator.Compute(DateTimeOffset.UnixEpoch, "receipt", basis));
        }
    }

    [Fact]
    public void A_basis_without_a_length_or_without_a_clock_runs_none()
    {
        Assert.False((Bases.Basis() with { Duration = null }).RunsClocks);
        Assert.False((Bases.Basis() with { Clock = null }).RunsClocks);
    }

    [Fact]
    public void A_window_to_act_runs_to_its_shorter_end_and_a_duty_to_its_longer()
    {
        var duty = Bases.Basis("P10D..P14D", ClockUnit.Business);

        Assert.Equal(ClockSpan.Business(14), duty.Span);
        Assert.Equal(ClockSpan.Business(10), (duty with { Kind = BasisKind.WarningWindow }).Span);
    }

    [Fact]
    public void A_basis_in_business_days_needs_its_own_calendar()
    {
        var basis = Bases.Basis("P2D", ClockUnit.Business) with { BusinessCalendarId = "office" };
        var start = Instant("2026-11-20T10:00:00Z");

        Assert.Equal(Instant("2026-11-24T10:00:00Z"), DeadlineCalculator.Compute(start, "receipt", basis, Office).Due);
        Assert.Throws<ArgumentException>(() => DeadlineCalculator.Compute(start, "receipt", basis));
        Assert.Throws<ArgumentException>(() => DeadlineCalculator.Compute(start, "receipt", basis, Always));
    }

    [Theory]
    [InlineData("PT48H", ClockUnit.Elapsed)]
    [InlineData("PT1H30M", ClockUnit.Working)]
    [InlineData("P1Y", ClockUnit.Calendar)]
    [InlineData("P1Y2M3D", ClockUnit.Calendar)]
    [InlineData("P10D..P14D", ClockUnit.Business)]
    public void Durations_are_read_in_the_unit_they_fit(string text, ClockUnit unit)
        => Assert.Equal((unit, text), (BasisDuration.Parse(text, unit).Unit, BasisDuration.Parse(text, unit).Text));

    [Theory]
    [InlineData("P2D", ClockUnit.Elapsed)] // two days or 48 hours? the record must say
    [InlineData("PT48H", ClockUnit.Calendar)]
    [InlineData("PT8H", ClockUnit.Business)]
    [InlineData("P1M", ClockUnit.Business)]
    [InlineData("PT0H", ClockUnit.Elapsed)]
    [InlineData("P", ClockUnit.Calendar)]
    [InlineData("48", ClockUnit.Elapsed)]
    [InlineData("-PT1H", ClockUnit.Elapsed)]
    [InlineData("PT1H\n", ClockUnit.Elapsed)]
    [InlineData("P14D..P10D", ClockUnit.Business)]
    [InlineData("P14D..", ClockUnit.Business)]
    public void Durations_that_are_none_or_do_not_fit_are_refused(string text, ClockUnit unit)
        => Assert.Throws<FormatException>(() => BasisDuration.Parse(text, unit));
}
