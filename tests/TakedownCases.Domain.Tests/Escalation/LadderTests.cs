using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Escalation;

namespace TakedownCases.Domain.Tests.Escalation;

public sealed class LadderTests
{
    private static readonly Rung Warn = Ladders.Rung("warn", RungAction.WarnAssignee, "50%");

    private static readonly Rung Remind = Ladders.Rung("remind", RungAction.RemindPlatform, "PT0S");

    public static TheoryData<string, string, Rung[]> WrongRungs => new()
    {
        { "no rungs", "rungs must not be empty", [] },
        { "two with one id", "'warn': id is taken", [Warn, Warn with { Action = RungAction.TellAssignee }] },
        { "an odd id", "id must be", [Warn with { Id = "Warn me" }] },
        { "no id", "id must be", [Warn with { Id = "" }] },
        { "a line break after the id", "id must be", [Warn with { Id = "warn\n" }] },
        { "no clocks", "clocks must not be empty", [Warn with { Clocks = [] }] },
        { "one clock twice", "clocks names one twice", [Warn with { Clocks = [ClockKind.Removal, ClockKind.Removal] }] },
        { "no severities", "severities must name one", [Warn with { Severities = [] }] },
        { "one severity twice", "severities names one twice", [Warn with { Severities = [Severity.Urgent, Severity.Urgent] }] },
        { "a warning that could be skipped", "never skipped", [Warn with { Needs = [RungNeed.NoHold] }] },
        { "a warning that needs consent", "never skipped", [Warn with { Consent = ConsentAction.Contact }] },
        { "a reminder despite a hold", "needs must name NoHold", [Remind with { Needs = [RungNeed.MailChannel] }] },
        { "a reminder without mail", "needs must name MailChannel", [Remind with { Needs = [RungNeed.NoHold] }] },
        { "one need twice", "needs names one twice", [Remind with { Needs = [.. Remind.Needs, RungNeed.NoHold] }] },
        { "a reminder without consent", "consent must be NotifyPlatforms", [Remind with { Consent = null }] },
        { "a reminder with another consent", "consent must be NotifyPlatforms", [Remind with { Consent = ConsentAction.Contact }] },
    };

    [Theory]
    [MemberData(nameof(WrongRungs))]
    public void A_ladder_that_cannot_be_right_is_refused_with_the_reason(string what, string reason, Rung[] rungs)
    {
        var error = Assert.Throws<ArgumentException>(() => Ladders.Of(rungs));

        Assert.True(error.Message.Contains(reason, StringComparison.Ordinal), $"{what}: {error.Message}");
        Assert.Contains("'invented'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ladder_keeps_its_own_list_of_rungs()
    {
        var rungs = new List<Rung> { Warn };
        var ladder = new Ladder("invented", "2026-01-01", Track.Adult, rungs);

        rungs.Clear();

        Assert.Equal([Warn], ladder.Rungs);
    }

    [Fact]
    public void A_book_has_one_ladder_for_each_track()
    {
        var adult = Ladders.Of(Warn);
        var minor = new Ladder("other", "2026-01-01", Track.Minor, [Warn]);

        var book = new LadderBook([adult, minor]);

        Assert.Same(adult, book.For(Track.Adult));
        Assert.Same(minor, book.For(Track.Minor));
        Assert.Contains("minor", Error([adult]), StringComparison.Ordinal);
        Assert.Contains("adult has a ladder", Error([adult, minor, new Ladder("third", "1", Track.Adult, [Warn])]), StringComparison.Ordinal);
        Assert.Contains("'invented': id", Error([adult, new Ladder("invented", "1", Track.Minor, [Warn])]), StringComparison.Ordinal);

        static string Error(Ladder[] ladders) => Assert.Throws<ArgumentException>(() => new LadderBook(ladders)).Message;
    }

    [Fact]
    public void Every_action_either_tells_people_or_is_stopped_by_a_hold()
        => Assert.All(Enum.GetValues<RungAction>(), action =>
            Assert.Equal(RungActions.IsOutward(action), RungActions.LeastNeeds(action).Contains(RungNeed.NoHold)));
}
