using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Access;

internal enum ViewerKind
{
    Anonymous,
    Staff,
    SurvivorKey,
    FilerKey,
}

/// <summary>Somebody in front of a browser: a member of staff, the holder of a key, or nobody we know.</summary>
internal sealed class AccessViewer(string name, ViewerKind kind, TestStaff? staff = null, string? holds = null)
{
    public string Name { get; } = name;

    public ViewerKind Kind { get; } = kind;

    public TestStaff? Account { get; } = staff;

    public StaffRole? Role => Account?.Viewer.Role;

    public bool Cleared => Account?.Viewer.ClearedForMinors == true;

    public StaffId? Staff => Account?.Viewer.Staff;

    /// <summary>The case whose key they came with.</summary>
    public string? Holds { get; } = holds;

    public WebSession? Session { get; set; }

    /// <summary>Said why, for every case that asks: true from the second round on.</summary>
    public bool GavePurpose { get; set; }

    public string Token { get; set; } = "";
}

/// <summary>What decides about access to one case at one moment, read past all of the app's own queries.</summary>
internal sealed record CaseFacts(
    string Name,
    CaseId Id,
    string Number,
    bool IsMinor,
    bool IsErased,
    Guid? Assignee,
    IReadOnlySet<Guid> Recused,
    IReadOnlyList<(Guid Staff, DateTimeOffset Until)> Glass,
    long Head);
