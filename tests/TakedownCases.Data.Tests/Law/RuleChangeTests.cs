using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Law;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Law;

public sealed class RuleChangeTests
{
    private const string Tida = "us-tida-removal";
    private const string Review = "first-review-adult-standard";

    [Theory, DatabaseData]
    public async Task A_law_holds_as_an_edition_once_a_second_person_says_so_with_one_entry_and_one_recount(DatabaseKind kind)
    {
        await using var world = await LawWorld.StartAsync(kind);
        var json = LawWorld.Record(RuleKind.Basis, Tida, ("version", "2027-02-01"), ("duration", "PT24H"), ("inForceFrom", "2027-02-01"));

        var proposed = (await world.ProposeAsync(RuleKind.Basis, json)).Value!;
        Assert.Equal("PT48H", Now(world)!.Duration!.Text);
        Assert.Equal("second-person", (await world.ActivateAsync(proposed.Id, LawWorld.Ada)).Refusal?.Code);
        Assert.True((await world.ActivateAsync(proposed.Id)).IsDone);

        Assert.Equal("PT24H", Now(world)!.Duration!.Text);
        Assert.Equal("PT48H", world.Law.Bases.VersionAt(Tida, new DateTimeOffset(2027, 1, 31, 12, 0, 0, TimeSpan.Zero))!.Duration!.Text);
        Assert.Equal(["admin.rule-proposed", "admin.rule-activated"], await world.AdminKindsAsync());
        var recount = Assert.Single(await world.ReadAsync(db => db.RuleRecounts.AsNoTracking().ToListAsync()));
        Assert.Equal((proposed.Id, RuleKind.Basis, Tida), (recount.Id, recount.Kind, recount.RuleId));
    }

    [Theory, DatabaseData]
    public async Task Of_two_who_activate_at_once_one_does_and_the_other_is_told(DatabaseKind kind)
    {
        await using var world = await LawWorld.StartAsync(kind);
        await using var other = await world.OtherAsync();
        var proposed = (await world.ProposeAsync(RuleKind.Policy, LawWorld.Record(RuleKind.Policy, Review, ("version", "2027-03-01"), ("duration", "PT6H")))).Value!;
        var cleo = Actor.OfStaff(new StaffId(Guid.CreateVersion7()), "legal");

        var both = await Task.WhenAll(world.ActivateAsync(proposed.Id), world.ActivateAsync(proposed.Id, cleo, other));

        Assert.Single(both, outcome => outcome.IsDone);
        Assert.Equal("decided", both.Single(outcome => !outcome.IsDone).Refusal!.Code);
        Assert.Single(await world.AdminKindsAsync(), entry => entry == "admin.rule-activated");
        Assert.Single(await world.ReadAsync(db => db.RuleRecounts.AsNoTracking().ToListAsync()));
    }

    [Theory, DatabaseData]
    public async Task Another_process_sees_the_change_after_a_few_seconds_and_a_scope_keeps_what_it_began_with(DatabaseKind kind)
    {
        await using var world = await LawWorld.StartAsync(kind);
        await using var other = await world.OtherAsync();
        var law = other.GetRequiredService<CurrentLaw>();
        await law.LookAsync(CancellationToken.None);
        await using var early = other.CreateAsyncScope();
        var before = early.ServiceProvider.GetRequiredService<SlaPolicyBook>();

        await world.ChangeAsync(RuleKind.Policy, LawWorld.Record(RuleKind.Policy, Review, ("version", "2027-03-01"), ("duration", "PT6H")));
        await law.LookAsync(CancellationToken.None);
        Assert.Equal(TimeSpan.FromHours(8), Span(law.Now.Policies));
        world.Clock.Advance(TimeSpan.FromSeconds(4));
        await law.LookAsync(CancellationToken.None);

        Assert.Equal(TimeSpan.FromHours(6), Span(law.Now.Policies));
        Assert.Same(before, early.ServiceProvider.GetRequiredService<SlaPolicyBook>());
        await using var late = other.CreateAsyncScope();
        Assert.Equal(TimeSpan.FromHours(6), Span(late.ServiceProvider.GetRequiredService<SlaPolicyBook>()));
        Assert.Equal("2027-03-01", late.ServiceProvider.GetRequiredService<CaseClockBook>()
            .Start(ClockKind.FirstReview, Track.Adult, Severity.Standard, world.Clock.Now()).BasisVersion);
    }

