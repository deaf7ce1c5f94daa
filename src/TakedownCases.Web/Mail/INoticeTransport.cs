namespace TakedownCases.Web.Mail;

/// <summary>Sends one mail once.</summary>
internal interface INoticeTransport
{
    /// <summary>Does not throw for what a server, a network or a disk does, nor when it is told to stop: the result says it.</summary>
    /// <exception cref="ArgumentException">The bytes are not a mail that may be sent: a bug of ours.</exception>
    Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}
