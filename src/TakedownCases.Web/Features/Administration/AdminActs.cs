using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Identity;
using TakedownCases.Data.Sql;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Administration;

/// <summary>
/// Runs one act of an administrator: decided on fresh rows, entered in the admin stream and saved in one transaction, and
/// decided again when a colleague was quicker.
/// </summary>
public sealed class AdminActs(TakedownDbContext db, StaffSession session, TimeProvider clock)
{
    private const int MostTries = 8;

    public static TimeSpan RequestLifetime { get; } = TimeSpan.FromDays(14);

    public Viewer Me => session.Viewer;

    public DateTimeOffset Now => clock.Now();

    public async Task<Outcome<AdminDone>> RunAsync(Func<Task<Outcome<AdminDone>>> decide, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            db.ChangeTracker.Clear();
            db.ForgetActs();
            var outcome = await decide();
            if (!outcome.IsDone)
            {
                return outcome;
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return outcome;
            }
            catch (DbUpdateException conflict) when (tries < MostTries && DatabaseErrors.IsConflict(conflict))
            {
                // A colleague's act came first in the stream, or decided the same thing: look again.
            }
        }
    }

    public void Record(string kind, Guid about, Action<EventFields>? more = null)
        => db.Record(LedgerStream.Admin, kind, Me.AsActor(), Now, entry =>
        {
            entry.Id("staff", about);
            more?.Invoke(entry);
        });

    /// <summary>A request for a second administrator; refused while the same one is open.</summary>
    public async Task<Outcome<AdminDone>> AskAsync(
        ApprovalKind kind, StaffUser about, string? detail, string entryKind, CancellationToken cancellationToken)
    {
        var now = Now;
        if (await db.Approvals.AnyAsync(
            open => open.Kind == kind && open.Subject == about.StaffId && open.DecidedAt == null && open.ExpiresAt > now, cancellationToken))
        {
            return AdminRefusals.AlreadyAsked;
        }

        db.Approvals.Add(new Approval
        {
            Id = Guid.CreateVersion7(now),
            Kind = kind,
            Subject = about.StaffId,
            Detail = detail,
            RequestedBy = Me.Staff,
            RequestedAt = now,
            ExpiresAt = now + RequestLifetime,
        });
        Record(entryKind, about.Id, entry => entry.Code("to", detail?.ToLowerInvariant()));
        return AdminDone.Waiting;
    }
}

/// <summary>What came of an act: the path of a one-time link to hand over, or that a second person must agree, or neither.</summary>
public sealed record AdminDone(string? Link, string? LinkFor, bool IsWaiting)
{
    public static AdminDone Plain { get; } = new(null, null, IsWaiting: false);

    public static AdminDone Waiting { get; } = new(null, null, IsWaiting: true);

    public static AdminDone WithLink(string path, StaffUser person) => new(path, person.DisplayName, IsWaiting: false);
}

/// <summary>Why an act of administration did not happen.</summary>
public static class AdminRefusals
{
    public static Refusal NotFound { get; } = new("not-found", "There is no such person or request.");

    public static Refusal AlreadyAsked { get; } = new("already-asked", "The same request is open already.");

    public static Refusal Exists { get; } = new("exists", "Somebody has this address already.");

    public static Refusal Email { get; } = new("email", "This is not an e-mail address.");

    public static Refusal Name { get; } = new("name", "A name is missing.");

    public static Refusal Yourself { get; } = new("yourself", "Nobody does this to their own account.");

    public static Refusal NoChange { get; } = new("no-change", "It is so already.");
}
