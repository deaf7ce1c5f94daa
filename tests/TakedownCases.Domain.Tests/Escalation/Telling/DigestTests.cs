using TakedownCases.Domain.Escalation.Telling;

namespace TakedownCases.Domain.Tests.Escalation.Telling;

public sealed class DigestTests
{
    [Fact]
    public void A_digest_holds_counts_and_nothing_that_could_name_a_case()
        => Assert.All(
            typeof(Digest).GetProperties(),
            property => Assert.True(property.PropertyType == typeof(int) || property.Name == nameof(Digest.IsEmpty), property.Name));

    [Theory]
    [InlineData(0, 0, 0, 0, true)]
    [InlineData(1, 0, 0, 0, false)]
    [InlineData(0, 1, 0, 0, false)]
    [InlineData(0, 0, 1, 0, false)]
    [InlineData(0, 0, 0, 1, false)]
    public void A_digest_is_empty_only_when_there_is_nothing_to_say(int overdue, int today, int approval, int unknown, bool empty)
        => Assert.Equal(empty, new Digest(overdue, today, approval, unknown).IsEmpty);

    [Fact]
    public void A_count_below_zero_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Digest(-1, 0, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Digest(0, -1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Digest(0, 0, -1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Digest(0, 0, 0, -1));
    }
}
