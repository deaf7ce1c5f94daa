namespace TakedownCases.Domain.Tests;

public sealed class OutcomeTests
{
    private static readonly Refusal TooMany = new("too-many", "There are too many places.");

    [Fact]
    public void A_refusal_becomes_an_outcome_that_is_not_done()
    {
        Outcome outcome = TooMany;
        Outcome<int> valued = TooMany;

        Assert.False(outcome.IsDone);
        Assert.False(valued.IsDone);
        Assert.Equal(TooMany, outcome.Refusal);
        Assert.Equal(TooMany, valued.Refusal);
    }

    [Fact]
    public void A_value_becomes_an_outcome_that_is_done()
    {
        Outcome<int> outcome = 3;

        Assert.True(outcome.IsDone);
        Assert.Equal(3, outcome.Value);
        Assert.True(Outcome.Done.IsDone);
    }
}
