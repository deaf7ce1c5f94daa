namespace TakedownCases.Domain.Escalation;

/// <summary>Why a rung was passed over. Stable: kept with the climbed rung, translated by pages.</summary>
public static class SkipCode
{
    public const string NoConsent = "no-consent";

    public const string NoMailChannel = "no-mail-channel";

    public const string NoSecondChannel = "no-second-channel";

    /// <summary>A hotline or the police have the case already.</summary>
    public const string AlreadyReferred = "already-referred";

    /// <summary>Another clock, or an earlier rung of the same run, has done the same for the same place.</summary>
    public const string AlreadyDone = "already-done";

    /// <summary>The platform has said no: nobody reminds it.</summary>
    public const string Answered = "answered";

    /// <summary>Nobody whom we know hears complaints about it.</summary>
    public const string NoAuthority = "no-authority";

    public static IReadOnlyList<string> All { get; } =
        [NoConsent, NoMailChannel, NoSecondChannel, AlreadyReferred, AlreadyDone, Answered, NoAuthority];
}
