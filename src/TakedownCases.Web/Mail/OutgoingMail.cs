namespace TakedownCases.Web.Mail;

/// <summary>One mail to one recipient. <paramref name="Bytes"/> are frozen: they leave as they are, on every attempt.</summary>
internal sealed record OutgoingMail(string EnvelopeFrom, string Recipient, string MessageId, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Why it may never leave, before any server is asked; null when it may.</summary>
    /// <exception cref="ArgumentException">The bytes are not a mail that may be sent: a bug of ours.</exception>
    public SendResult? Refusal()
    {
        MailBytes.Check(Bytes.Span);
        return (EnvelopeAddress.Problem(EnvelopeFrom) ?? EnvelopeAddress.Problem(Recipient)) is { } problem
            ? SendResult.Own(SendState.Rejected, problem)
            : null;
    }
}