    [Theory, DatabaseData]
    public async Task A_later_edition_takes_the_place_of_an_earlier_one_and_the_earlier_can_still_be_counted(DatabaseKind kind)
    {
        await using var world = await LawWorld.StartAsync(kind);
        await world.ChangeAsync(RuleKind.Policy, LawWorld.Record(RuleKind.Policy, Review, ("version", "2027-03-01"), ("duration", "PT6H")));
        await world.ChangeAsync(RuleKind.Policy, LawWorld.Record(RuleKind.Policy, Review, ("version", "2027-03-01a"), ("duration", "PT5H")));

        Assert.Equal(TimeSpan.FromHours(5), Span(world.Law.Policies));
        Assert.Equal(
            [RuleEditionState.Superseded, RuleEditionState.Active],
            await world.ReadAsync(db => db.RuleEditions.AsNoTracking().OrderBy(edition => edition.Version).Select(edition => edition.State).ToListAsync()));
        Assert.Equal(TimeSpan.FromHours(6), world.Law.Policies.Version(Review, "2027-03-01")!.Span.Time);
        Assert.Equal(TimeSpan.FromHours(8), world.Law.Policies.Version(Review, "2026-11-22")!.Span.Time);
    }

    [Theory, DatabaseData]
    public async Task A_policy_of_our_own_for_a_law_without_hours_runs_as_policy_and_never_as_law(DatabaseKind kind)
    {
        await using var world = await LawWorld.StartAsync(kind);
        await world.ChangeAsync(RuleKind.Basis, Local());

        var law = world.Law.Bases.VersionAt("eu-dsa-16-notice", world.Clock.Now())!;
        var policy = Assert.Single(world.Law.Bases.WithPolicies([law], world.Clock.Now()), basis => basis.IsPolicy);
        var trace = DeadlineCalculator.Compute(world.Clock.Now(), "sending", policy);
        Assert.Equal(world.Clock.Now().AddHours(72), trace.Due);
        Assert.Contains("under our own policy", trace.ToText(), StringComparison.Ordinal);
        Assert.DoesNotContain(world.Law.Bases.WithPolicies([world.Law.Bases.VersionAt(Tida, world.Clock.Now())!], world.Clock.Now()), basis => basis.IsPolicy);
    }

    [Fact]
    public async Task An_edition_that_cannot_be_read_any_more_is_named_and_what_held_before_holds()
    {
        await using var world = await LawWorld.StartAsync(DatabaseKind.Sqlite);
        await world.ReadAsync(async db =>
        {
            var broken = new RuleEdition
            {
                Id = Guid.CreateVersion7(), Kind = RuleKind.Basis, RuleId = Tida, Version = "2027-02-01", Reason = [1],
                Json = LawWorld.Record(RuleKind.Basis, Tida, ("version", "2027-02-01"), ("jurisdictionTimeZone", "America/Gone")),
                ProposedBy = Samples.Ada, ProposedAt = world.Clock.Now(),
            };
            Assert.True(broken.Activate(Samples.Ben, world.Clock.Now()).IsDone);
            db.Add(broken);
            return await db.SaveChangesAsync();
        });

        await world.Services.GetRequiredService<CurrentLaw>().ReloadAsync(CancellationToken.None);

        Assert.Contains("America/Gone", Assert.Single(world.Law.Faults).Why, StringComparison.Ordinal);
        Assert.Equal("2026-11-22", Now(world)!.Version);
    }

