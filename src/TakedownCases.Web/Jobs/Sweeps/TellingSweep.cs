using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Jobs;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Sql;
using TakedownCases.Data.Telling;
using TakedownCases.Domain;
using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Jobs.Sweeps;

/// <summary>
/// Tells staff what is due: decides who is told what, then hands the mails to the mail server one by one. A mail that does not
/// go waits by itself; the others go all the same.
/// </summary>
internal sealed partial class TellingSweep(
    TakedownDbContext db,
    TellingRound round,
    StaffMails mails,
    StaffMailWriter writer,
    INoticeTransport transport,
    Leftovers leftovers,
    TimeProvider clock,
    ILogger<TellingSweep> logger) : Sweep
{
    // A run ends after so long, though more is due: its heartbeat says that somebody sends.
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(30);

    public override async Task<SweepResult> RunAsync(CancellationToken cancellationToken)
    {
        var (written, lateness) = await DecideAsync(cancellationToken);
        var (sent, longest, delivered) = await SendAsync(cancellationToken);
        await leftovers.DeleteStaffMailsAsync(clock.Now() - StaffMails.KeptFor, cancellationToken);
        return new SweepResult(written + sent, longest > lateness ? longest : lateness) { Delivered = delivered };
    }

    public override async Task<Backlog> WaitingAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var owed = await Backlog.OfAsync(db.UntoldTasks.Where(untold => untold.NextAt <= now).Select(untold => untold.Since), cancellationToken);
        var written = await Backlog.OfAsync(db.StaffMails.Where(mail => mail.NextAt <= now).Select(mail => mail.NextAt!.Value), cancellationToken);
        var putOff = await db.StaffMails.Where(mail => mail.NextAt != null && mail.Attempts > 0 && mail.State != StaffMailState.Failed
                && !db.Heartbeats.Any(beat => beat.Sweep == JobTable.Telling.Id && beat.DeliveredAt >= mail.WrittenAt))
            .MinAsync(mail => (DateTimeOffset?)mail.WrittenAt, cancellationToken);
        return (owed + written) with { PutOffSince = putOff };
    }

    private async Task<(int Written, TimeSpan Lateness)> DecideAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await round.RunAsync(cancellationToken);
        }
        catch (DbUpdateException conflict) when (DatabaseErrors.IsConflict(conflict))
        {
            // Another process decided the same, or somebody made a case more urgent meanwhile: the next run looks again.
            return (0, TimeSpan.Zero);
        }
    }

    private async Task<(int Sent, TimeSpan Lateness, bool Delivered)> SendAsync(CancellationToken cancellationToken)
    {
        var (until, owner) = (clock.Now() + LongestRun, Guid.CreateVersion7(clock.Now()));
        var (done, lateness, delivered) = (0, TimeSpan.Zero, false);
        while (!cancellationToken.IsCancellationRequested && clock.Now() < until
            && await mails.TakeAsync(owner, cancellationToken) is { } turn)
        {
            var late = clock.Now() - turn.DueSince;
            lateness = late > lateness ? late : lateness;
            var state = await SendAsync(turn, cancellationToken);

            // What the server said is written down even when we are told to stop.
            var settled = await mails.SettleAsync(turn, EndOf(state), CancellationToken.None);
            Log.Sent(logger, turn.Id, turn.Attempt, Codes.Of(state), settled);
            (done, delivered) = (done + 1, delivered || state == SendState.Accepted);
        }

        return (done, lateness, delivered);
    }

    private async Task<SendState> SendAsync(StaffMailTurn turn, CancellationToken cancellationToken)
    {
        try
        {
            return (await transport.SendAsync(writer.Write(turn), cancellationToken)).State;
        }
        catch (ArgumentException ours)
        {
            // An address that no mail can be written to; the next in line is told.
            Log.NotSendable(logger, turn.Id, ours.GetType().Name);
            return SendState.Rejected;
        }
    }

    private static SendEnd EndOf(SendState state) => state switch
    {
        SendState.Accepted => SendEnd.Accepted,
        SendState.Deferred => SendEnd.Deferred,
        SendState.Rejected => SendEnd.Rejected,
        _ => SendEnd.Unknown,
    };

    private static partial class Log
    {
        [LoggerMessage(1071, LogLevel.Information, "Mail {Mail} to staff, attempt {Attempt}: {Outcome}; written down: {Written}")]
        public static partial void Sent(ILogger logger, Guid mail, int attempt, string outcome, bool written);

        [LoggerMessage(1072, LogLevel.Error, "Mail {Mail} to staff cannot be sent as it is: {Reason}")]
        public static partial void NotSendable(ILogger logger, Guid mail, string reason);
    }
}
