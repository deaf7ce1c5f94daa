using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Tests.Notices;

/// <summary>A time typed where somebody lives, kept as the instant it was.</summary>
public sealed class TypedTimeTests
{
    private static readonly DateTimeOffset Now = new(2027, 11, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2027-07-01T09:00", "2027-07-01T07:00Z")]
    [InlineData("2027-02-01 09:00", "2027-02-01T08:00Z")]
    [InlineData("2027-02-01T09:00:30", "2027-02-01T08:00:30Z")]
    [InlineData("2027-10-31T02:30", "2027-10-31T01:30Z")]
    public void A_time_is_read_in_the_readers_zone_and_of_two_the_later(string typed, string instant)
        => Assert.Equal(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), Read(typed));

    [Theory]
    [InlineData("2027-03-28T02:30")]
    [InlineData("2027-11-01T13:01")]
    [InlineData("yesterday")]
    public void A_time_that_never_was_or_has_not_come_is_none(string typed) => Assert.Null(Read(typed));

    [Fact]
    public void Nothing_typed_is_now() => Assert.Equal(Now, Read(" "));

    private static DateTimeOffset? Read(string typed) => TypedTime.Read(typed, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"), Now);
}
