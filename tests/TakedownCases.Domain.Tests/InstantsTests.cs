namespace TakedownCases.Domain.Tests;

public sealed class InstantsTests
{
    [Theory]
    [InlineData("2027-03-01T09:00:00.1234567Z", "2027-03-01T09:00:00.1234560Z")]
    [InlineData("2027-03-01T10:00:00.1234567+01:00", "2027-03-01T09:00:00.1234560Z")]
    [InlineData("2027-03-01T09:00:00Z", "2027-03-01T09:00:00Z")]
    public void An_instant_is_cut_to_whole_microseconds_of_UTC(string given, string expected)
    {
        var cut = Instants.Cut(DateTimeOffset.Parse(given, null));

        Assert.Equal(DateTimeOffset.Parse(expected, null), cut);
        Assert.Equal(TimeSpan.Zero, cut.Offset);
    }

    [Theory]
    [InlineData("1970-01-01T00:00:00Z", 0)]
    [InlineData("1970-01-01T00:00:00.000001Z", 1)]
    [InlineData("1969-12-31T23:59:59.999999Z", -1)]
    [InlineData("2027-03-01T09:00:00.123456Z", 1803891600123456)]
    public void An_instant_survives_its_number(string given, long number)
    {
        var instant = DateTimeOffset.Parse(given, null);

        Assert.Equal(number, Instants.ToUnixMicroseconds(instant));
        Assert.Equal(instant, Instants.FromUnixMicroseconds(number));
    }
}
