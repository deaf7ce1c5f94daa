namespace TakedownCases.Domain.Cases;

/// <summary>How soon a person must look. The most urgent stands first in every queue (mission S8, S15).</summary>
public enum Severity
{
    /// <summary>The ordinary clocks.</summary>
    Standard,

    /// <summary>Threats, blackmail, or spreading fast.</summary>
    Urgent,

    /// <summary>Danger now, or thoughts of suicide: ignores quiet hours.</summary>
    Imminent,
}

/// <summary>Severity as the filing's three early questions give it (practice P2).</summary>
public static class SeverityRule
{
    public static Severity Of(DangerAnswers danger)
    {
        if (danger.DangerNow == true || danger.ThoughtsOfSuicide == true)
        {
            return Severity.Imminent;
        }

        return danger.Threatened == true ? Severity.Urgent : Severity.Standard;
    }
}

/// <summary>The early questions on danger; null is "not answered", which is always allowed.</summary>
public sealed record DangerAnswers(bool? DangerNow = null, bool? Threatened = null, bool? ThoughtsOfSuicide = null);
