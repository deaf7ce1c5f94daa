using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Tests.Cases;

public sealed class CaseStatesTests
{
    // One row per state, one column per state that may follow, in the order of the enum; written by hand, not from the code.
    private static readonly Dictionary<CaseState, string> Table = new()
    {
        [CaseState.Filed] = "-iwxce",
        [CaseState.InProgress] = "--wxce",
        [CaseState.WaitingForSurvivor] = "-i-xce",
        [CaseState.Withdrawn] = "-i---e",
        [CaseState.Closed] = "-i-x-e",
        [CaseState.Erased] = "------",
    };

    [Fact]
    public void Every_pair_of_states_is_in_the_table()
    {
        var states = Enum.GetValues<CaseState>();
        Assert.Equal(states, Table.Keys);
        foreach (var from in states)
        {
            Assert.Equal(Table[from], string.Concat(states.Select((to, at) => CaseStates.MayFollow(from, to) ? "fiwxce"[at] : '-')));
        }
    }

    [Theory]
    [InlineData(CaseState.Filed, true)]
    [InlineData(CaseState.InProgress, true)]
    [InlineData(CaseState.WaitingForSurvivor, true)]
    [InlineData(CaseState.Withdrawn, false)]
    [InlineData(CaseState.Closed, false)]
    [InlineData(CaseState.Erased, false)]
    public void Open_cases_are_those_that_stand_in_queues(CaseState state, bool open) => Assert.Equal(open, CaseStates.IsOpen(state));
}
