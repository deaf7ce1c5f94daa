using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Tests.Cases;

public sealed class TaskKindsTests
{
    private static readonly DateTimeOffset Raised = new(2026, 6, 10, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(TaskKind.NextStep, 0, false)]
    [InlineData(TaskKind.NextStep, 1, true)]
    [InlineData(TaskKind.FileComplaint, -24, true)] // the house drafted it after the deadline
    [InlineData(TaskKind.DeadlinePassed, 0, true)] // raised at its deadline
    [InlineData(TaskKind.Supervise, -24, true)]
    [InlineData(TaskKind.DeadlineNear, 12, true)]
    public void A_task_has_a_deadline_unless_it_is_due_when_it_is_raised_and_is_not_about_one(TaskKind kind, double dueAfterHours, bool has)
        => Assert.Equal(has, TaskKinds.HasDeadline(kind, Raised, Raised.AddHours(dueAfterHours)));
}
