using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.CaseFile.Ladder;

/// <summary>What came of opening one of these pages.</summary>
public sealed record LadderShown(OpeningStatus Status, string Number, LadderPage? Page = null);

/// <summary>Which case it is, for whom, and when.</summary>
public abstract record LadderPage(string Number, Track Track, bool IsOpen, Viewer Viewer, DateTimeOffset Now)
{
    public bool May(CaseAction action) => CasePermissions.May(Viewer, action);

    public string At(string path) => $"/staff/cases/{Number}/{path}";

    public Guid NextCommand() => CommandId.New(Now).Value;
}

/// <summary>The hold that is in force, whether one was asked for, and the form.</summary>
public sealed record HoldPage(string Number, Track Track, bool IsOpen, Viewer Viewer, DateTimeOffset Now)
    : LadderPage(Number, Track, IsOpen, Viewer, Now)
{
    public DateTimeOffset? Until { get; init; }

    public InvestigationHold? Hold { get; init; }

    public bool IsAsked { get; init; }

    public required HoldInput Input { get; init; }
}

/// <summary>The sites of a case that no directory knows, and what staff found out about each.</summary>
public sealed record SitesPage(string Number, Track Track, bool IsOpen, Viewer Viewer, DateTimeOffset Now)
    : LadderPage(Number, Track, IsOpen, Viewer, Now)
{
    public IReadOnlyList<SiteLine> Sites { get; init; } = [];

    public required SiteInput Input { get; init; }
}

/// <summary>One site by its host name, its places by number, its providers, and whether somebody is asked to find out who hosts it.</summary>
public sealed record SiteLine(Guid Place, string Host, IReadOnlyList<int> Places, IReadOnlyList<ProviderLine> Providers, bool IsHostAsked);

/// <summary>
/// Somebody behind a site; the reference of the last notice to them that was not stopped; whether one is being written or waits to leave, and
/// whether one can be asked for.
/// </summary>
public sealed record ProviderLine(
    ProviderRole Role, ProviderDetails? Details, DateTimeOffset RecordedAt, string? Notice, bool IsOnItsWay, bool CanBeAsked);

/// <summary>An authority asks to hold still.</summary>
public sealed class HoldInput : CommandForm
{
    public string? Authority { get; set; }

    public string? Reference { get; set; }

    public string? Reason { get; set; }

    /// <summary>The last day of the hold, as a date field sends it.</summary>
    public string? LastDay { get; set; }

    /// <summary>For another end of the hold in force: it begins with what that one says, and asks for the day.</summary>
    internal HoldInput Beginning(InvestigationHold hold)
        => Authority is null && Reason is null && LastDay is null
            ? new HoldInput { Authority = hold.Authority, Reference = hold.Reference, Reason = hold.Reason }
            : this;
}

/// <summary>Who hosts, delivers or registers a site.</summary>
public sealed class SiteInput : CommandForm
{
    public Guid Place { get; set; }

    public ProviderRole? Role { get; set; }

    public string? Name { get; set; }

    public string? Mail { get; set; }

    public string? Form { get; set; }

    public string? Country { get; set; }

    public string? FoundBy { get; set; }

    /// <summary>What is recorded for this role is wrong, or no longer true.</summary>
    public bool Replaces { get; set; }

    /// <summary>Why nobody can find out who hosts the site.</summary>
    public string? NotFound { get; set; }
}
