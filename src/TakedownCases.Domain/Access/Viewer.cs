using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Access;

/// <summary>A signed-in member of staff as access rules see them.</summary>
public sealed record Viewer(StaffId Staff, StaffRole Role, bool ClearedForMinors)
{
    public Actor AsActor() => Actor.OfStaff(Staff, Role.ToString().ToLowerInvariant());

    public bool IsClearedFor(Track track) => track == Track.Adult || ClearedForMinors;
}
