using Microsoft.EntityFrameworkCore;
using TakedownCases.Data.Sql;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Notices;

namespace TakedownCases.Data.Notices;

/// <summary>Writes down what came of a sending: in the ledger, in the notice, in the clocks that it starts.</summary>
public sealed class OutboxAnswers(
    TakedownDbContext db, NoticeStore notices, CaseClockBook book, LegalBasisCatalogue bases, OutboxPace pace, TimeProvider clock)
{
    private const int MostTries = 20;

    /// <summary>False when it was no longer this worker's to say: another one has it, or a person decided.</summary>
    public Task<bool> SettleAsync(SendTurn turn, SendEnd end, AttemptEvidence evidence, CancellationToken cancellationToken)
        => ChangeAsync(turn, (loaded, item, now) => Settle(loaded, item, turn, end, evidence, now), cancellationToken);

    /// <summary>What the archive says of a notice of which nobody knows whether it left.</summary>
    public Task<bool> SettleAsync(ArchiveTurn turn, ArchiveSays answer, CancellationToken cancellationToken)
        => ChangeAsync(turn, (loaded, item, now) => Settle(loaded, item, answer, now), cancellationToken);

    private bool Settle(LoadedNotice loaded, OutboxItem item, SendTurn turn, SendEnd end, AttemptEvidence evidence, DateTimeOffset now)
    {
        var notice = loaded.Notice;
        var isOurs = item.Attempts == turn.Attempt
            && (item.Owner == turn.Owner || (notice.State == NoticeState.Unknown && end == SendEnd.Accepted));
        if (!isOurs || loaded.Notice.Frozen is null)
        {
            // Another one's, or of a case that was erased meanwhile: with its key went the place where the answer would rest.
            return false;
        }

        db.SendAttempts.Add(new SendAttempt(
            item, Guid.CreateVersion7(now), Codes.Of(end), evidence, turn.StartedAt, now));
        switch (end)
        {
            case SendEnd.Accepted:
                Accept(loaded, item, evidence.Reply, SentHow.Server, now, now);
                break;
            case SendEnd.Deferred when now - (item.FirstTriedAt ?? now) < pace.GiveUpAfter:
                var nextAt = now + OutboxPace.WaitAfter(item.Attempts);
                notice.Defer(item.Attempts, evidence.Reply, nextAt, now);
                item.Wait(nextAt);
                break;
            case SendEnd.Unknown:
                notice.LoseSight(item.Attempts, evidence.Reply, now);
                item.Wait(now + pace.ArchiveLag);
                break;
            default:
                notice.Reject(item.Attempts, evidence.Reply, now);
                item.Leave(sentAt: null);
                loaded.Case.RaiseTask(new NewTask(TaskKind.SendingRejected, TaskFor.Holder, now, Notice: notice.Id), Actor.System, now);
                break;
        }

        return true;
    }

    private bool Settle(LoadedNotice loaded, OutboxItem item, ArchiveSays answer, DateTimeOffset now)
    {
        var notice = loaded.Notice;
        if (notice.State != NoticeState.Unknown || notice.Frozen is null)
        {
            return false;
        }

        if (answer == ArchiveSays.Found)
        {
            Accept(loaded, item, "Our copy stands in the archive.", SentHow.Archive, item.TriedAt ?? now, now);
        }
        else if (answer == ArchiveSays.Unavailable)
        {
            item.Leave(sentAt: null);
            loaded.Case.RaiseTask(new NewTask(TaskKind.UnknownSending, TaskFor.Holder, now, Notice: notice.Id), Actor.System, now);
            return notice.LeaveToPerson(now).IsDone;
        }
        else if (item.NotInArchive + 1 < pace.ArchiveLooks)
        {
            notice.MissInArchive(now + pace.ArchiveLag, now);
            item.MissInArchive(now + pace.ArchiveLag);
        }
        else
        {
            notice.SendAgain(SentHow.Archive, Actor.System, now);
            item.SendAgain(now, SentHow.Archive);
        }

        return true;
    }

    /// <summary>A person found out whether an unknown or rejected notice left, and says what is to be done.</summary>
    public void Decide(LoadedNotice loaded, OutboxItem item, bool hasLeft, string why, Actor by, DateTimeOffset now)
    {
        if (hasLeft)
        {
            var at = item.TriedAt ?? now;
            loaded.Notice.Accept(item.Attempts, why, SentHow.Person, by, at, now);
            Depart(loaded, "sending", at, by, now);
            item.Leave(sentAt: at);
        }
        else
        {
            loaded.Notice.SendAgain(SentHow.Person, by, now);
            item.SendAgain(now, SentHow.Person);
            if (SendingGuard.Check(loaded.Case, loaded.Notice, now) is { } gone)
            {
                // It did not leave, and what it needs is gone meanwhile: it does not leave now either.
                loaded.Notice.Stop(gone, by, now);
                item.Leave(sentAt: null);
            }
        }
    }

    /// <summary>
    /// A person put it into the platform's form: its clocks start when that was, by the form's reference where it gave one.
    /// </summary>
    public Outcome LogFiling(
        LoadedNotice loaded, string? reference, bool hadNone, DateTimeOffset filedAt, Actor by, DateTimeOffset now)
    {
        var logged = loaded.Notice.LogFiling(reference, hadNone, filedAt, by, now);
        if (logged.IsDone)
        {
            Depart(loaded, reference is null ? "sending" : "form-reference", filedAt, by, now);
        }

        return logged;
    }

    /// <summary>Somebody stops what has not left; what was asked of people about it is asked no more.</summary>
    public Outcome Stop(LoadedNotice loaded, OutboxItem? item, Actor by, DateTimeOffset now)
    {
        var stopped = loaded.Notice.Stop(StopReason.ByStaff, by, now);
        if (stopped.IsDone)
        {
            item?.Leave(sentAt: null);
            loaded.Case.EndTasksOf(loaded.Notice.Id, by, now);
        }

        return stopped;
    }

    private void Accept(LoadedNotice loaded, OutboxItem item, string reply, SentHow how, DateTimeOffset at, DateTimeOffset now)
    {
        loaded.Notice.Accept(item.Attempts, reply, how, Actor.System, at, now);
        item.Leave(sentAt: at);
        Depart(loaded, how == SentHow.Server ? "server-acceptance" : "sending", at, Actor.System, now);
    }

    private void Depart(LoadedNotice loaded, string startedBy, DateTimeOffset from, Actor by, DateTimeOffset now)
    {
        var notice = loaded.Notice;
        switch (notice.Kind)
        {
            case NoticeKind.Preservation or NoticeKind.Complaint:
                // Neither asks the platform to remove anything: where its places stand and what we owe stays as it is.
                loaded.Case.EndTasksOf(loaded.Notice.Id, by, now);
                loaded.Case.StartClocks(NoticeDeparture.Starts(notice, loaded.Case, bases, book, from, startedBy), now);
                break;
            case NoticeKind.Reminder or NoticeKind.AskHost or NoticeKind.AskCdn or NoticeKind.AskRegistrar or NoticeKind.DeIndexing:
                // What is said to others than the platform changes nothing of how its places stand, and gives it no more time.
                loaded.Case.ReminderLeft(notice.Id, book.Start, by, now);
                break;
            default:
                var starts = NoticeDeparture.Starts(notice, loaded.Case, bases, book, from, startedBy);
                loaded.Case.NoticeLeft(notice.Id, [.. notice.Places.Select(place => place.Place)], starts, book.Start, by, now);
                break;
        }
    }

    private async Task<bool> ChangeAsync(
        OutboxTurn turn, Func<LoadedNotice, OutboxItem, DateTimeOffset, bool> change, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            db.StartAgain();
            var loaded = await notices.LoadAsync(turn.CaseId, turn.Notice, cancellationToken);
            var item = await db.Outbox.FindAsync([turn.CaseId, turn.Notice], cancellationToken);
            if (loaded is null || item is null || !change(loaded, item, clock.Now()))
            {
                return false;
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return true;
            }
            catch (DbUpdateException conflict) when (tries < MostTries && DatabaseErrors.IsConflict(conflict))
            {
                // Somebody worked on the case meanwhile: read it again and decide again.
            }
        }
    }
}
