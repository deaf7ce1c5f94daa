using FsCheck;
using FsCheck.Fluent;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Escalation.Telling;

namespace TakedownCases.Domain.Tests.Escalation.Telling;

/// <summary>Who is told in any house, however people are away, full, walled off or not reached.</summary>
public sealed class DeputyProperties
{
    private static readonly DateTimeOffset Now = new(2026, 6, 10, 12, 0, 0, TimeSpan.Zero);

    private static readonly Absence ThisWeek = new(Now.AddDays(-3), Now.AddDays(4));

    [Fact]
    public void In_any_house_nobody_is_told_what_they_may_not_know_and_somebody_is_told_if_anybody_can_be()
    {
        var colleagues =
            from duty in Gen.Elements(Enum.GetValues<ColleagueDuty>())
            from cleared in Gen.Elements(true, false)
            from away in Gen.Elements<Absence?>(null, ThisWeek)
            from full in Gen.Elements(true, false)
            from deputy in Gen.Choose(0, 9)
            select new Colleague(Id(0), duty, cleared) { Away = away, IsFull = full, Deputy = deputy == 0 ? null : Id(deputy) };
        var houses =
            from count in Gen.Choose(0, 8)
            from people in colleagues.ArrayOf(count)
            from track in Gen.Elements(Track.Adult, Track.Minor)
            from assignee in Gen.Choose(0, 9)
            from recused in Gen.Choose(1, 9).ArrayOf(2)
            from letIn in Gen.Choose(1, 9).ArrayOf(2)
            from lost in Gen.Choose(1, 9).ArrayOf(2)
            select (
                People: people.Select((colleague, place) => colleague with { Id = Id(place + 1) }).ToArray(),
                Track: track,
                Assignee: assignee,
                Recused: recused.Select(Id).ToHashSet(),
                LetIn: letIn.Select(Id).ToHashSet(),
                Lost: lost.Select(Id).ToHashSet());
        Check.One(Properties.Config(2_000), Prop.ForAll(Arb.From(houses), house =>
        {
            var roster = new DutyRoster(house.People);
            var told = Deputies.Resolve(
                new ToldCase
                {
                    Assignee = house.Assignee == 0 ? null : Id(house.Assignee),
                    Track = house.Track,
                    Recused = house.Recused,
                    LetIn = house.LetIn,
                    Unreachable = house.Lost,
                },
                roster,
                Now);

            var may = house.People.Where(one => one.Duty != ColleagueDuty.Administration
                && !house.Recused.Contains(one.Id) && (house.Track == Track.Adult || one.ClearedForMinors)).ToList();
            Assert.Distinct(told.People);
            Assert.All(told.People, id => Assert.Contains(house.People, one => one.Id == id));
            Assert.True(told.CountsOnly || told.People.All(id => may.Exists(one => one.Id == id)));
            Assert.True(!told.CountsOnly || told.People.All(id => roster.Find(id)!.Duty == ColleagueDuty.Administration));
            Assert.Equal(told.As == ToldAs.Nobody, told.People.Count == 0);
            Assert.True(told.As is not (ToldAs.Assignee or ToldAs.Deputy) || !roster.Find(told.People.Single())!.IsOut(Now));
            Assert.True(told.As != ToldAs.Deputy || roster.Find(told.People.Single())!.Duty == ColleagueDuty.Supervision
                || house.LetIn.Contains(told.People.Single()));
            Assert.DoesNotContain(told.People, house.Lost.Contains);
            var anybody = house.People.Any(one => one.Duty == ColleagueDuty.Administration && !house.Lost.Contains(one.Id))
                || may.Exists(one => one.Duty == ColleagueDuty.Supervision && !house.Lost.Contains(one.Id));
            Assert.True(!anybody || told.People.Count > 0);
        }));
    }

    private static StaffId Id(int number) => new(new Guid(number, 0, 0, new byte[8]));
}
