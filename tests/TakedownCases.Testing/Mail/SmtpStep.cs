namespace TakedownCases.Testing.Mail;

/// <summary>Where a <see cref="FaultySmtpServer"/> can go wrong, in the order of a conversation.</summary>
public enum SmtpStep
{
    Greeting,
    Hello,
    StartTls,
    Tls,

    /// <summary>EHLO again, after STARTTLS.</summary>
    SecureHello,
    Auth,
    MailFrom,
    Recipient,
    Data,

    /// <summary>While the mail's text comes in, before its last dot.</summary>
    Body,

    /// <summary>After the last dot.</summary>
    Dot,
    Quit,
}
