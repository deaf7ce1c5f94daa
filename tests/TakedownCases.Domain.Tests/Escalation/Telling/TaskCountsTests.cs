using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Escalation.Telling;

namespace TakedownCases.Domain.Tests.Escalation.Telling;

public sealed class TaskCountsTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 10, 12, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Midnight = Now.AddHours(12);

    [Fact]
    public void Counts_are_counts_and_nothing_that_could_name_a_case()
        => Assert.All(
            typeof(TaskCounts).GetProperties(), property => Assert.True(property.PropertyType == typeof(int) || property.Name == nameof(TaskCounts.None), property.Name));

    [Theory]
    [InlineData(TaskKind.DeadlinePassed, Severity.Standard, -2, -1, "overdue")]
    [InlineData(TaskKind.Supervise, Severity.Urgent, 0, -26, "overdue")] // raised a day after the deadline
    [InlineData(TaskKind.DeadlineNear, Severity.Standard, -2, 0, "overdue")] // passed since it was raised
    [InlineData(TaskKind.DeadlineNear, Severity.Standard, -2, 11, "today")]
    [InlineData(TaskKind.DeadlineNear, Severity.Standard, -2, 12, "others")] // tomorrow
    [InlineData(TaskKind.NextStep, Severity.Standard, -2, -2, "others")] // due when raised: there is no deadline
    [InlineData(TaskKind.NextStep, Severity.Standard, -2, -1, "overdue")]
    [InlineData(TaskKind.FileComplaint, Severity.Standard, -2, -26, "overdue")] // the house drafted it after the deadline
    [InlineData(TaskKind.DeadlinePassed, Severity.Standard, -2, -2, "overdue")] // raised at the deadline
    [InlineData(TaskKind.ApproveNotice, Severity.Standard, -2, -2, "approve")]
    [InlineData(TaskKind.ApproveNotice, Severity.Imminent, -2, -2, "danger")]
    [InlineData(TaskKind.UnknownSending, Severity.Standard, -2, -2, "unknown")]
    [InlineData(TaskKind.SendingRejected, Severity.Urgent, -2, -2, "unknown")]
    [InlineData(TaskKind.DeadlinePassed, Severity.Imminent, -2, -1, "danger")]
    public void A_task_is_counted_once_by_the_gravest_of_what_is_true_of_it(TaskKind kind, Severity severity, double raised, double due, string line)
    {
        var counts = TaskCounts.None.With(kind, severity, Now.AddHours(raised), Now.AddHours(due), Now, Midnight);

        Assert.Equal(
            line switch
            {
                "danger" => new TaskCounts(1, 0, 0, 0, 0, 0),
                "overdue" => new TaskCounts(0, 1, 0, 0, 0, 0),
                "today" => new TaskCounts(0, 0, 1, 0, 0, 0),
                "approve" => new TaskCounts(0, 0, 0, 1, 0, 0),
                "unknown" => new TaskCounts(0, 0, 0, 0, 1, 0),
                _ => new TaskCounts(0, 0, 0, 0, 0, 1),
            },
            counts);
        Assert.Equal(2, counts.With(kind, severity, Now.AddHours(raised), Now.AddHours(due), Now, Midnight).All);
    }

    [Fact]
    public void A_count_below_zero_is_refused()
        => Assert.All(Enumerable.Range(0, 6), place =>
        {
            var counts = new int[6];
            counts[place] = -1;
            Assert.Throws<ArgumentOutOfRangeException>(() => new TaskCounts(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]));
        });
}
