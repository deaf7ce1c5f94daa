using TakedownCases.Domain.Escalation;

namespace TakedownCases.Domain.Tests.Escalation;

public sealed class RungOffsetTests
{
    [Theory]
    [InlineData("0%", 0, 0)]
    [InlineData("50%", 50, 0)]
    [InlineData("99%", 99, 0)]
    [InlineData("PT0S", null, 0)]
    [InlineData("PT24H", null, 24 * 60)]
    [InlineData("PT1H30M", null, 90)]
    [InlineData("PT45M", null, 45)]
    [InlineData("-PT72H", null, -72 * 60)]
    [InlineData("-PT15M", null, -15)]
    public void An_offset_is_read_and_written_in_one_form(string text, int? percent, int minutes)
    {
        var offset = RungOffset.Parse(text);

        Assert.Equal(percent, offset.Percent);
        Assert.Equal(TimeSpan.FromMinutes(minutes), offset.FromDue);
        Assert.Equal(text, offset.ToString());
        Assert.Equal(percent is null && minutes >= 0, offset.IsAtOrAfterDue);
    }

    [Theory]
    [InlineData("")]
    [InlineData("50")]
    [InlineData("100%")]
    [InlineData("-1%")]
    [InlineData("050%")]
    [InlineData("5 %")]
    [InlineData("٥%")]
    [InlineData("PT")]
    [InlineData("PT0H")]
    [InlineData("-PT0S")]
    [InlineData("-PT0M")]
    [InlineData("PT10S")]
    [InlineData("P1D")]
    [InlineData("P1DT1H")]
    [InlineData("PT1.5H")]
    [InlineData("+PT1H")]
    [InlineData("PT12345H")]
    [InlineData("PT1H\n")]
    [InlineData(" PT1H")]
    [InlineData("pt1h")]
    public void What_is_no_offset_is_refused(string text)
        => Assert.Throws<FormatException>(() => RungOffset.Parse(text));

    [Fact]
    public void Minutes_beyond_an_hour_are_the_same_offset()
        => Assert.Equal(RungOffset.Parse("PT1H30M"), RungOffset.Parse("PT90M"));

    [Fact]
    public void Parts_of_a_minute_and_endless_hours_are_refused()
    {
        Assert.Throws<ArgumentException>(() => RungOffset.AfterDue(TimeSpan.FromSeconds(30)));
        Assert.Throws<ArgumentException>(() => RungOffset.AfterDue(TimeSpan.FromHours(10_000)));
        Assert.Throws<ArgumentException>(() => RungOffset.AfterDue(TimeSpan.FromHours(-10_000)));
        Assert.Throws<ArgumentOutOfRangeException>(() => RungOffset.AtPercent(100));
        Assert.Throws<ArgumentOutOfRangeException>(() => RungOffset.AtPercent(-1));
    }
}
