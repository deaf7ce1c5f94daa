using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Escalation.Telling;

namespace TakedownCases.Domain.Tests.Escalation.Telling;

public sealed class HoldersTests
{
    [Fact]
    public void Only_what_deputies_lead_to_can_come_to_an_advocate_and_anything_to_the_others()
    {
        var roster = new DutyRoster(
        [
            Colleague(1, deputy: 2), Colleague(2, deputy: 3), Colleague(3, deputy: null), Colleague(4, deputy: 1),
            Colleague(11, deputy: null, ColleagueDuty.Supervision), Colleague(21, deputy: null, ColleagueDuty.Administration),
        ]);

        Assert.Equal([1, 2, 3, 4], Holders(roster, 3));
        Assert.Equal([1, 4], Holders(roster, 1));
        Assert.Null(Deputies.HoldersWhoseTasksReach(new HashSet<StaffId> { Id(1), Id(11) }, roster));
        Assert.Null(Deputies.HoldersWhoseTasksReach(new HashSet<StaffId> { Id(21) }, roster));
    }

    private static IEnumerable<int> Holders(DutyRoster roster, int of)
        => Enumerable.Range(1, 30).Where(number => Deputies.HoldersWhoseTasksReach(new HashSet<StaffId> { Id(of) }, roster)!.Contains(Id(number)));

    private static StaffId Id(int number) => new(new Guid(number, 0, 0, new byte[8]));

    private static Colleague Colleague(int number, int? deputy, ColleagueDuty duty = ColleagueDuty.Casework)
        => new(Id(number), duty, ClearedForMinors: true) { Deputy = deputy is { } other ? Id(other) : null };
}
