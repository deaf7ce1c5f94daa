using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Jobs;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Sql;
using TakedownCases.Domain;
using TakedownCases.Domain.Notices;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Jobs.Sweeps;

/// <summary>
/// Empties the outbox: what is due is handed to the mail server, one notice and one recipient at a time, and what nobody
/// knows about is looked for in the archive. Stopping it, or killing it, leaves a lease that runs out.
/// </summary>
internal sealed partial class SendingSweep(
    TakedownDbContext db,
    Outbox outbox,
    OutboxAnswers answers,
    INoticeTransport transport,
    ISentArchive archive,
    MailSender sender,
    TakedownMetrics metrics,
    TimeProvider clock,
    ILogger<SendingSweep> logger) : Sweep
{
    // A run ends after so long, though more is due: its heartbeat says that somebody sends.
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(30);

    public override async Task<SweepResult> RunAsync(CancellationToken cancellationToken)
    {
        var until = clock.Now() + LongestRun;
        var owner = Guid.CreateVersion7(clock.Now());
        var passed = new HashSet<Guid>();
        var (done, lateness, delivered) = (0, TimeSpan.Zero, false);
        while (!cancellationToken.IsCancellationRequested && clock.Now() < until)
        {
            OutboxTurn? turn;
            try
            {
                turn = await outbox.TakeAsync(owner, passed, cancellationToken);
            }
            catch (DbUpdateException conflict) when (DatabaseErrors.IsConflict(conflict))
            {
                // A person changed the case at the same moment: their change is looked at first.
                continue;
            }

            if (turn is null)
            {
                break;
            }

            var late = clock.Now() - turn.DueSince;
            lateness = late > lateness ? late : lateness;
            delivered |= await GoOnAsync(turn, passed, cancellationToken);
            done++;
        }

        return new SweepResult(done, lateness) { Delivered = delivered };
    }

    public override async Task<Backlog> WaitingAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var waiting = await Backlog.OfAsync(db.Outbox.Where(item => item.NextAt <= now).Select(item => item.NextAt!.Value), cancellationToken);

        // Tried, still on its way, and nothing was taken since; an answer that nobody knows is the archive's matter, and no delay.
        var taken = await db.Heartbeats.Where(beat => beat.Sweep == JobTable.Sending.Id).Select(beat => beat.DeliveredAt).FirstOrDefaultAsync(cancellationToken)
            ?? await db.Outbox.MaxAsync(item => item.SentAt, cancellationToken);
        var tried = db.Outbox.Where(item => item.NextAt != null && item.Attempts > 0 && db.Notices.Any(notice => notice.CaseId == item.CaseId
            && notice.Id == item.Notice && (notice.State == NoticeState.Queued || notice.State == NoticeState.Sending)));
        var putOff = await (taken is null ? tried : tried.Where(item => item.FirstTriedAt > taken)).MinAsync(item => item.FirstTriedAt, cancellationToken);
        return waiting with { PutOffSince = putOff };
    }

    /// <summary>Whether a mail server took something.</summary>
    private async Task<bool> GoOnAsync(OutboxTurn turn, HashSet<Guid> passed, CancellationToken cancellationToken)
    {
        switch (turn)
        {
            case SendTurn send:
                var result = await SendAsync(send, cancellationToken);
                var evidence = new AttemptEvidence(result.Reply, result.Peer, result.Tls, result.Transcript);

                // What the server said is written down even when we are told to stop.
                var written = await answers.SettleAsync(send, EndOf(result.State), evidence, CancellationToken.None);
                metrics.NoticeLeft(Codes.Of(result.State));
                Log.Sent(logger, send.Notice.Value, send.Attempt, Codes.Of(result.State), written);
                return result.State == SendState.Accepted;
            case ArchiveTurn ask:
                var answer = await archive.FindAsync(ask.MessageId, cancellationToken);
                await answers.SettleAsync(ask, SaysOf(answer), CancellationToken.None);
                passed.Add(ask.Notice.Value);
                break;
            case BrokenTurn broken:
                // One notice that cannot be worked on must not keep all others back.
                Log.Broken(logger, broken.Notice.Value, broken.Trouble.GetType().Name, broken.Trouble.StackTrace);
                passed.Add(broken.Notice.Value);
                break;
            default:
                passed.Add(turn.Notice.Value);
                break;
        }

        return false;
    }

    private async Task<SendResult> SendAsync(SendTurn send, CancellationToken cancellationToken)
    {
        try
        {
            return await transport.SendAsync(
                new OutgoingMail(sender.Address, send.Recipient, send.MessageId, send.Bytes), cancellationToken);
        }
        catch (ArgumentException ours)
        {
            // Frozen bytes stay as they are: what may not be sent today may not be sent tomorrow, and a person must know.
            Log.NotSendable(logger, send.Notice.Value, ours.GetType().Name);
            return SendResult.Own(SendState.Rejected, "The message was not written in a form that may be sent. Write it again.");
        }
    }

    private static SendEnd EndOf(SendState state) => state switch
    {
        SendState.Accepted => SendEnd.Accepted,
        SendState.Deferred => SendEnd.Deferred,
        SendState.Rejected => SendEnd.Rejected,
        _ => SendEnd.Unknown,
    };

    private static ArchiveSays SaysOf(ArchiveAnswer answer) => answer switch
    {
        ArchiveAnswer.Found => ArchiveSays.Found,
        ArchiveAnswer.NotFound => ArchiveSays.NotFound,
        _ => ArchiveSays.Unavailable,
    };

    private static partial class Log
    {
        [LoggerMessage(1062, LogLevel.Error, "Notice {Notice} may not be sent as it was written: {Reason}")]
        public static partial void NotSendable(ILogger logger, Guid notice, string reason);

        [LoggerMessage(1063, LogLevel.Error, "Notice {Notice} could not be worked on: {Reason}\n{Stack}")]
        public static partial void Broken(ILogger logger, Guid notice, string reason, string? stack);

        [LoggerMessage(1060, LogLevel.Information, "Notice {Notice}, attempt {Attempt}: {Outcome}; written down: {Written}")]
        public static partial void Sent(ILogger logger, Guid notice, int attempt, string outcome, bool written);
    }
}
