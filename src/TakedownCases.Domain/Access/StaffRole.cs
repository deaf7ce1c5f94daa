namespace TakedownCases.Domain.Access;

/// <summary>What a member of staff is here for. One role an account; clearance for the minor track is granted apart.</summary>
public enum StaffRole
{
    /// <summary>Sorts what arrives and sees little: a projection without any words.</summary>
    Triage,

    /// <summary>Works cases.</summary>
    Advocate,

    /// <summary>Sees all cases of the tracks they are cleared for, and is the second person.</summary>
    Supervisor,

    /// <summary>Reads history and exports it.</summary>
    Legal,

    /// <summary>Manages people and settings, and reads no case.</summary>
    Admin,
}
