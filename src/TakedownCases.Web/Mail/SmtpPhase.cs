namespace TakedownCases.Web.Mail;

/// <summary>How far an attempt came, in order.</summary>
internal enum SmtpPhase
{
    Connect,
    Tls,
    Greeting,
    Hello,
    StartTls,
    Auth,
    MailFrom,
    Recipient,
    Data,
    Body,

    /// <summary>The last dot was begun; what breaks from here on leaves us not knowing.</summary>
    Answer,
    Quit,
}
