using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TakedownCases.Data.Ledger;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;

namespace TakedownCases.Data;

/// <summary>
/// The queries behind a climb, compiled once for each database: what they find is tracked, and so finds its place in the case.
/// </summary>
internal sealed class CaseParts
{
    private static readonly ConditionalWeakTable<IModel, CaseParts> Compiled = [];

    private readonly Func<TakedownDbContext, CaseId, Guid, IAsyncEnumerable<Found>> _headAndCase = EF.CompileAsyncQuery(
        (TakedownDbContext db, CaseId id, Guid scope) => db.LedgerHeads.Where(head => head.Scope == scope && head.Lane == LedgerLane.Case)
            .SelectMany(head => db.Cases.Where(one => one.Id == id), (head, one) => new Found(head, one)));

    private readonly Func<TakedownDbContext, CaseId, IAsyncEnumerable<CaseClock>> _clocks = EF.CompileAsyncQuery(
        (TakedownDbContext db, CaseId id) => db.Clocks.Where(clock => clock.CaseId == id));

    private readonly Func<TakedownDbContext, CaseId, IAsyncEnumerable<ClimbedRung>> _rungs = EF.CompileAsyncQuery(
        (TakedownDbContext db, CaseId id) => db.Rungs.Where(rung => rung.CaseId == id));

    private readonly Func<TakedownDbContext, CaseId, IAsyncEnumerable<StaffTask>> _openTasks = EF.CompileAsyncQuery(
        (TakedownDbContext db, CaseId id) => db.Tasks.Where(task => task.CaseId == id && task.EndedAt == null));

    private readonly Func<TakedownDbContext, CaseId, IAsyncEnumerable<Consent>> _consents = EF.CompileAsyncQuery(
        (TakedownDbContext db, CaseId id) => db.Set<Consent>().Where(consent => consent.CaseId == id));

    private CaseParts()
    {
    }

    public static CaseParts Of(TakedownDbContext db) => Compiled.GetValue(db.Model, _ => new CaseParts());

    /// <summary>The head of the stream and the case in one answer; null without either.</summary>
    public async Task<TakedownCase?> HeadAndCaseAsync(TakedownDbContext db, CaseId id, CancellationToken cancellationToken)
    {
        TakedownCase? found = null;
        await foreach (var one in _headAndCase(db, id, id.Value).WithCancellation(cancellationToken))
        {
            found = one.Case;
        }

        return found;
    }

    public async Task LoadForClimbAsync(TakedownDbContext db, CaseId id, CancellationToken cancellationToken)
    {
        await ReadAsync(_clocks(db, id), cancellationToken);
        await ReadAsync(_rungs(db, id), cancellationToken);
        await ReadAsync(_openTasks(db, id), cancellationToken);
        await ReadAsync(_consents(db, id), cancellationToken);
    }

    private static async Task ReadAsync<TPart>(IAsyncEnumerable<TPart> parts, CancellationToken cancellationToken)
    {
        await foreach (var part in parts.WithCancellation(cancellationToken))
        {
            _ = part;
        }
    }

    private sealed record Found(LedgerHeadRow Head, TakedownCase Case);
}
