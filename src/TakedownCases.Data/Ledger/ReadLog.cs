using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Sql;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;

namespace TakedownCases.Data.Ledger;

/// <summary>
/// Logs reads before anything is decrypted: no entry, no page (design law 4). Each entry is a transaction of its own on a
/// stream of its own, so that readers never wait for writers of the case.
/// </summary>
public sealed class ReadLog(IServiceScopeFactory scopes, CurrentAct current, TimeProvider clock)
{
    private const int MostTries = 12;

    /// <summary>Commits "who read what of this case, and why" and only then hands out the means to open it.</summary>
    public Task<CaseReading> OpenAsync(
        CaseId caseId, Actor by, string fields, string? purpose, CancellationToken cancellationToken)
        => OpenAsync(
            caseId, by.Kind is ActorKind.Survivor or ActorKind.Filer ? "case.opened" : "case.read", by, fields, purpose, cancellationToken);

    /// <summary>The same for taking the case out of the house.</summary>
    public Task<CaseReading> ExportAsync(
        CaseId caseId, Actor by, string fields, string? purpose, CancellationToken cancellationToken)
        => OpenAsync(caseId, "case.exported", by, fields, purpose, cancellationToken);

    private async Task<CaseReading> OpenAsync(
        CaseId caseId, string kind, Actor by, string fields, string? purpose, CancellationToken cancellationToken)
    {
        await AppendAsync(
            new LedgerStream(caseId.Value, LedgerLane.Read),
            kind,
            by,
            entry => entry.Code("fields", fields).Code("purpose", purpose),
            cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        var vault = scope.ServiceProvider.GetRequiredService<CaseVault>();
        return new CaseReading(caseId, vault.Cipher, await vault.FindAsync(caseId, cancellationToken));
    }

    /// <summary>Commits which cases a list showed, in the viewer's own stream.</summary>
    public Task ListAsync(Viewer viewer, string list, IReadOnlyList<CaseId> shown, CancellationToken cancellationToken)
        => AppendAsync(
            new LedgerStream(viewer.Staff.Value, LedgerLane.List),
            "list.shown",
            viewer.AsActor(),
            entry => entry.Code("fields", list).Ids("shown", [.. shown.Select(id => id.Value)]),
            cancellationToken);

    /// <summary>Commits an act outside any case: a sign-in, a setting, a start.</summary>
    public async Task AppendAsync(
        LedgerStream stream, string kind, Actor by, Action<EventFields> describe, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
            var inner = scope.ServiceProvider.GetRequiredService<CurrentAct>();
            (inner.Session, inner.Command) = (current.Session, current.Command);
            db.Record(stream, kind, by, clock.Now(), describe);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return;
            }
            catch (DbUpdateException conflict) when (tries < MostTries && DatabaseErrors.IsConflict(conflict))
            {
                // Somebody else appended to the same stream first: read its new head and try again.
            }
        }
    }
}
