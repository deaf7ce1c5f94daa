namespace TakedownCases.Domain.Cases;

/// <summary>
/// That a case was handed to somebody outside at <paramref name="At"/>: who it was, and the consent that names them (practice P12).
/// </summary>
public sealed record Handover(ConsentAction Consent, string Recipient, DateTimeOffset At)
{
    /// <summary>It was a hotline or the police: the first step of the minor track (practice P4).</summary>
    public bool IsFirstStep { get; init; }

    public string? Reference { get; init; }

    /// <summary>The duty that compelled it; null for another ground.</summary>
    public string? Duty { get; init; }

    public bool IsByTwoPeople { get; init; }

    public ReferralId? Referral { get; init; }
}
