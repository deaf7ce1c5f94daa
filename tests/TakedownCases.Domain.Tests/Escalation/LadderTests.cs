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
        { "a condition on telling people", "people are told whatever the place is", [Warn with { When = [RungCondition.WebAddress] }] },
        { "a host of anything", "when must name UnlistedSite", [Ladders.Rung("host", RungAction.AskHost, "PT24H") with { When = [RungCondition.WebAddress] }] },
        { "one condition twice", "when names one twice", [Remind with { When = [RungCondition.InSearch, RungCondition.InSearch] }] },
        { "a warning that repeats", "repeat is for what comes with the deadline", [Warn with { Repeat = new RungRepeat(TimeSpan.FromHours(1), 2) }] },
        { "what comes before the deadline and repeats", "repeat is for what comes with the deadline", [Warn with { At = RungOffset.Parse("-PT2H"), Repeat = new RungRepeat(TimeSpan.FromHours(1), 2) }] },
        { "a warning for supervisors", "tells must be Assignee", [Warn with { Tells = RungTells.Supervisors }] },
        { "a supervisor's rung for the holder", "tells must be Supervisors", [Ladders.Rung("late", RungAction.TellSupervisor, "PT2H") with { Tells = RungTells.Assignee }] },
        { "a host that one person may write to", "approval must be Two at least", [Ladders.Rung("host", RungAction.AskHost, "PT24H") with { Approval = RungApproval.One }] },
        { "a complaint that leaves by itself", "approval must be One at least", [Ladders.Rung("complain", RungAction.DraftComplaint, "PT24H") with { Approval = RungApproval.None }] },
        { "a warning to be approved", "approval must be None", [Warn with { Approval = RungApproval.One }] },
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

    [Theory]
    [InlineData(RungAction.AskHost)]
    [InlineData(RungAction.AskCdn)]
    [InlineData(RungAction.AskRegistrar)]
    [InlineData(RungAction.DeIndex)]
    public void Nothing_on_the_minor_track_names_an_address_to_anybody_new(RungAction action)
    {
        var error = Assert.Throws<ArgumentException>(() => new Ladder("young", "1", Track.Minor, [Ladders.Rung("wide", action, "PT24H")]));

        Assert.Contains("not for the minor track", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30, 3, "after an hour at the soonest")]
    [InlineData(60, 1, "2 to 20 times")]
    [InlineData(60, 21, "2 to 20 times")]
    public void A_repetition_that_makes_no_sense_is_refused(int minutes, int most, string reason)
        => Assert.Contains(
            reason,
            Assert.Throws<ArgumentException>(() => new RungRepeat(TimeSpan.FromMinutes(minutes), most)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_rung_is_kept_under_its_id_and_each_repetition_under_a_key_of_its_own()
    {
        var ladder = Ladders.Of(Remind with { Repeat = new RungRepeat(TimeSpan.FromHours(72), 3) });

        Assert.Equal(["remind", "remind#2", "remind#3"], Enumerable.Range(1, 3).Select(ladder.Rungs[0].KeyOf));
        Assert.Equal(3, ladder.Find("remind#3")!.Value.Time);
        Assert.Same(ladder.Rungs[0], ladder.Find("remind")!.Value.Rung);
        Assert.Null(ladder.Find("gone#2"));
    }

    [Fact]
    public void Every_action_either_tells_people_or_is_stopped_by_a_hold()
        => Assert.All(Enum.GetValues<RungAction>(), action =>
            Assert.Equal(RungActions.IsOutward(action), RungActions.LeastNeeds(action).Contains(RungNeed.NoHold)));
}