    [Theory, DatabaseData]
    public async Task Refused_and_taken_back_changes_nothing_and_the_rule_may_be_proposed_again(DatabaseKind kind)
    {
        await using var world = await LawWorld.StartAsync(kind);
        var json = LawWorld.Record(RuleKind.Policy, Review, ("version", "2027-03-01"), ("duration", "PT6H"));
        var first = (await world.ProposeAsync(RuleKind.Policy, json)).Value!;
        Assert.Equal("already-proposed", (await world.ProposeAsync(RuleKind.Policy, json, LawWorld.Ben)).Refusal?.Code);
        Assert.Equal("not-yours", (await world.WithAsync((RuleChanges changes) => changes.TakeBackAsync(first.Id, LawWorld.Ben, CancellationToken.None))).Refusal?.Code);
        Assert.True((await world.WithAsync((RuleChanges changes) => changes.RefuseAsync(first.Id, "too short", LawWorld.Ben, CancellationToken.None))).IsDone);
        var second = (await world.ProposeAsync(RuleKind.Policy, json)).Value!;
        Assert.True((await world.WithAsync((RuleChanges changes) => changes.TakeBackAsync(second.Id, LawWorld.Ada, CancellationToken.None))).IsDone);

        Assert.Equal("decided", (await world.ActivateAsync(second.Id)).Refusal?.Code);
        Assert.Equal("not-found", (await world.ActivateAsync(Guid.CreateVersion7())).Refusal?.Code);
        Assert.Equal(TimeSpan.FromHours(8), Span(world.Law.Policies));
        Assert.Empty(await world.ReadAsync(db => db.RuleRecounts.AsNoTracking().ToListAsync()));
        Assert.Equal(["admin.rule-proposed", "admin.rule-refused", "admin.rule-proposed", "admin.rule-taken-back"], await world.AdminKindsAsync());
    }

    [Theory]
    [InlineData(RuleKind.Basis, Tida, "duration", "P2D", "cannot be counted in Elapsed")]
    [InlineData(RuleKind.Basis, Tida, "duration", "48 hours", "not an ISO 8601 duration")]
    [InlineData(RuleKind.Basis, Tida, "unit", "fortnights", "unit")]
    [InlineData(RuleKind.Basis, Tida, "inForceUntil", "2026-05-19", "inForceUntil must come after")]
    [InlineData(RuleKind.Basis, Tida, "jurisdictionTimeZone", "Europe/Nowhere", "Europe/Nowhere")]
    [InlineData(RuleKind.Basis, "us-dmca-counter-notice", "businessCalendarId", "nobody", "no calendar 'nobody'")]
    [InlineData(RuleKind.Policy, Review, "calendarId", "nobody", "no calendar 'nobody'")]
    [InlineData(RuleKind.Policy, Review, "duration", "P1D", "cannot be counted in Working")]
    [InlineData(RuleKind.Policy, Review, "clock", "notice-out", "has a policy already")]
    [InlineData(RuleKind.Calendar, "office", "holidaysKnownUntil", null, "holidaysKnownUntil is missing")]
    [InlineData(RuleKind.Calendar, "office", "holidaysKnownUntil", "2031-12-31", "the holidays of 2029 are missing")]
    [InlineData(RuleKind.Calendar, "office", "timeZone", "Europe/Gone", "Europe/Gone")]
    public async Task What_cannot_be_right_is_refused_with_the_reason(RuleKind kind, string id, string member, string? value, string reason)
    {
        await using var world = await LawWorld.StartAsync(DatabaseKind.Sqlite);
        (string, JsonNode?)[] changes = kind == RuleKind.Calendar ? [(member, value)] : [("version", "2027-03-01"), (member, value)];

        var refused = await world.ProposeAsync(kind, LawWorld.Record(kind, id, changes));

        Assert.Equal("unreadable", refused.Refusal?.Code);
        Assert.Contains(reason, refused.Refusal!.Message, StringComparison.Ordinal);
        Assert.Empty(await world.AdminKindsAsync());
    }

