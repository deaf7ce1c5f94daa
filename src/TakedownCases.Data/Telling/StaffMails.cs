using Microsoft.EntityFrameworkCore;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Sql;
using TakedownCases.Domain.Escalation.Telling;

namespace TakedownCases.Data.Telling;

/// <summary>
/// Hands mails to staff to workers, one at a time, and takes what came of it, as the outbox does with notices. None is sent a
/// second time when nobody knows whether it arrived: a digest is followed by tomorrow's, which counts the same tasks, and what
/// could not wait for one is told to the next in line instead. So nobody gets two and nothing is dropped.
/// </summary>
public sealed class StaffMails(TakedownDbContext db, OutboxPace pace, TimeProvider clock)
{
    /// <summary>A server that cannot take a mail for so long: tomorrow's digest, or the next in line, is better.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(24);

    /// <summary>The same where danger is imminent: somebody else's mail server may take it now.</summary>
    public static readonly TimeSpan GiveUpInDangerAfter = TimeSpan.FromMinutes(30);

    /// <summary>How long it is kept who was told of what.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    /// <summary>The next mail to send, with the intent committed; null when none is due.</summary>
    public async Task<StaffMailTurn?> TakeAsync(Guid owner, CancellationToken cancellationToken)
    {
        while (true)
        {
            db.StartAgain();
            var now = clock.Now();
            if (await db.StaffMails.Where(mail => mail.NextAt <= now).OrderBy(mail => mail.NextAt).ThenBy(mail => mail.Id)
                .FirstOrDefaultAsync(cancellationToken) is not { } mail)
            {
                return null;
            }

            var (since, again) = (mail.NextAt ?? now, mail.State == StaffMailState.Failed);
            var person = await db.Users.AsNoTracking().Where(user => user.Id == mail.Staff.Value && user.DisabledAt == null)
                .Select(user => new { user.Email, user.Language }).SingleOrDefaultAsync(cancellationToken);
            if (mail.State == StaffMailState.Sending)
            {
                // Whoever was sending it went silent, maybe after the last dot.
                await EndAsync(mail, StaffMailState.Unknown, now, cancellationToken);
            }
            else if (person?.Email is null)
            {
                await EndAsync(mail, StaffMailState.Failed, now, cancellationToken);
            }
            else if (mail.State == StaffMailState.Queued && GiveUpAt(mail) <= now)
            {
                // We stood still meanwhile: what it says is no longer so, and whoever it is for was not out of reach.
                await TellAnewAsync(mail, StaffMailState.Failed, now, cancellationToken);
            }
            else
            {
                mail.Take(owner, now + pace.Lease);
            }

            if (await TrySaveAsync(cancellationToken) && mail.State == StaffMailState.Sending)
            {
                return new StaffMailTurn(
                    mail.Id, owner, mail.Attempts, since, person!.Email!, person.Language, mail.DigestDay is not null, mail.CountsOnly,
                    mail.Counts, mail.WrittenAt, again);
            }
        }
    }

    /// <summary>Writes down what came of it. False when it was no longer this worker's to say.</summary>
    public async Task<bool> SettleAsync(StaffMailTurn turn, SendEnd end, CancellationToken cancellationToken)
    {
        while (true)
        {
            db.StartAgain();
            var now = clock.Now();
            if (await db.StaffMails.FindAsync([turn.Id], cancellationToken) is not { State: StaffMailState.Sending } mail
                || mail.Owner != turn.Owner || mail.Attempts != turn.Attempt)
            {
                return false;
            }

            var next = now + OutboxPace.WaitAfter(mail.Attempts);
            if (end == SendEnd.Deferred && !turn.Again && next < GiveUpAt(mail))
            {
                mail.Wait(next);
            }
            else
            {
                await EndAsync(mail, end switch
                {
                    SendEnd.Accepted => StaffMailState.Sent,
                    SendEnd.Unknown => StaffMailState.Unknown,
                    _ => StaffMailState.Failed,
                }, now, cancellationToken);
            }

            if (await TrySaveAsync(cancellationToken))
            {
                return true;
            }
        }
    }

    /// <summary>
    /// Ends all that a restored copy shows as waiting, since it may have left after the backup and is old by now. What it told
    /// is told anew. Returns how many; done again, it finds none.
    /// </summary>
    public async Task<int> EndRestoredAsync(CancellationToken cancellationToken)
    {
        var waiting = await db.StaffMails.AsNoTracking().Where(mail => mail.NextAt != null).Select(mail => mail.Id).ToListAsync(cancellationToken);
        foreach (var id in waiting)
        {
            db.StartAgain();
            if (await db.StaffMails.FindAsync([id], cancellationToken) is { } mail)
            {
                await TellAnewAsync(mail, StaffMailState.Unknown, clock.Now(), cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }
        }

        db.StartAgain();
        return waiting.Count;
    }

    private async Task EndAsync(StaffMail mail, StaffMailState state, DateTimeOffset now, CancellationToken cancellationToken)
    {
        mail.End(state);
        if (state != StaffMailState.Unknown
            && await db.StaffTellings.FindAsync([mail.Staff], cancellationToken) is { } telling
            && telling.UnreachableSince is null == (state == StaffMailState.Failed))
        {
            telling.Reach(state == StaffMailState.Sent, now);
        }

        if (state != StaffMailState.Sent)
        {
            await PassOnAsync(mail, now, cancellationToken);
        }
    }

    // What it told is open again: the next round finds somebody whom no mail about it has failed to reach.
    private async Task PassOnAsync(StaffMail mail, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var one in await db.ToldTasks.AsNoTracking().Where(one => one.Mail == mail.Id).ToListAsync(cancellationToken))
        {
            await OweAsync(one, now, cancellationToken);
        }
    }

    // As if it had never been written: the next round tells the same people, by what is true then.
    private async Task TellAnewAsync(StaffMail mail, StaffMailState state, DateTimeOffset now, CancellationToken cancellationToken)
    {
        mail.End(state);
        foreach (var one in await db.ToldTasks.Where(one => one.Mail == mail.Id).ToListAsync(cancellationToken))
        {
            db.ToldTasks.Remove(one);
            await OweAsync(one, now, cancellationToken);
        }
    }

    private async Task OweAsync(ToldTask told, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.UntoldTasks.FindAsync([told.CaseId, told.Task], cancellationToken) is { } waiting)
        {
            waiting.Hasten(now);
        }
        else
        {
            db.UntoldTasks.Add(new UntoldTask(told.CaseId, told.Task, now));
        }
    }

    private static DateTimeOffset GiveUpAt(StaffMail mail) => mail.WrittenAt + (mail.Danger > 0 ? GiveUpInDangerAfter : GiveUpAfter);

    private async Task<bool> TrySaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException conflict) when (DatabaseErrors.IsConflict(conflict))
        {
            return false;
        }
    }
}

/// <summary>
/// Write this mail and hand it to the mail server. <paramref name="Owner"/> and <paramref name="Attempt"/> fence the answer.
/// <paramref name="Again"/>: it had failed already, and counts as failed until it is accepted.
/// </summary>
public sealed record StaffMailTurn(
    Guid Id,
    Guid Owner,
    int Attempt,
    DateTimeOffset DueSince,
    string Recipient,
    string Language,
    bool IsDigest,
    bool CountsOnly,
    TaskCounts Counts,
    DateTimeOffset WrittenAt,
    bool Again = false);
