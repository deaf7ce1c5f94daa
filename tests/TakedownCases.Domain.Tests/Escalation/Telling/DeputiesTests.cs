using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Escalation.Telling;

namespace TakedownCases.Domain.Tests.Escalation.Telling;

public sealed class DeputiesTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 10, 12, 0, 0, TimeSpan.Zero);

    private static readonly Absence ThisWeek = new(Now.AddDays(-3), Now.AddDays(4));

    // Whoever stands in for Ada is let into the case, where a test says nothing else.
    private static readonly Colleague Ada = Colleague(1) with { Deputy = Id(2) };

    private static readonly Colleague Ben = Colleague(2) with { Deputy = Id(3) };

    private static readonly Colleague Cleo = Colleague(3);

    private static readonly Colleague Sam = Colleague(11, ColleagueDuty.Supervision);

    private static readonly Colleague Sue = Colleague(12, ColleagueDuty.Supervision);

    private static readonly Colleague Root = Colleague(21, ColleagueDuty.Administration);

    private static readonly Colleague[] House = [Root, Sue, Sam, Cleo, Ben, Ada];

    [Fact]
    public void An_assignee_who_is_there_is_told()
        => Expect(Tell(Ada.Id, House), ToldAs.Assignee, [Ada]);

    [Fact]
    public void Whoever_is_away_or_cannot_be_reached_is_passed_over_for_their_deputy()
    {
        var told = Tell(Ada.Id, With(Ada with { Away = ThisWeek }), unreachable: [Ben.Id]);

        Expect(told, ToldAs.Deputy, [Cleo]);
        Assert.Equal([new PassedOver(Ada.Id, PassedBecause.Away), new PassedOver(Ben.Id, PassedBecause.Unreachable)], told.PassedOver);
    }

    [Fact]
    public void Whoever_holds_more_than_they_can_is_passed_over_for_their_deputy()
    {
        var told = Tell(Ada.Id, With(Ada with { IsFull = true }));

        Expect(told, ToldAs.Deputy, [Ben]);
        Assert.Equal([new PassedOver(Ada.Id, PassedBecause.Full)], told.PassedOver);
    }

    [Fact]
    public void Where_everybody_holds_too_much_administrators_are_told_and_without_them_the_supervisors_all_the_same()
    {
        var full = House.Select(one => one.Duty == ColleagueDuty.Administration ? one : one with { IsFull = true }).ToArray();

        Expect(Tell(Ada.Id, full), ToldAs.Administrators, [Root]);
        Expect(Tell(Ada.Id, [.. full.Where(one => one != Root)]), ToldAs.Supervisors, [Sam with { IsFull = true }, Sue with { IsFull = true }]);
    }

    [Fact]
    public void Two_who_hold_too_much_and_point_at_each_other_end_with_the_supervisors()
    {
        var told = Tell(Ada.Id, With(Ada with { IsFull = true }, Ben with { IsFull = true, Deputy = Ada.Id }));

        Expect(told, ToldAs.Supervisors, [Sam, Sue]);
        Assert.Equal(new PassedOver(Ada.Id, PassedBecause.Loop), told.PassedOver[2]);
    }

    [Fact]
    public void Standing_in_opens_no_case()
    {
        var away = With(Ada with { Away = ThisWeek });
        var told = Tell(Ada.Id, away, letIn: [Cleo.Id]);

        Expect(told, ToldAs.Supervisors, [Sam, Sue]);
        Assert.Equal(new PassedOver(Ben.Id, PassedBecause.NoAccess), told.PassedOver[^1]);
        Expect(Tell(Ada.Id, With(Ada with { Away = ThisWeek, Deputy = Sue.Id }), letIn: []), ToldAs.Deputy, [Sue]);
    }

    [Fact]
    public void Whoever_no_mail_reached_is_not_asked_again_as_long_as_there_is_anybody_else()
    {
        Expect(Tell(assignee: null, House, unreachable: [Sam.Id]), ToldAs.Supervisors, [Sue]);
        Expect(Tell(assignee: null, House, unreachable: [Sam.Id, Sue.Id]), ToldAs.Administrators, [Root]);
        Expect(Tell(assignee: null, House, unreachable: [Sam.Id, Sue.Id, Root.Id]), ToldAs.Nobody, []);
    }

    [Fact]
    public void Who_stands_in_for_whom_is_told_whatever_the_case()
    {
        var standIns = Deputies.StandIns(
            new DutyRoster(With(Ada with { Away = ThisWeek }, Ben with { Away = ThisWeek }, Sam with { Away = ThisWeek, Deputy = Root.Id })), Now);

        Assert.Equal([Ada.Id, Ben.Id, Sam.Id], standIns.Keys.OrderBy(id => id.Value));
        Assert.Equal((Cleo.Id, Cleo.Id), (standIns[Ada.Id]!.Id, standIns[Ben.Id]!.Id));
        Assert.Null(standIns[Sam.Id]);
        Assert.Null(Deputies.StandIns(
            new DutyRoster(With(Ada with { Away = ThisWeek }, Ben with { Away = ThisWeek, Deputy = Ada.Id })), Now)[Ada.Id]);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public void A_time_away_holds_from_its_beginning_up_to_its_end(int secondsAfterTheEnd, bool away)
    {
        var back = new Absence(Now.AddDays(-1), Now.AddSeconds(-secondsAfterTheEnd));

        Expect(Tell(Ada.Id, With(Ada with { Away = back })), away ? ToldAs.Deputy : ToldAs.Assignee, [away ? Ben : Ada]);
        Assert.True(back.Covers(back.From));
        Assert.False(back.Covers(back.From.AddTicks(-1)));
    }

    [Fact]
    public void A_case_without_an_assignee_goes_to_all_supervisors_who_are_there()
    {
        Expect(Tell(assignee: null, House), ToldAs.Supervisors, [Sam, Sue]);
        Expect(Tell(assignee: null, With(Sam with { Away = ThisWeek })), ToldAs.Supervisors, [Sue]);
    }

    [Fact]
    public void Deputies_who_point_at_each_other_end_with_the_supervisors()
    {
        var two = Tell(Ada.Id, With(Ada with { Away = ThisWeek }, Ben with { Away = ThisWeek, Deputy = Ada.Id }));
        var self = Tell(Ada.Id, With(Ada with { Away = ThisWeek, Deputy = Ada.Id }));

        Expect(two, ToldAs.Supervisors, [Sam, Sue]);
        Expect(self, ToldAs.Supervisors, [Sam, Sue]);
        Assert.Equal(new PassedOver(Ada.Id, PassedBecause.Loop), two.PassedOver[^1]);
        Assert.Equal(new PassedOver(Ada.Id, PassedBecause.Loop), self.PassedOver[^1]);
    }

    [Fact]
    public void A_deputy_who_is_missing_or_has_no_account_any_more_ends_with_the_supervisors()
    {
        var gone = Tell(Ada.Id, With(Ada with { Away = ThisWeek, Deputy = Id(99) }));
        var closed = Tell(Id(99), House);

        Expect(Tell(Cleo.Id, With(Cleo with { Away = ThisWeek })), ToldAs.Supervisors, [Sam, Sue]);
        Expect(gone, ToldAs.Supervisors, [Sam, Sue]);
        Expect(closed, ToldAs.Supervisors, [Sam, Sue]);
        Assert.Equal([new PassedOver(Id(99), PassedBecause.Unknown)], closed.PassedOver);
    }

    [Fact]
    public void Whoever_is_walled_off_is_never_told_and_does_not_choose_who_is()
    {
        var deputy = Tell(Ada.Id, With(Ada with { Away = ThisWeek }), recused: [Ben.Id]);
        var supervisor = Tell(Ada.Id, House, recused: [Ada.Id, Sam.Id]);

        Expect(deputy, ToldAs.Supervisors, [Sam, Sue]);
        Expect(supervisor, ToldAs.Supervisors, [Sue]);
        Assert.Equal([new PassedOver(Ada.Id, PassedBecause.Recused), new PassedOver(Sam.Id, PassedBecause.Recused)], supervisor.PassedOver);
    }

    [Fact]
    public void On_the_minor_track_only_those_cleared_for_it_are_told()
    {
        var house = With(
            Ada with { Away = ThisWeek }, Ben with { ClearedForMinors = false }, Sam with { ClearedForMinors = false });

        Expect(Tell(Ada.Id, house), ToldAs.Deputy, [Ben]);
        Expect(Tell(Ada.Id, house, track: Track.Minor), ToldAs.Supervisors, [Sue]);
    }

    [Fact]
    public void An_administrator_named_as_deputy_is_not_told_of_the_case()
    {
        var told = Tell(Ada.Id, With(Ada with { Away = ThisWeek, Deputy = Root.Id }));

        Expect(told, ToldAs.Supervisors, [Sam, Sue]);
        Assert.Contains(new PassedOver(Root.Id, PassedBecause.Administrator), told.PassedOver);
    }

    [Fact]
    public void With_no_supervisor_there_the_administrators_get_counts()
    {
        var away = With(Ada with { Away = ThisWeek, Deputy = null }, Sam with { Away = ThisWeek }, Sue with { ClearedForMinors = false });
        var told = Tell(Ada.Id, away, track: Track.Minor);

        Expect(told, ToldAs.Administrators, [Root]);
        Assert.True(told.CountsOnly);
        Assert.False(Tell(Ada.Id, House).CountsOnly);
    }

    [Fact]
    public void Of_the_administrators_those_who_are_walled_off_get_counts_only_where_there_is_no_other()
    {
        var (plain, recused) = (Root with { Id = Id(22), ClearedForMinors = false }, Root with { Id = Id(23) });
        Colleague[] admins = [Root, plain, recused];

        Expect(Tell(assignee: null, admins, Track.Minor, recused: [recused.Id]), ToldAs.Administrators, [Root]);
        Expect(Tell(assignee: null, admins, recused: [recused.Id]), ToldAs.Administrators, [Root, plain]);
        Expect(Tell(assignee: null, [plain, recused], Track.Minor, recused: [recused.Id]), ToldAs.Administrators, [plain, recused]);
        Expect(Tell(assignee: null, [Root with { Away = ThisWeek }, plain], Track.Minor), ToldAs.Administrators, [plain]);
        Expect(Tell(assignee: null, [Root with { Away = ThisWeek }, plain with { Away = ThisWeek }], Track.Minor), ToldAs.Administrators, [Root]);
    }

    [Fact]
    public void With_everybody_away_somebody_is_told_all_the_same()
    {
        Colleague[] away = [.. House.Select(colleague => colleague with { Away = ThisWeek, Deputy = null })];
        Colleague[] withoutAdmins = [.. away.Where(colleague => colleague.Id != Root.Id)];

        Expect(Tell(Ada.Id, away), ToldAs.Administrators, [Root]);
        Expect(Tell(Ada.Id, withoutAdmins), ToldAs.Supervisors, [Sam, Sue]);
    }

    [Fact]
    public void An_empty_house_is_said_to_be_empty()
    {
        Expect(Tell(Ada.Id, []), ToldAs.Nobody, []);
        Expect(Tell(assignee: null, []), ToldAs.Nobody, []);
        Expect(Tell(assignee: null, [Sam], recused: [Sam.Id]), ToldAs.Nobody, []);
        Expect(Deputies.Supervisors(new ToldCase { Track = Track.Adult }, new DutyRoster([]), Now), ToldAs.Nobody, []);
    }

    [Fact]
    public void What_is_for_supervisors_skips_the_assignee_and_the_deputies()
        => Expect(
            Deputies.Supervisors(
                new ToldCase { Assignee = Ada.Id, Track = Track.Minor, Recused = new HashSet<StaffId> { Sam.Id } }, new DutyRoster(House), Now),
            ToldAs.Supervisors,
            [Sue]);

    [Fact]
    public void A_time_away_without_an_end_and_a_colleague_listed_twice_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Absence(Now, Now));
        Assert.Throws<ArgumentException>(() => new DutyRoster([Ada, Ada]));
    }

    private static StaffId Id(int number) => new(new Guid(number, 0, 0, new byte[8]));

    private static Colleague Colleague(int number, ColleagueDuty duty = ColleagueDuty.Casework)
        => new(Id(number), duty, ClearedForMinors: true);

    private static Colleague[] With(params Colleague[] changed)
        => [.. House.Select(one => changed.FirstOrDefault(other => other.Id == one.Id) ?? one)];

    private static Told Tell(
        StaffId? assignee,
        Colleague[] house,
        Track track = Track.Adult,
        StaffId[]? recused = null,
        StaffId[]? letIn = null,
        StaffId[]? unreachable = null)
        => Deputies.Resolve(
            new ToldCase
            {
                Assignee = assignee,
                Track = track,
                Recused = (recused ?? []).ToHashSet(),
                LetIn = (letIn ?? [Ben.Id, Cleo.Id]).ToHashSet(),
                Unreachable = (unreachable ?? []).ToHashSet(),
            },
            new DutyRoster(house),
            Now);

    private static void Expect(Told told, ToldAs place, Colleague[] people)
    {
        Assert.Equal(place, told.As);
        Assert.Equal(people.Select(colleague => colleague.Id), told.People);
    }
}
