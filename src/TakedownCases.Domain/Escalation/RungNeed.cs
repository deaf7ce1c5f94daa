namespace TakedownCases.Domain.Escalation;

/// <summary>What must hold for a rung to be climbed, beside consent; where it does not, the rung is skipped and says why.</summary>
public enum RungNeed
{
    /// <summary>No authority has asked us to hold still (practice P4).</summary>
    NoHold,

    /// <summary>The notice went by mail, so it can be followed by mail.</summary>
    MailChannel,

    /// <summary>The platform takes such notices in another way too.</summary>
    SecondChannel,
}
