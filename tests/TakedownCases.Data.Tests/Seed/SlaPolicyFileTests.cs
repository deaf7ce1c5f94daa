using System.Text.Json.Nodes;
using TakedownCases.Data.Seed;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Data.Tests.Seed;

public sealed class SlaPolicyFileTests
{
    private static readonly SlaPolicyBook Book = SlaPolicyFile.Load();
    private static readonly IReadOnlyDictionary<string, WorkingCalendar> Calendars = WorkingCalendarFile.Load();

    public static TheoryData<ClockKind, string> Promises()
    {
        var promises = new TheoryData<ClockKind, string>();
        foreach (var clock in ClockKinds.Internal)
        {
            foreach (var severity in new[] { "imminent", "urgent", "standard" })
            {
                promises.Add(clock, severity);
            }
        }

        return promises;
    }

    [Theory]
    [MemberData(nameof(Promises))]
    public void A_minor_never_waits_longer_than_an_adult(ClockKind clock, string severity)
    {
        var adult = Book.Find(clock, "adult", severity);
        var minor = Book.Find(clock, "minor", severity);

        Assert.NotNull(adult);
        Assert.NotNull(minor);
        Assert.All(HoursOfAWeek(), start => Assert.True(Due(minor, start) <= Due(adult, start), $"Filed at {start:O}"));
    }

    [Theory]
    [InlineData("adult")]
    [InlineData("minor")]
    public void The_more_urgent_never_waits_longer_than_the_less(string track)
        => Assert.All(ClockKinds.Internal, clock =>
        {
            var imminent = Book.Find(clock, track, "imminent")!;
            var urgent = Book.Find(clock, track, "urgent")!;
            var standard = Book.Find(clock, track, "standard")!;

            Assert.All(HoursOfAWeek(), start =>
            {
                Assert.True(Due(imminent, start) <= Due(urgent, start), $"{clock} filed at {start:O}");
                Assert.True(Due(urgent, start) <= Due(standard, start), $"{clock} filed at {start:O}");
            });
        });

    [Fact]
    public void Danger_is_looked_at_within_an_hour_on_any_day_on_both_tracks()
    {
        var christmasNight = new DateTimeOffset(2026, 12, 25, 2, 0, 0, TimeSpan.Zero);

        Assert.All(new[] { "adult", "minor" }, track => Assert.Equal(
            christmasNight.AddHours(1), Due(Book.Find(ClockKind.FirstReview, track, "imminent")!, christmasNight)));
    }

    [Fact]
    public void What_is_imminent_never_pauses_and_every_policy_warns_at_three_quarters()
    {
        Assert.Equal(42, Book.All.Count);
        Assert.All(Book.All, policy => Assert.Equal([75], policy.WarnPercents));
        Assert.All(Book.All.Where(policy => policy.SeverityCode == "imminent"), policy => Assert.False(policy.PausesWhileWaiting));
    }

    [Theory]
    [InlineData("clock", "removal", "gives a length")]
    [InlineData("track", "both", "track")]
    [InlineData("severity", "whenever", "severity")]
    [InlineData("duration", "P1D", "cannot be counted")]
    [InlineData("unit", "calendar", "unit")]
    [InlineData("calendarId", "office", "calendarId")]
    [InlineData("warnPercents", "[75, 50]", "warnPercents")]
    [InlineData("warnPercents", "[100]", "warnPercents")]
    public void A_wrong_policy_is_refused_with_its_name_and_the_reason(string property, string value, string reason)
    {
        var json = JsonNode.Parse(SeedFile.Embedded("sla-policies.json"))!;
        json["records"]![0]![property] = value.StartsWith('[') ? JsonNode.Parse(value) : value;

        var error = Assert.Throws<InvalidDataException>(() => SlaPolicyFile.Read(json.ToJsonString()));

        Assert.Contains("'first-review-adult-imminent'", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_is_missing_or_given_twice_is_refused()
    {
        var missing = JsonNode.Parse(SeedFile.Embedded("sla-policies.json"))!;
        missing["records"]!.AsArray().RemoveAt(0);
        var twice = JsonNode.Parse(SeedFile.Embedded("sla-policies.json"))!;
        twice["records"]!.AsArray().Add(twice["records"]![0]!.DeepClone());

        Assert.Contains("no policy for FirstReview", Error(missing), StringComparison.Ordinal);
        Assert.Contains("has a policy already", Error(twice), StringComparison.Ordinal);

        static string Error(JsonNode json)
            => Assert.Throws<InvalidDataException>(() => SlaPolicyFile.Read(json.ToJsonString())).Message;
    }

    private static DateTimeOffset Due(SlaPolicy policy, DateTimeOffset start)
        => DeadlineCalculator.Compute(start, "filing", policy, policy.CalendarId is { } id ? Calendars[id] : null, []).Due;

    // The week of Christmas 2026: nights, a weekend, a holiday.
    private static IEnumerable<DateTimeOffset> HoursOfAWeek()
        => Enumerable.Range(0, 24 * 7).Select(hour => new DateTimeOffset(2026, 12, 21, hour % 24, 30, 0, TimeSpan.Zero).AddDays(hour / 24));
}