    [Fact]
    public async Task A_ladder_without_the_rungs_it_must_have_is_refused()
    {
        await using var world = await LawWorld.StartAsync(DatabaseKind.Sqlite);
        var adult = JsonNode.Parse(LawWorld.Record(RuleKind.Ladder, "adult", ("version", "2027-03-01")))!.AsObject();
        var minor = JsonNode.Parse(LawWorld.Record(RuleKind.Ladder, "minor", ("version", "2027-03-01")))!.AsObject();
        adult["rungs"] = new JsonArray(adult["rungs"]![0]!.DeepClone());
        minor["rungs"]!.AsArray().RemoveAt(0);

        Assert.Contains("tell nobody", (await world.ProposeAsync(RuleKind.Ladder, adult.ToJsonString())).Refusal!.Message, StringComparison.Ordinal);
        Assert.Contains("refer-to-hotline", (await world.ProposeAsync(RuleKind.Ladder, minor.ToJsonString())).Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_is_not_later_a_record_that_changes_nothing_and_a_missing_reason_are_refused()
    {
        await using var world = await LawWorld.StartAsync(DatabaseKind.Sqlite);
        string Tried(string version, string duration) => LawWorld.Record(RuleKind.Basis, Tida, ("version", version), ("duration", duration));

        Assert.Equal("unreadable", (await world.ProposeAsync(RuleKind.Basis, Tried("2026-11-22", "PT24H"))).Refusal?.Code);
        Assert.Equal("version", (await world.ProposeAsync(RuleKind.Basis, Tried("2026-11-21", "PT24H"))).Refusal?.Code);
        Assert.Equal("nothing-changed", (await world.ProposeAsync(RuleKind.Basis, Tried("2027-03-01", "PT48H"))).Refusal?.Code);
        Assert.Equal("reason", (await world.ProposeAsync(RuleKind.Basis, Tried("2027-03-01", "PT24H"), reason: " ")).Refusal?.Code);
        Assert.Equal("unreadable", (await world.ProposeAsync(RuleKind.Basis, "[]")).Refusal?.Code);
        Assert.Equal("unreadable", (await world.ProposeAsync(RuleKind.Basis, "{")).Refusal?.Code);
        Assert.Equal("other-rule", (await world.WithAsync((RuleChanges changes) => changes.ProposeAsync(
            RuleKind.Basis, "us-dmca-512c", Tried("2027-03-01", "PT24H"), "because", LawWorld.Ada, CancellationToken.None))).Refusal?.Code);
    }

    [Fact]
    public async Task A_policy_of_our_own_for_a_law_that_gives_hours_or_for_none_is_refused()
    {
        await using var world = await LawWorld.StartAsync(DatabaseKind.Sqlite);

        Assert.Contains("gives a time itself", (await world.ProposeAsync(RuleKind.Basis, Local(Tida))).Refusal!.Message, StringComparison.Ordinal);
        Assert.Contains("no such law", (await world.ProposeAsync(RuleKind.Basis, Local("xx-nothing"))).Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_law_that_brings_hours_silences_our_policy_for_it_and_is_not_barred_by_it()
    {
        await using var world = await LawWorld.StartAsync(DatabaseKind.Sqlite);
        await world.ChangeAsync(RuleKind.Basis, Local());
        await world.ChangeAsync(RuleKind.Basis, LawWorld.Record(
            RuleKind.Basis, "eu-dsa-16-notice", ("version", "2027-03-02"), ("duration", "PT24H"), ("unit", "elapsed"), ("inForceFrom", "2027-03-01")));

        var law = world.Law.Bases.VersionAt("eu-dsa-16-notice", world.Clock.Now())!;
        Assert.Equal("PT24H", law.Duration!.Text);
        Assert.DoesNotContain(world.Law.Bases.WithPolicies([law], world.Clock.Now()), basis => basis.IsPolicy);
        Assert.Empty(world.Law.Faults);
        var again = await world.ProposeAsync(RuleKind.Basis, LawWorld.Record(
            RuleKind.Basis, "eu-dsa-16-notice", ("id", "local-dsa"), ("version", "2027-03-03"), ("kind", "local-policy"), ("policyFor", "eu-dsa-16-notice"),
            ("duration", "PT12H"), ("unit", "elapsed"), ("authority", null), ("inForceFrom", null)));
        Assert.Contains("gives a time itself", again.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_more_than_a_year_ahead_and_a_length_for_ever_are_refused()
    {
        await using var world = await LawWorld.StartAsync(DatabaseKind.Sqlite);
        Assert.Equal("version-ahead", (await world.ProposeAsync(
            RuleKind.Basis, LawWorld.Record(RuleKind.Basis, Tida, ("version", "2062-01-10"), ("duration", "PT24H")))).Refusal?.Code);
        Assert.Contains("longer than 100 years", (await world.ProposeAsync(
            RuleKind.Basis, LawWorld.Record(RuleKind.Basis, Tida, ("version", "2027-03-01"), ("duration", "P9999Y"), ("unit", "calendar")))).Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_of_a_ladder_keeps_its_id_and_a_calendar_its_days()
    {
        await using var world = await LawWorld.StartAsync(DatabaseKind.Sqlite);
        var ladder = JsonNode.Parse(LawWorld.Record(RuleKind.Ladder, "adult", ("version", "2027-03-01")))!.AsObject();
        ladder["rungs"]!.AsArray().Single(rung => (string?)rung!["id"] == "removal-pack")!["id"] = "removal-dossier";
        Assert.Contains("'removal-pack' may not become 'removal-dossier'", (await world.ProposeAsync(RuleKind.Ladder, ladder.ToJsonString())).Refusal!.Message, StringComparison.Ordinal);

        var calendar = JsonNode.Parse(LawWorld.Record(RuleKind.Calendar, "office"))!.AsObject();
        foreach (var day in calendar["holidays"]!.AsObject().Select(one => one.Key).Where(day => day.StartsWith("2026-", StringComparison.Ordinal)).ToList())
        {
            calendar["holidays"]!.AsObject().Remove(day);
        }

        Assert.Contains("holidays of 2026", (await world.ProposeAsync(RuleKind.Calendar, calendar.ToJsonString())).Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_says_that_another_reviewed_it()
    {
        await using var world = await LawWorld.StartAsync(DatabaseKind.Sqlite);
        var json = LawWorld.Record(
            RuleKind.Basis, Tida, ("version", "2027-03-01"), ("duration", "PT24H"), ("reviewer", "Anna Legal"), ("reviewedOn", "2027-02-01"), ("reviewState", "reviewed"));
        Assert.Equal("review", (await world.ProposeAsync(RuleKind.Basis, json, LawWorld.Ben)).Refusal?.Code);
        Assert.Equal("review", (await world.ProposeAsync(RuleKind.Basis, json)).Refusal?.Code);
    }

    [Fact]
    public async Task The_later_version_holds_also_where_the_machines_clock_was_set_back_between_them()
    {
        await using var world = await LawWorld.StartAsync(DatabaseKind.Sqlite);
        foreach (var (version, hours) in new[] { ("2027-03-01", "PT6H"), ("2027-03-01a", "PT5H") })
        {
            var calendar = JsonNode.Parse(LawWorld.Record(RuleKind.Calendar, "office"))!.AsObject();
            calendar["holidays"]!["2027-03-03"] = version;
            await world.ChangeAsync(RuleKind.Calendar, calendar.ToJsonString());
            await world.ChangeAsync(RuleKind.Policy, LawWorld.Record(RuleKind.Policy, Review, ("version", version), ("duration", hours)));
            world.Clock.Set(world.Clock.GetUtcNow().AddHours(-2));
        }

        await world.Services.GetRequiredService<CurrentLaw>().ReloadAsync(CancellationToken.None);
        Assert.Equal("2027-03-01a", world.Law.Calendars["office"].Holidays[new DateOnly(2027, 3, 3)]);
        Assert.Equal(TimeSpan.FromHours(5), Span(world.Law.Policies));
        Assert.Empty(world.Law.Faults);
    }

    private static LegalBasis? Now(LawWorld world) => world.Law.Bases.VersionAt(Tida, world.Clock.Now());

    private static TimeSpan Span(SlaPolicyBook book) => book.Find(ClockKind.FirstReview, "adult", "standard")!.Span.Time;

    private static string Local(string law = "eu-dsa-16-notice") => LawWorld.Record(
        RuleKind.Basis, "eu-dsa-16-notice", ("id", "local-dsa"), ("version", "2027-03-01"), ("kind", "local-policy"), ("policyFor", law),
        ("duration", "PT72H"), ("unit", "elapsed"), ("authority", null), ("inForceFrom", null));
}
