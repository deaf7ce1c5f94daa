namespace TakedownCases.Domain.Cases;

/// <summary>Who files, in relation to the person depicted (practice P7 to P9).</summary>
public enum FilerKind
{
    /// <summary>The person depicted.</summary>
    Survivor,

    /// <summary>A parent, guardian, advocate or helper: sees only what they wrote until their authority was checked.</summary>
    Representative,

    /// <summary>Family of someone who died.</summary>
    Family,

    /// <summary>Somebody who came across it: gets a receipt, no status, no messages.</summary>
    Bystander,
}
