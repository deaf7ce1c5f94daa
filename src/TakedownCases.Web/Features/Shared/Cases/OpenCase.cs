using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Features.Shared.Cases;

public enum OpeningStatus
{
    Open,

    /// <summary>It does not exist, or not for this viewer, or this part of it does not.</summary>
    Gone,

    /// <summary>The viewer has no relation to the case and must say why first.</summary>
    AskWhy,

    /// <summary>The read could not be logged: nothing is shown.</summary>
    Unlogged,
}

/// <summary>A case that was opened for a page, the read entry committed; without it only the reason why not.</summary>
public sealed record Opening(OpeningStatus Status, string Number)
{
    public TakedownCase? Case { get; init; }

    public CaseReading? Reading { get; init; }

    /// <summary>When access by broken glass ends.</summary>
    public DateTimeOffset? GlassUntil { get; init; }
}

/// <summary>
/// Finds a case through the access filter, asks why where that is due, and commits "who opened which part, and why"
/// before anything is decrypted (design law 4).
/// </summary>
public sealed class OpenCase(
    CaseStore store, ReadLog log, Purposes purposes, StaffSession session, TimeProvider clock, ILogger<OpenCase> logger)
{
    private static readonly Action<ILogger, string, Exception?> NotLogged = LoggerMessage.Define<string>(
        LogLevel.Error, new EventId(3001, "ReadNotLogged"), "A reading could not be logged and was refused: {Reason}");

    public async Task<Opening> HandleAsync(
        string number,
        string section,
        Func<IQueryable<TakedownCase>, IQueryable<TakedownCase>> parts,
        CancellationToken cancellationToken)
    {
        var viewer = session.Viewer;
        if (!CasePermissions.May(viewer, CaseAction.Read) || !CaseNumber.TryParse(number, out var parsed))
        {
            return new Opening(OpeningStatus.Gone, number);
        }

        var found = await parts(store.VisibleTo(viewer)).AsSplitQuery().Include(subject => subject.Glass)
            .SingleOrDefaultAsync(subject => subject.Number == parsed, cancellationToken);
        if (found is null)
        {
            return new Opening(OpeningStatus.Gone, number);
        }

        var glass = GlassUntil(found, viewer);
        var purpose = glass is null ? null : "break-glass";
        if (Purposes.IsAsked(viewer, found.Assignee))
        {
            purpose = await purposes.FindAsync(found.Id, viewer, cancellationToken);
            if (purpose is null)
            {
                return new Opening(OpeningStatus.AskWhy, found.Number.Value);
            }
        }

        try
        {
            var reading = await log.OpenAsync(found.Id, viewer.AsActor(), section, purpose, cancellationToken);
            return new Opening(OpeningStatus.Open, found.Number.Value) { Case = found, Reading = reading, GlassUntil = glass };
        }
        catch (Exception trouble) when (trouble is DbUpdateException or DbException)
        {
            NotLogged(logger, trouble.GetType().Name, null);
            return new Opening(OpeningStatus.Unlogged, found.Number.Value);
        }
    }

    private DateTimeOffset? GlassUntil(TakedownCase found, Viewer viewer)
    {
        if (CasePermissions.SeesAll(viewer.Role) || found.Assignee is null || found.Assignee == viewer.Staff)
        {
            return null;
        }

        var now = clock.Now();
        return found.Glass.Where(grant => grant.Staff == viewer.Staff && grant.Until > now)
            .Max(grant => (DateTimeOffset?)grant.Until);
    }
}
