using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;
using TakedownCases.Web.Jobs;
using TakedownCases.Web.Tests.Accounts;
using TakedownCases.Web.Tests.Queue;
using TakedownCases.Web.Tests.Telling;

namespace TakedownCases.Web.Tests.Jobs;

/// <summary>
/// Nothing runs for 72 hours, over many deadlines and several digests; then everything does. What the house does by itself is
/// compared with a house of the same cases that never stood still.
/// </summary>
public sealed class DowntimeTests
{
    private static readonly TimeSpan Downtime = TimeSpan.FromHours(72);

    [Theory, DatabaseData]
    public async Task After_72_hours_of_downtime_each_rung_fires_once_in_order_and_each_person_gets_one_digest(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, TellingHouse.Options());
        await using var sleepless = await TestApp.StartAsync(kind, TellingHouse.Options());
        var people = await FurnishAsync(app);
        await FurnishAsync(sleepless);
        var before = await RungsAsync(app);
        Assert.Equal(before.ConvertAll(NameOf).Order(StringComparer.Ordinal), (await RungsAsync(sleepless)).ConvertAll(NameOf).Order(StringComparer.Ordinal));

        for (var halfHours = 0; halfHours < Downtime.TotalHours * 2; halfHours++)
        {
            sleepless.Clock.Advance(TimeSpan.FromMinutes(30));
            await ClimbAsync(sleepless);
        }

        app.Clock.Advance(Downtime);
        var backAt = app.Clock.GetUtcNow();
        for (var halfMinutes = 0; halfMinutes < 80; halfMinutes++)
        {
            foreach (var job in JobTable.All)
            {
                Assert.True(await app.SweepAsync(job));
            }

            app.Clock.Advance(TimeSpan.FromSeconds(30));
        }

        // Every rung of those three days, whose time had come when the house woke up, and each once.
        var rungs = (await RungsAsync(app)).FindAll(rung => rung.DueAt <= backAt);
        var expected = (await RungsAsync(sleepless)).FindAll(rung => rung.DueAt <= backAt);
        Assert.True(rungs.Count > before.Count + 20, $"Only {rungs.Count - before.Count} rungs came due.");
        Assert.Equal(expected.ConvertAll(NameOf).Order(StringComparer.Ordinal), rungs.ConvertAll(NameOf).Order(StringComparer.Ordinal));
        var climbed = await ClimbedAsync(app);
        Assert.Distinct(climbed.Select(one => (one.Clock, one.Rung)));
        Assert.Equal((await RungsAsync(app)).Count, climbed.Count);

        // In their order, case by case: the ledger says so.
        foreach (var ofCase in climbed.GroupBy(one => one.Case))
        {
            var due = ofCase.Select(one => one.DueAt).ToList();
            Assert.Equal(due.Order(), due);
        }

        // One digest each, whoever has anything to be told of, and no storm beside it.
        var mails = await app.DataAsync(db => db.StaffMails.AsNoTracking().Where(mail => mail.WrittenAt >= backAt).ToListAsync());
        Assert.Equal(people.Select(person => person.Id).Order(), mails.Where(mail => mail.DigestDay is not null).Select(mail => mail.Staff.Value).Order());
        Assert.All(mails.CountBy(mail => mail.Staff), person => Assert.InRange(person.Value, 1, 3));
        Assert.Equal([], await app.VerifyAsync());
        Console.WriteLine($"counts: downtime of 72 h on {kind}: rungs {rungs.Count - before.Count}, twice 0, out of order 0, digests {mails.Count(mail => mail.DigestDay is not null)} for {people.Count} people, mails in all {mails.Count}");
    }

    /// <summary>People in several places, and cases on both tracks of which some were noticed; an hour of ordinary work. Who has tasks.</summary>
    private static async Task<List<TestStaff>> FurnishAsync(TestApp app)
    {
        var ana = await TestStaff.CreateAsync(app, minors: true, name: "Ana Example");
        var away = await TestStaff.CreateAsync(app, minors: true, name: "Away Example");
        var boss = await TestStaff.CreateAsync(app, StaffRole.Supervisor, minors: true, name: "Boss Example");
        await app.ChangeAsync(ana.Id, user => (user.TimeZone, user.QuietFrom, user.QuietUntil) = ("Europe/Paris", new TimeOnly(20, 0), new TimeOnly(7, 0)));
        await app.ChangeAsync(boss.Id, user => (user.TimeZone, user.WantsMails) = ("America/New_York", false));
        await app.ChangeAsync(away.Id, user => (user.AwayFrom, user.AwayUntil, user.Deputy)
            = (app.Clock.GetUtcNow().AddDays(-1), app.Clock.GetUtcNow().AddDays(9), boss.Viewer.Staff));
        for (var count = 0; count < 2; count++)
        {
            var noticed = await NoticeJourneyTests.FileAsync(app);
            await app.ChangeAsync(noticed, (found, now) => found.Claim(ana.Viewer.Staff, ana.Viewer.AsActor(), now));
            await NoticeJourneyTests.ApproveAsync(app, noticed);
            Assert.True(await app.SweepAsync(JobTable.Sending));
            app.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        await app.HeldAsync(ana, Track.Minor);
        await app.HeldAsync(away);
        await app.HeldAsync(boss, danger: new DangerAnswers(DangerNow: true));
        await Filed.CaseAsync(app, Track.Minor);
        foreach (var job in JobTable.All)
        {
            Assert.True(await app.SweepAsync(job));
        }

        return [ana, boss];
    }

    private static async Task ClimbAsync(TestApp app)
    {
        foreach (var job in new[] { JobTable.Clocks, JobTable.Drafting, JobTable.Sending })
        {
            Assert.True(await app.SweepAsync(job));
        }
    }

    private static Task<List<Rung>> RungsAsync(TestApp app)
        => app.DataAsync(db => db.Rungs.AsNoTracking().Join(
                db.Clocks, rung => new { rung.CaseId, Id = rung.Clock }, clock => new { clock.CaseId, clock.Id }, (rung, clock) => new { rung, clock })
            .Select(both => new Rung(
                both.rung.Rung, both.rung.DueAt, both.rung.SkippedBecause, both.clock.Kind, both.clock.Basis,
                db.Places.Where(place => place.CaseId == both.clock.CaseId && place.Id == both.clock.Place).Select(place => place.Ordinal).FirstOrDefault()))
            .ToListAsync());

    private static string NameOf(Rung rung) => $"{rung.DueAt:O} {rung.Kind} {rung.Basis} {rung.Place} {rung.Id} {rung.Skipped}";

    private static async Task<List<(Guid Case, Guid Clock, string Rung, DateTimeOffset DueAt)>> ClimbedAsync(TestApp app)
    {
        var rows = await app.DataAsync(db => db.LedgerEntries.AsNoTracking().Where(row => row.Lane == LedgerLane.Case)
            .OrderBy(row => row.Scope).ThenBy(row => row.Seq).Select(row => new { row.Scope, row.Body }).ToListAsync());
        return [.. rows.Select(row => (row.Scope, Entry: CanonicalForm.Read(row.Body))).Where(one => one.Entry.Kind == "ladder.climbed")
            .Select(one => (one.Scope, one.Entry.Find(LedgerTag.Clock)!.AsGuid(), one.Entry.Find(LedgerTag.Rung)!.AsText(),
                one.Entry.Find(LedgerTag.DueAt)!.AsInstant()))];
    }

    private sealed record Rung(string Id, DateTimeOffset DueAt, string? Skipped, ClockKind Kind, string Basis, int Place);
}
