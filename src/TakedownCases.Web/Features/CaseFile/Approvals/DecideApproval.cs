using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Sql;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Web.Features.Shared.Cases;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.CaseFile.Approvals;

/// <summary>The second person allows or refuses; what was asked happens in the same save as the decision.</summary>
public sealed class DecideApproval(
    TakedownDbContext db,
    CaseStore store,
    CaseVault vault,
    CaseClockBook clocks,
    CommandLog commands,
    ReadLog log,
    StaffSession session,
    TimeProvider clock)
{
    private const int MostTries = 5;
    private static readonly TimeSpan GlassFor = TimeSpan.FromMinutes(30);

    public async Task<Decision> HandleAsync(Guid id, DecisionInput input, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var viewer = session.Viewer;
            if (await FindAsync(id, cancellationToken) is not (var approval, { } subject))
            {
                return new Decision(VerbResult.Gone);
            }

            if (input.Command == Guid.Empty || !CasePermissions.May(viewer, ActionOf(approval.Kind)))
            {
                return new Decision(input.Command == Guid.Empty ? VerbResult.Incomplete : VerbResult.Forbidden);
            }

            if (await commands.WasDoneAsync(new CommandId(input.Command), cancellationToken))
            {
                return new Decision(VerbResult.Noticed("decided"));
            }

            var now = clock.Now();
            var decided = approval.Decide(viewer.Staff, input.Granted, now);
            var (outcome, key) = decided.IsDone ? await DoAsync(approval, subject, input.Granted, now, cancellationToken) : (decided, null);
            if (!outcome.IsDone)
            {
                db.StartAgain();
                return new Decision(VerbResult.Refused(outcome.Refusal));
            }

            commands.Note(new CommandId(input.Command));
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return new Decision(VerbResult.Noticed(input.Granted ? "granted" : "refused"), key);
            }
            catch (DbUpdateException conflict) when (tries < MostTries && DatabaseErrors.IsConflict(conflict))
            {
                db.StartAgain();
            }
        }
    }

    private static CaseAction ActionOf(ApprovalKind kind) => kind switch
    {
        ApprovalKind.BreakGlass => CaseAction.ApproveGlass,
        ApprovalKind.TrackToAdult => CaseAction.MoveToAdult,
        ApprovalKind.OwnLook => CaseAction.ApproveLook,
        ApprovalKind.InvestigationHold => CaseAction.ApproveHold,
        _ => CaseAction.ReplaceKey,
    };

    private async Task<(Approval Approval, TakedownCase? Subject)?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var approval = await db.Approvals.SingleOrDefaultAsync(approval => approval.Id == id, cancellationToken);
        if (approval?.CaseId is not { } caseId
            || approval.Kind is not (ApprovalKind.BreakGlass or ApprovalKind.TrackToAdult or ApprovalKind.ReplaceKey or ApprovalKind.OwnLook
                or ApprovalKind.InvestigationHold))
        {
            return null;
        }

        var number = await store.VisibleTo(session.Viewer).Where(subject => subject.Id == caseId)
            .Select(subject => (CaseNumber?)subject.Number).SingleOrDefaultAsync(cancellationToken);
        return number is { } found ? (approval, await store.LoadAsync(session.Viewer, found, cancellationToken)) : null;
    }

    private async Task<(Outcome Outcome, NewKeyPage? Key)> DoAsync(
        Approval approval, TakedownCase subject, bool granted, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var by = session.Viewer.AsActor();
        if (!granted)
        {
            db.Record(new LedgerStream(subject.Id.Value, LedgerLane.Case), "approval.refused", by, now, entry => entry
                .Code<ApprovalKind>("reason-code", approval.Kind).Id("staff", approval.Subject.Value));
            return (Outcome.Done, null);
        }

        return approval.Kind switch
        {
            ApprovalKind.BreakGlass => (await BreakGlassAsync(approval, subject, by, now, cancellationToken), null),
            ApprovalKind.OwnLook => (AllowLook(approval, subject, by, now), null),
            ApprovalKind.InvestigationHold => (await HoldAsync(approval, subject, by, now, cancellationToken), null),
            ApprovalKind.TrackToAdult => (subject.MoveToTrack(Track.Adult, clocks.Start, by, approval.RequestedBy, now), null),
            _ => ReplaceKey(approval, subject, by, now),
        };
    }

    // The case itself does not change by it: that it was allowed, to whom and by whom, is an entry of its own.
    private Outcome AllowLook(Approval approval, TakedownCase subject, Actor by, DateTimeOffset now)
    {
        if (subject.Track == Track.Minor)
        {
            return CaseRefusals.NobodyLooks;
        }

        var place = subject.Places.FirstOrDefault(place => place.Ordinal.ToString(CultureInfo.InvariantCulture) == approval.Detail);
        db.Record(new LedgerStream(subject.Id.Value, LedgerLane.Case), "approval.granted", by, now, entry => entry
            .Code<ApprovalKind>("reason-code", approval.Kind).Id("staff", approval.Subject.Value).Id("place", place?.Id.Value));
        return Outcome.Done;
    }

    private async Task<Outcome> HoldAsync(
        Approval approval, TakedownCase subject, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var reading = await log.OpenAsync(subject.Id, by, "approval", "second-person", cancellationToken);
        return reading.OpenRecord<InvestigationHold>(SealedFields.ApprovalReason(approval.Id), approval.Reason) is { } hold
            && long.TryParse(approval.Detail, CultureInfo.InvariantCulture, out var until)
                ? subject.Hold(hold, Instants.FromUnixMicroseconds(until), by, approval.RequestedBy, now)
                : CaseRefusals.NoSuchHold;
    }

    private async Task<Outcome> BreakGlassAsync(
        Approval approval, TakedownCase subject, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Clearance, role or wall may have changed since it was asked.
        var asker = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == approval.Subject.Value, cancellationToken);
        if (asker is null || asker.DisabledAt is not null || !asker.AsViewer().IsClearedFor(subject.Track)
            || subject.Recusals.Any(recusal => recusal.Staff == approval.Subject))
        {
            return new Refusal("glass.not-cleared", "The asker may not open this case any more.");
        }

        var reading = await log.OpenAsync(subject.Id, by, "approval", "second-person", cancellationToken);
        var reason = reading.Open(SealedFields.ApprovalReason(approval.Id), approval.Reason) ?? "";
        return subject.BreakGlass(approval.Subject, by, reason, now + GlassFor, now);
    }

    private (Outcome Outcome, NewKeyPage? Key) ReplaceKey(Approval approval, TakedownCase subject, Actor by, DateTimeOffset now)
    {
        if (subject.State == CaseState.Erased || subject.Keys.Count == 0)
        {
            return (CaseRefusals.NotOpen, null);
        }

        var key = CaseKey.NewRandom();
        var holder = subject.Keys.OrderBy(known => known.EndedAt is not null).ThenByDescending(known => known.MadeAt).First().Holder;
        var outcome = subject.ReplaceKey(vault.KeyLookup(key), holder, "lost", by, approval.RequestedBy, now);
        return (outcome, new NewKeyPage(subject.Number.Value, key.Show()));
    }
}
