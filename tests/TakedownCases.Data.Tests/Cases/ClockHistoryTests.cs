using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Law;
using TakedownCases.Data.Ledger;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Cases;

/// <summary>A case's ledger entries alone give its deadlines again, and the columns beside them say the same.</summary>
public sealed class ClockHistoryTests
{
    private readonly ManualTimeProvider _clock = new();

    [Theory, DatabaseData]
    public async Task Deadlines_counted_again_from_the_ledger_are_those_in_the_database(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = await TestData.OpenAsync(database, _clock);
        var id = (await Samples.FileAsync(services)).Id;
        var book = services.GetRequiredService<CurrentLaw>().Now.Clocks;
        await ActAsync(services, id, 3, (it, now) => it.Review(book.Start, Samples.ByAda, now));
        await ActAsync(services, id, 2, (it, now) => it.WaitForSurvivor(book.Start, Samples.ByAda, now));
        await CheckAsync(services, id, book, paused: 1);
        await ActAsync(services, id, 70, (it, now) => it.WriteMessage("here", Actor.Survivor, book.Start, now));
        await ActAsync(services, id, 1, (it, now) => it.TellOutcome(
            it.Places[0].Id, new PlaceOutcome(PlaceState.Moved, OutcomeSource.Platform, now), book.Start, Samples.ByAda, now));
        await ActAsync(services, id, 1, (it, now) => it.StartClocks([.. book.Legal(ClockTrigger.NoticeReceived, it, now, "sending", it.Places[0].Id)], now));
        await ActAsync(services, id, 1, (it, now) => it.WaitForSurvivor(book.Start, Samples.ByAda, now));
        await ActAsync(services, id, 5, (it, now) => it.ChangeSeverity(Severity.Urgent, book.Start, Samples.ByAda, now));
        await CheckAsync(services, id, book, paused: 2);
        await ActAsync(services, id, 30, (it, now) => it.WriteMessage("here again", Actor.Survivor, book.Start, now));
        await ActAsync(services, id, 1, (it, now) => it.EnterLimitation(
            book.Entered(ClockKind.Limitation, it, now.AddYears(2), now), "Invented Act s.2", Samples.ByAda, now));
        await ActAsync(services, id, 1, (it, now) => it.Close(Samples.ByAda, now, book.Start));
        await CheckAsync(services, id, book, paused: 0);

        await using var scope = services.CreateAsyncScope();
        var verdict = await scope.ServiceProvider.GetRequiredService<LedgerVerification>().RunAsync(Actor.Console, progress: null, CancellationToken.None);
        Assert.Equal([], verdict.Findings.Select(finding => finding.Message));
    }

    private async Task ActAsync(IServiceProvider services, CaseId id, int hours, Action<TakedownCase, DateTimeOffset> act)
    {
        _clock.Advance(TimeSpan.FromHours(hours));
        await Samples.ChangeAsync(services, id, it => act(it, _clock.Now()));
    }

    private static async Task CheckAsync(IServiceProvider services, CaseId id, CaseClockBook book, int paused)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        var replay = new ClockReplay(book);
        var bodies = await db.LedgerEntries.AsNoTracking().Where(entry => entry.Scope == id.Value && entry.Lane == LedgerLane.Case)
            .OrderBy(entry => entry.Seq).Select(entry => entry.Body).ToListAsync();
        foreach (var entry in bodies.Select(body => CanonicalForm.Read(body)))
        {
            replay.Apply(entry.Kind, entry.At, name => Value(entry, name));
        }

        var rows = await db.Clocks.AsNoTracking().Where(clock => clock.CaseId == id).ToListAsync();
        Assert.Equal(rows.ToDictionary(clock => clock.Id, clock => clock.DueAt), replay.DueAt);
        Assert.Equal(paused, rows.Count(clock => clock.IsPaused));
        Assert.All(rows.Where(clock => clock.IsPaused), clock => Assert.Null(clock.NextAt));
        Assert.Equal((await db.Cases.AsNoTracking().SingleAsync(it => it.Id == id)).NextDueAt, replay.NextDueAt);
    }

    private static object? Value(LedgerEntry entry, string name)
    {
        var tag = LedgerTag.Of(name);
        return entry.Find(tag) is not { } field ? null : LedgerTag.Find(tag)!.Shape switch
        {
            LedgerShape.Guid => field.AsGuid(),
            LedgerShape.Instant => field.AsInstant(),
            LedgerShape.Text => field.AsText(),
            _ => throw new InvalidOperationException($"Nobody reads {name} here."),
        };
    }
}
