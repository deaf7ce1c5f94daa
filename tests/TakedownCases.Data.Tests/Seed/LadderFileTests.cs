using System.Text.Json.Nodes;
using TakedownCases.Data.Seed;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Escalation;

namespace TakedownCases.Data.Tests.Seed;

public sealed class LadderFileTests
{
    private static readonly LadderBook Book = LadderFile.Load();

    private static readonly DateTimeOffset Start = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    public static TheoryData<Track, ClockKind, Severity> Clocks()
    {
        var clocks = new TheoryData<Track, ClockKind, Severity>();
        foreach (var track in Enum.GetValues<Track>())
        {
            foreach (var kind in Enum.GetValues<ClockKind>())
            {
                foreach (var severity in Enum.GetValues<Severity>())
                {
                    clocks.Add(track, kind, severity);
                }
            }
        }

        return clocks;
    }

    [Theory]
    [MemberData(nameof(Clocks))]
    public void Every_clock_warns_at_half_and_three_quarters_and_tells_somebody_once_it_has_passed(
        Track track, ClockKind kind, Severity severity)
    {
        var rungs = Book.For(track).Rungs.Where(rung => rung.IsFor(kind, severity)).ToList();

        Assert.Equal(
            ["50%", "75%"], rungs.Where(rung => rung.Action == RungAction.WarnAssignee).Select(rung => rung.At.ToString()));
        Assert.Contains(rungs, rung => rung.At.IsAtOrAfterDue && !RungActions.IsOutward(rung.Action));
        Assert.Contains(rungs, rung => rung.Action == RungAction.TellSupervisor);
        Assert.Contains(rungs, rung => rung.Action == RungAction.TellAssignee);
    }

    [Theory]
    [InlineData(Severity.Standard)]
    [InlineData(Severity.Urgent)]
    [InlineData(Severity.Imminent)]
    public void A_minors_notice_out_begins_with_the_hotline_the_moment_it_starts(Severity severity)
    {
        var climbed = Climb(Track.Minor, ClockKind.NoticeOut, severity, hours: 8);

        Assert.Equal((RungAction.ReferToHotline, -8.0), climbed[0]);
        Assert.DoesNotContain(Climb(Track.Adult, ClockKind.NoticeOut, severity, hours: 8), step => step.Action == RungAction.ReferToHotline);
    }

    [Fact]
    public void A_removal_that_is_missed_is_warned_of_reminded_and_in_the_end_complained_about()
        => Assert.Equal(
            [
                (RungAction.WarnAssignee, -24.0), (RungAction.WarnAssignee, -12.0), (RungAction.TellAssignee, 0.0),
                (RungAction.RemindPlatform, 0.0), (RungAction.PreparePack, 0.0), (RungAction.SecondChannel, 4.0), (RungAction.TellSupervisor, 24.0),
                (RungAction.DraftComplaint, 24.0), (RungAction.RemindPlatform, 72.0), (RungAction.TellSupervisor, 96.0),
                (RungAction.RemindPlatform, 144.0), (RungAction.TellSupervisor, 168.0), (RungAction.AskPoliceOrLawyer, 168.0),
            ],
            Climb(Track.Adult, ClockKind.Removal, Severity.Standard, hours: 48));

    [Fact]
    public void Of_a_site_that_nobody_lists_the_host_the_search_engines_the_network_and_the_registrar_are_asked_in_turn()
        => Assert.Equal(
            [
                (RungAction.AskHost, 24.0), (RungAction.DeIndex, 48.0), (RungAction.AskCdn, 72.0), (RungAction.AskRegistrar, 120.0),
            ],
            Climb(Track.Adult, ClockKind.Removal, Severity.Standard, hours: 48, Enum.GetValues<RungCondition>())
                .Where(step => RungActions.WidensWhoKnows(step.Action)));

    [Fact]
    public void On_the_minor_track_the_hotline_comes_first_and_no_regulator_gets_an_address()
    {
        var climbed = Climb(Track.Minor, ClockKind.Removal, Severity.Standard, hours: 48);

        Assert.Equal(
            [
                RungAction.ReferToHotline, RungAction.PreparePack, RungAction.TellAssignee, RungAction.RemindPlatform, RungAction.SecondChannel, RungAction.TellSupervisor,
                RungAction.AskPoliceOrLawyer,
            ],
            climbed.Where(step => step.Hours >= 0).Select(step => step.Action).Distinct());
        Assert.DoesNotContain(Book.For(Track.Minor).Rungs, rung => RungActions.WidensWhoKnows(rung.Action));
        Assert.DoesNotContain(Book.For(Track.Minor).Rungs, rung => rung.Action == RungAction.DraftComplaint);
    }

