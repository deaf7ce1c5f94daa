namespace TakedownCases.Domain.Cases;

/// <summary>On whose behalf something is done.</summary>
public enum ActorKind
{
    /// <summary>The person depicted, with their key.</summary>
    Survivor,

    /// <summary>Whoever filed, before or instead of the survivor.</summary>
    Filer,

    /// <summary>A member of staff.</summary>
    Staff,

    /// <summary>A sweep.</summary>
    System,

    /// <summary>The operator at the command line.</summary>
    Console,
}

/// <summary>
/// Who acts. Survivors and filers have no id: the ledger says "with the survivor's key", never who they are.
/// <paramref name="Role"/> is the staff role's code at the time of the act.
/// </summary>
public sealed record Actor(ActorKind Kind, StaffId? Staff = null, string? Role = null)
{
    public static Actor Survivor { get; } = new(ActorKind.Survivor);

    public static Actor Filer { get; } = new(ActorKind.Filer);

    public static Actor System { get; } = new(ActorKind.System);

    public static Actor Console { get; } = new(ActorKind.Console);

    public static Actor OfStaff(StaffId staff, string role) => new(ActorKind.Staff, staff, role);
}
