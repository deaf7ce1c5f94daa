namespace TakedownCases.Domain.Ledger;

/// <summary>What a stream of the ledger records; the number is stored, so members are never renumbered.</summary>
public enum LedgerLane : short
{
    /// <summary>What was done to one case; the scope is the case.</summary>
    Case = 1,

    /// <summary>Who opened one case; the scope is the case.</summary>
    Read = 2,

    /// <summary>Which lists one member of staff was shown; the scope is that person.</summary>
    List = 3,

    /// <summary>One member of staff signing in and out; the scope is that person.</summary>
    Auth = 4,

    /// <summary>People, roles and settings; the scope is all zero.</summary>
    Admin = 5,

    /// <summary>What the installation did by itself; the scope is all zero.</summary>
    System = 6,
}
