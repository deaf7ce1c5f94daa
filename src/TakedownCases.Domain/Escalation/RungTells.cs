namespace TakedownCases.Domain.Escalation;

/// <summary>Whose task a rung becomes.</summary>
public enum RungTells
{
    /// <summary>Whoever holds the case.</summary>
    Assignee,

    Supervisors,
}

/// <summary>How many people must say yes before what a rung prepares leaves the house.</summary>
public enum RungApproval
{
    /// <summary>Nobody again: a person approved the notice that it repeats. For telling people here, too.</summary>
    None,

    One,

    /// <summary>Two, whoever the recipient is and however often the house wrote there.</summary>
    Two,
}
