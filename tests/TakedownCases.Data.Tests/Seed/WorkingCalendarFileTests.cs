using System.Text.Json.Nodes;
using TakedownCases.Data.Seed;

namespace TakedownCases.Data.Tests.Seed;

public sealed class WorkingCalendarFileTests
{
    [Theory]
    [InlineData("office", "2026-11-11", false)] // Armistice 1918, a Wednesday
    [InlineData("office", "2027-03-29", false)] // Easter Monday
    [InlineData("office", "2028-05-25", false)] // Ascension
    [InlineData("office", "2026-12-28", true)] // a working day in France, a substitute day in England
    [InlineData("office-en", "2026-12-28", false)]
    [InlineData("office-en", "2027-12-27", false)] // Christmas on a Saturday
    [InlineData("office-en", "2028-01-03", false)] // New Year on a Saturday
    [InlineData("us-federal", "2026-07-03", false)] // Independence Day on a Saturday is kept on Friday
    [InlineData("us-federal", "2027-12-31", false)] // New Year 2028 on a Saturday is kept in the year before
    [InlineData("us-federal", "2026-11-26", false)] // Thanksgiving
    [InlineData("germany", "2026-04-03", false)] // Karfreitag
    [InlineData("germany", "2027-05-17", false)] // Pfingstmontag
    [InlineData("germany", "2026-11-11", true)] // a holiday in France
    [InlineData("germany", "2026-06-04", true)] // Fronleichnam, a holiday of some Länder only
    [InlineData("india", "2027-01-26", false)] // Republic Day
    [InlineData("india", "2026-11-11", true)]
    [InlineData("australia", "2026-01-26", false)] // Australia Day
    [InlineData("australia", "2027-12-28", false)] // Boxing Day on a Sunday, Christmas on a Saturday
    [InlineData("australia", "2027-04-26", true)] // Anzac Day on a Sunday: the States do not agree
    [InlineData("always", "2026-12-25", true)]
    public void Calendars_know_their_public_holidays(string id, string day, bool business)
        => Assert.Equal(business, WorkingCalendarFile.Load()[id].IsBusinessDay(DateOnly.Parse(day)));

    [Theory]
    [InlineData("office", 11)]
    [InlineData("office-en", 8)]
    [InlineData("us-federal", 11)]
    public void Each_year_up_to_2028_has_all_its_holidays(string id, int count)
    {
        var holidays = WorkingCalendarFile.Load()[id].Holidays.Keys;

        // The American New Year of 2028 is kept on the last day of 2027.
        Assert.Equal(3 * count, holidays.Count(day => day.Year is >= 2026 and <= 2028));
        Assert.Equal(count, holidays.Count(day => day.Year == 2026));
    }

    [Theory]
    [InlineData("germany", 9)]
    [InlineData("india", 3)]
    [InlineData("australia", 8)]
    public void A_calendar_that_is_known_until_2027_says_so(string id, int of2026)
    {
        var calendar = WorkingCalendarFile.Load()[id];
        Assert.Equal(new DateOnly(2027, 12, 31), calendar.HolidaysKnownUntil);
        Assert.Equal(of2026, calendar.Holidays.Keys.Count(day => day.Year == 2026));
        Assert.DoesNotContain(calendar.Holidays.Keys, day => day.Year > 2027);
    }

    [Fact]
    public void Always_is_always_working()
        => Assert.True(WorkingCalendarFile.Load()["always"].IsWorking(new DateTimeOffset(2026, 12, 25, 3, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("timeZone", "Europe/Nowhere")]
    [InlineData("holidaysKnownUntil", "2026-06-01")]
    [InlineData("unheardOf", "x")]
    public void A_wrong_calendar_is_refused_with_its_name(string property, string value)
    {
        var json = JsonNode.Parse(SeedFile.Embedded("working-calendars.json"))!;
        json["records"]![0]![property] = value;

        var error = Assert.Throws<InvalidDataException>(() => WorkingCalendarFile.Read(json.ToJsonString()));

        Assert.Contains("'office'", error.Message, StringComparison.Ordinal);
    }
}