    [Theory]
    [InlineData(Track.Adult)]
    [InlineData(Track.Minor)]
    public void A_supervisor_hears_of_imminent_danger_with_the_deadline_and_of_the_rest_two_hours_later(Track track)
        => Assert.All(ClockKinds.Internal, kind =>
        {
            Assert.Contains((RungAction.TellSupervisor, 0.0), Climb(track, kind, Severity.Imminent, hours: 4));
            Assert.DoesNotContain((RungAction.TellSupervisor, 0.0), Climb(track, kind, Severity.Urgent, hours: 4));
            Assert.Contains((RungAction.TellSupervisor, 2.0), Climb(track, kind, Severity.Urgent, hours: 4));
        });

    [Fact]
    public void The_more_urgent_never_climbs_later_than_the_less()
        => Assert.All(
            from track in Enum.GetValues<Track>()
            from kind in Enum.GetValues<ClockKind>()
            from action in Enum.GetValues<RungAction>()
            select (track, kind, action),
            one =>
            {
                double First(Severity severity) => Climb(one.track, one.kind, severity, hours: 400)
                    .Where(step => step.Action == one.action).Select(step => step.Hours).DefaultIfEmpty(double.MaxValue).Min();

                Assert.True(First(Severity.Imminent) <= First(Severity.Urgent), one.ToString());
                Assert.True(First(Severity.Urgent) <= First(Severity.Standard), one.ToString());
            });

