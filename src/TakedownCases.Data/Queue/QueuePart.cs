namespace TakedownCases.Data.Queue;

/// <summary>The parts of the queue; each is read along an index of its own.</summary>
public enum QueuePart
{
    /// <summary>What the viewer holds.</summary>
    Mine,

    /// <summary>What nobody holds.</summary>
    Free,

    /// <summary>Every case of the viewer's tracks; only for roles that see all.</summary>
    All,

    /// <summary>Whose earliest deadline has passed.</summary>
    Overdue,

    /// <summary>What came in an odd way and no person has looked at; imminent danger is in its own part besides.</summary>
    Unchecked,

    /// <summary>Danger now, or thoughts of suicide (mission S15).</summary>
    Danger,

    /// <summary>The minor track; only for those cleared for it.</summary>
    Minor,

    /// <summary>Open, but no clock runs: nothing would ever bring them up again (a bystander's, once reviewed).</summary>
    Quiet,
}
