using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Sql;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;

namespace TakedownCases.Data.Notices;

/// <summary>
/// Hands frozen notices to workers, one at a time, and takes what came of it. What was decided is committed before anything
/// is said to the outside; a worker that dies leaves a lease that runs out, never a notice that is lost or sent blindly again.
/// </summary>
public sealed class Outbox(
    TakedownDbContext db, NoticeStore notices, OutboxClaims claims, CaseVault vault, OutboxPace pace, TimeProvider clock)
{
    /// <summary>The next thing to do, or null; <paramref name="passed"/> are notices this run has no more to do with.</summary>
    public async Task<OutboxTurn?> TakeAsync(Guid owner, IReadOnlyCollection<Guid> passed, CancellationToken cancellationToken)
    {
        db.StartAgain();
        var now = clock.Now();
        await using var claim = await claims.NextAsync(now, passed, cancellationToken);
        if (claim is null)
        {
            return null;
        }

        try
        {
            return await WorkOnAsync(claim, owner, now, cancellationToken);
        }
        catch (Exception trouble) when (!cancellationToken.IsCancellationRequested
            && !DatabaseErrors.IsUnavailable(trouble) && !(trouble is DbUpdateException conflict && DatabaseErrors.IsConflict(conflict)))
        {
            return new BrokenTurn(claim.Item.CaseId, claim.Item.Notice, claim.Item.NextAt ?? now, trouble);
        }
    }

    private async Task<OutboxTurn> WorkOnAsync(ClaimedOutboxItem claim, Guid owner, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = claim.Item.NextAt ?? now;
        var (caseId, id) = (claim.Item.CaseId, claim.Item.Notice);
        var item = await db.Outbox.SingleAsync(item => item.CaseId == caseId && item.Notice == id, cancellationToken);
        var loaded = await notices.LoadAsync(caseId, id, cancellationToken)
            ?? throw new InvalidOperationException("An outbox row has no notice.");
        if (loaded.Notice.State == NoticeState.Unknown)
        {
            return new ArchiveTurn(caseId, id, loaded.Notice.MessageId!, since);
        }

        var isSending = await DecideAsync(loaded, item, owner, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await claim.CommitAsync(cancellationToken);
        return isSending
            ? await TurnAsync(loaded.Notice, item, owner, since, now, cancellationToken)
            : new DecidedTurn(caseId, id, since);
    }

    private async Task<bool> DecideAsync(
        LoadedNotice loaded, OutboxItem item, Guid owner, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (takedownCase, notice) = (loaded.Case, loaded.Notice);
        if (notice.State == NoticeState.Sending)
        {
            notice.LoseSight(item.Attempts, "Whoever was sending it went silent.", now);
            item.Wait(now + pace.ArchiveLag);
            return false;
        }

        if (SendingGuard.Check(takedownCase, notice, now) is { } reason)
        {
            notice.Stop(reason, Actor.System, now);
            item.Leave(sentAt: null);
            takedownCase.EndTasksOf(notice.Id, Actor.System, now);
            takedownCase.RaiseTask(new NewTask(TaskKind.NoticeStopped, TaskFor.Holder, now, Notice: notice.Id), Actor.System, now);
            return false;
        }

        if (await FullUntilAsync(item.RecipientIndex, now, cancellationToken) is { } until)
        {
            notice.HoldBack(until, now);
            item.Wait(until);
            return false;
        }

        item.Take(owner, now, now + pace.Lease);
        notice.BeginSending(item.Attempts, now);
        return true;
    }

    private async Task<DateTimeOffset?> FullUntilAsync(byte[] recipient, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hour = TimeSpan.FromHours(1);
        var from = now - hour;
        var last = await db.Outbox.AsNoTracking().Where(item => item.RecipientIndex == recipient && item.SentAt > from)
            .OrderByDescending(item => item.SentAt).Select(item => item.SentAt).Take(pace.PerRecipientAnHour).ToListAsync(cancellationToken);
        return last.Count < pace.PerRecipientAnHour ? null : last[^1] + hour;
    }

    // The entry "notice.sending" stands committed: it is what says that the notice was opened here.
    private async Task<SendTurn> TurnAsync(
        Notice notice, OutboxItem item, Guid owner, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var reading = new CaseReading(notice.CaseId, vault.Cipher, await vault.FindAsync(notice.CaseId, cancellationToken));
        var (recipient, mime) = Open(reading, notice);
        return new SendTurn(
            notice.CaseId, notice.Id, notice.MessageId!, since, owner, item.Attempts, recipient, Encoding.ASCII.GetBytes(mime), now);
    }

    // What cannot be read any more is a message without a byte: no transport sends that, and a person is told so, once. To
    // throw here would leave it to be lost sight of, doubted and taken up again for ever.
    private static (string Recipient, string Mime) Open(CaseReading reading, Notice notice)
    {
        try
        {
            return reading.OpenRecord<FrozenNotice>(SealedFields.NoticeFrozen(notice.Id), notice.Frozen)?.Recipient is { } recipient
                && reading.Open(SealedFields.NoticeMime(notice.Id), notice.Mime) is { } mime
                ? (recipient, mime)
                : ("", "");
        }
        catch (SealedFieldException)
        {
            return ("", "");
        }
    }
}
