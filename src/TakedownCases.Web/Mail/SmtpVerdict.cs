namespace TakedownCases.Web.Mail;

/// <summary>What a reply means for the mail.</summary>
internal static class SmtpVerdict
{
    public static SendState Of(SmtpPhase phase, int code) => code switch
    {
        >= 200 and < 300 when phase == SmtpPhase.Answer => SendState.Accepted,
        >= 400 and < 500 => SendState.Deferred,
        >= 500 when IsOurFault(phase, code) => SendState.Deferred,
        >= 500 => SendState.Rejected,

        // An answer that is none: 354 after the last dot leaves us not knowing, anything else was before it.
        _ when phase == SmtpPhase.Answer => SendState.Unknown,
        _ => SendState.Deferred,
    };

    /// <summary>
    /// The server refused us before it heard of any mail, or asks for another sign-in: our settings are wrong, not the notice,
    /// and when they are mended it can go.
    /// </summary>
    public static bool IsOurFault(SmtpPhase phase, int code)
        => code >= 500 && (phase < SmtpPhase.MailFrom || code is 530 or 534 or 535 or 538);
}
