using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TakedownCases.Data.Sql;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Law;

/// <summary>
/// Counts the open clocks of a changed rule again, each case in a transaction of its own, and keeps where it is after each
/// batch: whoever comes after a crash goes on there, and counting twice changes nothing.
/// </summary>
public sealed partial class Recounting(
    TakedownDbContext db, CaseStore cases, OpenClocks clocks, LawInForce law, TimeProvider clock, ILogger<Recounting> logger)
{
    private const int BatchSize = 500;
    private const int MostTries = 8;

    // A changed ladder is only looked at, by the sweep of the clocks, which has deadlines to see to: not all at once.
    private const int LaddersATurn = 1000;

    /// <summary>How many clocks were looked at, and how late the oldest change was that is worked on.</summary>
    public async Task<(int Looked, TimeSpan Lateness)> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var due = await Due().AsNoTracking().OrderBy(recount => recount.NotBefore).ToListAsync(cancellationToken);
        var looked = 0;
        foreach (var recount in due)
        {
            // Without the edition nothing would move, and it would be called done: a process that has it does it.
            if (!law.Editions.Contains(recount.Id))
            {
                Log.Unknown(logger, recount.Id, recount.RuleId);
                continue;
            }

            looked += await OneAsync(recount, cancellationToken);
        }

        return (looked, due.Count > 0 ? now - due[0].NotBefore : TimeSpan.Zero);
    }

    /// <summary>The changes whose open clocks wait to be counted again.</summary>
    public IQueryable<RuleRecount> Due()
    {
        var now = clock.Now();
        return db.RuleRecounts.Where(recount => recount.FinishedAt == null && recount.NotBefore <= now);
    }

    // One change that cannot be followed must not stop the others.
    private async Task<int> OneAsync(RuleRecount recount, CancellationToken cancellationToken)
    {
        try
        {
            return recount.Kind == RuleKind.Ladder
                ? await LookAtLadderAsync(recount.Id, cancellationToken)
                : await PassAsync(recount, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another process has the same change in hand, and goes on with it.
            return 0;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && !DatabaseErrors.IsUnavailable(exception))
        {
            Log.Broken(logger, recount.Id, recount.RuleId, exception.GetType().Name, exception.StackTrace);
            return 0;
        }
    }

    private async Task<int> PassAsync(RuleRecount recount, CancellationToken cancellationToken)
    {
        var bases = law.BasesUnder(recount.Kind, recount.RuleId);
        var (at, after, looked) = (Math.Max(0, Array.IndexOf(bases, recount.AtBasis)), recount.AtClock, 0);
        while (at < bases.Length)
        {
            db.StartAgain();
            var batch = await clocks.OfBasisAsync(bases[at], after, BatchSize, cancellationToken);
            var tally = await CountAgainAsync(batch, bases, recount.Kind, cancellationToken);
            looked += batch.Count;
            (at, after) = batch.Count < BatchSize ? (at + 1, (ClockId?)null) : (at, batch[^1].Id);
            await KeepAsync(
                recount.Id,
                row =>
                {
                    row.Count(batch.Count, tally.Changed, tally.Kept, tally.Failed);
                    row.MoveTo(at < bases.Length ? bases[at] : bases[^1], null, after);
                },
                cancellationToken);
        }

        await KeepAsync(recount.Id, row => row.EndPass(clock.Now()), cancellationToken);
        return looked;
    }

    private async Task<Tally> CountAgainAsync(
        List<CaseClock> batch, string[] bases, RuleKind kind, CancellationToken cancellationToken)
    {
        var tally = new Tally(0, 0, 0);
        var ids = batch.Select(found => found.CaseId).Distinct().ToList();
        var heads = await db.Cases.AsNoTracking().Where(found => ids.Contains(found.Id)).ToDictionaryAsync(found => found.Id, cancellationToken);
        foreach (var ofCase in batch.GroupBy(found => found.CaseId))
        {
            // Most clocks stay as they are when a calendar gains a holiday: those cases are not even loaded.
            if (!heads.TryGetValue(ofCase.Key, out var head))
            {
                continue;
            }

            if (Again(head, ofCase) is not { } again)
            {
                tally = tally with { Failed = tally.Failed + 1 };
                continue;
            }

            tally = tally with { Kept = tally.Kept + again.Count(one => one.Start is null) };
            if (again.Exists(one => one.Start is { } start && Moves(one.Clock, start)))
            {
                tally = await CountAgainAsync(ofCase.Key, bases, kind, tally, cancellationToken);
            }
        }

        return tally;
    }

    private List<(CaseClock Clock, ClockStart? Start)>? Again(TakedownCase head, IEnumerable<CaseClock> clocksOfCase)
    {
        try
        {
            return [.. clocksOfCase.Select(found => (found, law.Clocks.Again(head, found)))];
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or OverflowException)
        {
            Log.Failed(logger, head.Id.Value, exception.GetType().Name, exception.StackTrace);
            return null;
        }
    }

    private async Task<Tally> CountAgainAsync(
        CaseId id, string[] bases, RuleKind kind, Tally tally, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            db.StartAgain();
            try
            {
                if (await cases.LoadWithClocksAsync(id, cancellationToken) is not { } subject)
                {
                    return tally;
                }

                var changed = subject.RecountClocks(
                    found => bases.Contains(found.Basis, StringComparer.Ordinal) ? law.Clocks.Again(subject, found) : null,
                    $"{Codes.Of(kind)}-changed",
                    Actor.System,
                    clock.Now());
                if (changed > 0)
                {
                    await db.SaveChangesAsync(cancellationToken);
                }

                return tally with { Changed = tally.Changed + changed };
            }
            catch (DbUpdateException conflict) when (tries < MostTries && DatabaseErrors.IsConflict(conflict))
            {
                // Somebody works on the case: decide on what they leave.
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested && !DatabaseErrors.IsUnavailable(exception))
            {
                // One case that cannot be worked on must not stop the law for all others.
                Log.Failed(logger, id.Value, exception.GetType().Name, exception.StackTrace);
                return tally with { Failed = tally.Failed + 1 };
            }
        }
    }

    private async Task<int> LookAtLadderAsync(Guid id, CancellationToken cancellationToken)
    {
        db.StartAgain();
        var recount = await db.RuleRecounts.AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken);
        var track = law.Ladders.All.FirstOrDefault(ladder => ladder.Id == recount.RuleId)?.Track;
        var batch = track is { } one
            ? await clocks.OfTrackAsync(one, recount.AtCase, recount.AtClock, LaddersATurn, cancellationToken)
            : [];
        await clocks.LookAgainAsync([.. batch.Select(found => found.Id)], clock.Now(), cancellationToken);
        await KeepAsync(
            id,
            row =>
            {
                row.Count(batch.Count, changed: 0, kept: 0, failed: 0);
                if (batch.Count < LaddersATurn)
                {
                    row.EndPass(clock.Now());
                }
                else
                {
                    row.MoveTo(recount.RuleId, batch[^1].CaseId, batch[^1].Id);
                }
            },
            cancellationToken);
        return batch.Count;
    }

    // Another process with the same row in hand makes this a conflict, and the run ends: one of them goes on.
    private async Task KeepAsync(Guid id, Action<RuleRecount> change, CancellationToken cancellationToken)
    {
        db.StartAgain();
        change(await db.RuleRecounts.SingleAsync(row => row.Id == id, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
    }

    private static bool Moves(CaseClock found, ClockStart start)
        => (start.Basis, start.BasisVersion, start.DueAt, start.WarnAt) != (found.Basis, found.BasisVersion, found.DueAt, found.WarnAt);

    private sealed record Tally(int Changed, int Kept, int Failed);

    private static partial class Log
    {
        [LoggerMessage(1082, LogLevel.Error, "The clocks of case {Case} could not be counted again: {Reason}\n{Stack}")]
        public static partial void Failed(ILogger logger, Guid @case, string reason, string? stack);

        [LoggerMessage(1083, LogLevel.Warning, "The change {Edition} of {Rule} is not known here yet: its clocks wait for a process that holds it")]
        public static partial void Unknown(ILogger logger, Guid edition, string rule);

        [LoggerMessage(1084, LogLevel.Error, "The change {Edition} of {Rule} could not be followed, others go on: {Reason}\n{Stack}")]
        public static partial void Broken(ILogger logger, Guid edition, string rule, string reason, string? stack);
    }
}