    [Theory]
    [InlineData("action", "\"shout\"", "action")]
    [InlineData("clocks", "[]", "'internal-half': clocks must not be empty")]
    [InlineData("clocks", "[\"lunch\"]", "clocks")]
    [InlineData("clocks", "null", "clocks")]
    [InlineData("at", "\"tomorrow\"", "'internal-half': at: 'tomorrow'")]
    [InlineData("at", "\"P1D\"", "'internal-half': at: 'P1D'")]
    [InlineData("at", "50", "at")]
    [InlineData("severities", "[\"whenever\"]", "severities")]
    [InlineData("severities", "[]", "'internal-half': severities")]
    [InlineData("needs", "[\"luck\"]", "needs")]
    [InlineData("needs", "[\"no-hold\"]", "'internal-half': needs and consent must be empty")]
    [InlineData("consent", "\"everything\"", "consent")]
    [InlineData("id", "\"Internal Half\"", "'Internal Half': id must be")]
    [InlineData("when", "[\"luck\"]", "when")]
    [InlineData("when", "[\"web-address\"]", "'internal-half': when must be empty")]
    [InlineData("repeat", "{\"every\":\"PT72H\",\"most\":3}", "'internal-half': repeat is for what comes with the deadline")]
    [InlineData("repeat", "{\"every\":\"50%\",\"most\":3}", "'internal-half': repeat: '50%' is no length")]
    [InlineData("repeat", "{\"every\":\"PT30M\",\"most\":3}", "'internal-half': repeat: A rung is repeated after an hour")]
    [InlineData("repeat", "{\"every\":\"PT72H\",\"most\":1}", "'internal-half': repeat: A rung that is repeated comes 2 to 20 times")]
    [InlineData("repeat", "{\"every\":\"PT72H\"}", "most")]
    [InlineData("tells", "\"everybody\"", "tells")]
    [InlineData("tells", "\"supervisors\"", "'internal-half': tells must be Assignee")]
    [InlineData("approval", "\"three\"", "approval")]
    [InlineData("approval", "\"one\"", "'internal-half': approval must be None")]
    [InlineData("unheardOf", "1", "unheardOf")]
    public void A_wrong_rung_is_refused_with_its_ladder_and_its_member(string member, string value, string reason)
    {
        var json = Shipped();
        json["records"]![0]!["rungs"]![0]![member] = JsonNode.Parse(value);

        var message = Error(json);

        Assert.StartsWith("ladders.json, record 'adult'", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("action")]
    [InlineData("at")]
    [InlineData("severities")]
    [InlineData("when")]
    [InlineData("needs")]
    [InlineData("consent")]
    [InlineData("repeat")]
    [InlineData("tells")]
    [InlineData("approval")]
    public void A_rung_that_leaves_a_member_out_is_refused(string member)
    {
        var json = Shipped();
        json["records"]![0]!["rungs"]![0]!.AsObject().Remove(member);

        Assert.Contains(member, Error(json), StringComparison.Ordinal);
    }

    [Fact]
    public void Ladders_that_are_missing_doubled_or_silent_are_refused()
    {
        Assert.Contains("no ladder for track minor", Changed(records => records.RemoveAt(1)), StringComparison.Ordinal);
        Assert.Contains("'adult': id is taken", Changed(records => records.Add(records[0]!.DeepClone())), StringComparison.Ordinal);
        Assert.Contains("track minor has a ladder", Changed(records =>
        {
            records.Add(records[1]!.DeepClone());
            records[2]!["id"] = "third";
        }), StringComparison.Ordinal);
        Assert.Contains("record 'adult': rungs tell nobody once the clock FirstReview has passed at severity standard", Changed(records =>
            Remove(records[0]!, rung => rung is "internal-due" or "internal-late-supervisor")), StringComparison.Ordinal);
        Assert.Contains("'refer-to-hotline' at 0%", Changed(records =>
            Remove(records[1]!, rung => rung is "notice-out-refer")), StringComparison.Ordinal);
        Assert.Contains("'internal-half': id is taken", Changed(records =>
            records[0]!["rungs"]!.AsArray().Add(records[0]!["rungs"]![0]!.DeepClone())), StringComparison.Ordinal);
        Assert.Contains("rungs must not hold null", Changed(records => records[0]!["rungs"]!.AsArray().Add(null)), StringComparison.Ordinal);
        Assert.Contains("rungs must not be empty", Changed(records => records[0]!["rungs"] = new JsonArray()), StringComparison.Ordinal);
        Assert.Contains("'both'", Changed(records => records[0]!["id"] = "both", records => records[0]!["track"] = "both"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_tables_in_docs_are_the_ladders_that_ship()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "escalation.md"));

        Assert.All(Book.All, ladder =>
        {
            var table = string.Join('\n', ladder.Rungs.Select(Line));
            Assert.True(page.Contains(table, StringComparison.Ordinal), $"docs/escalation.md should say of {ladder.Id}:\n{table}");
        });
    }

    private static string Line(Rung rung)
    {
        var needs = rung.Needs.Select(Kebab).Concat(rung.Consent is { } consent ? [$"consent {Kebab(consent)}"] : []);
        var again = rung.Repeat is { } repeat ? $", then every {RungOffset.AfterDue(repeat.Every)}, {repeat.Most} times in all" : "";
        return $"| `{rung.Id}` | {Kebab(rung.Action)} | {string.Join(", ", rung.Clocks.Select(Kebab))} | {rung.At}{again} "
            + $"| {(rung.Severities is { } some ? string.Join(", ", some.Select(Kebab)) : "all")} | {string.Join(", ", rung.When.Select(Kebab))} "
            + $"| {string.Join(", ", needs)} | {Kebab(rung.Tells)} | {Kebab(rung.Approval)} |";
    }

    private static string Kebab<T>(T value)
        where T : struct, Enum
        => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static List<(RungAction Action, double Hours)> Climb(
        Track track, ClockKind kind, Severity severity, int hours, params RungCondition[] holding)
    {
        var due = Start.AddHours(hours);
        var facts = new ClimbFacts
        {
            Track = track,
            Severity = severity,
            Clock = new ClockFacts { Id = ClockId.New(Start), Kind = kind, Basis = "invented", StartedAt = Start, DueAt = due },
            Climbed = new HashSet<string>(),
            Consents = new HashSet<ConsentAction> { ConsentAction.NotifyPlatforms },
            CanRemind = true,
            HasSecondChannel = true,
            HasHotlineReferral = false,
            Holding = holding.ToHashSet(),
        };
        return [.. EscalationPlanner.Due(Book.For(track), facts, due.AddDays(7)).Select(one => (one.Rung.Action, (one.At - due).TotalHours))];
    }

    private static JsonNode Shipped() => JsonNode.Parse(SeedFile.Embedded("ladders.json"))!;

    private static string Error(JsonNode json)
        => Assert.Throws<InvalidDataException>(() => LadderFile.Read(json.ToJsonString())).Message;

    private static string Changed(params Action<JsonArray>[] changes)
    {
        var json = Shipped();
        foreach (var change in changes)
        {
            change(json["records"]!.AsArray());
        }

        return Error(json);
    }

    private static void Remove(JsonNode ladder, Func<string, bool> which)
    {
        var rungs = ladder["rungs"]!.AsArray();
        foreach (var rung in rungs.Where(rung => which((string)rung!["id"]!)).ToList())
        {
            rungs.Remove(rung);
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TakedownCases.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder.FullName;
    }
}
