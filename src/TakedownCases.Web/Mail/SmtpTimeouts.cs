namespace TakedownCases.Web.Mail;

/// <summary>
/// How long each step may take. RFC 5321 (4.5.3.2) asks for minutes everywhere, because it speaks to strangers; ours is a
/// submission server we know. Only the wait after the last dot is as long as there: giving up early means not knowing.
/// </summary>
internal static class SmtpTimeouts
{
    /// <summary>No attempt takes longer than this. The lease of a mail that is being sent must be longer.</summary>
    public static TimeSpan Longest { get; }
        = Enum.GetValues<SmtpPhase>().Aggregate(TimeSpan.Zero, (sum, phase) => sum + (Of(phase) * MostTimes(phase)));

    public static TimeSpan Of(SmtpPhase phase) => phase switch
    {
        SmtpPhase.Connect or SmtpPhase.Tls or SmtpPhase.StartTls or SmtpPhase.Hello or SmtpPhase.Auth => TimeSpan.FromSeconds(30),
        SmtpPhase.Greeting or SmtpPhase.MailFrom or SmtpPhase.Recipient or SmtpPhase.Data => TimeSpan.FromMinutes(1),
        SmtpPhase.Body => TimeSpan.FromMinutes(3),
        SmtpPhase.Answer => TimeSpan.FromMinutes(10),
        SmtpPhase.Quit => TimeSpan.FromSeconds(5),
        _ => throw new ArgumentOutOfRangeException(nameof(phase)),
    };

    // EHLO, and HELO where a server knows no EHLO, before and after STARTTLS; AUTH, name, password; RSET and QUIT.
    private static int MostTimes(SmtpPhase phase) => phase switch
    {
        SmtpPhase.Hello => 4,
        SmtpPhase.Auth => 3,
        SmtpPhase.Quit => 2,
        _ => 1,
    };
}
