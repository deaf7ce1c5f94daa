using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Queue;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Platforms;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Queue;

/// <summary>One case for whoever sorts: the same columns as the list, nothing the person wrote.</summary>
public sealed class ShowSorting(
    CaseQueue queue, ReadLog log, StaffSession session, PlatformDirectory directory, Languages languages, TimeProvider clock)
{
    public async Task<SortingPage?> HandleAsync(string number, CancellationToken cancellationToken)
    {
        var viewer = session.Viewer;
        if (!CasePermissions.May(viewer, CaseAction.ChangeSeverity) || !CaseNumber.TryParse(number, out var read)
            || await queue.FindAsync(viewer, read, cancellationToken) is not { } found)
        {
            return null;
        }

        await log.ListAsync(viewer, "queue.sorting", [found.Id], cancellationToken);
        var platforms = (await queue.PlatformsAsync([found.Id], cancellationToken))[found.Id];
        return new SortingPage(
            found,
            [.. platforms.Select(platform => directory.Find(new PlatformId(platform))?.Name ?? platform)],
            languages.Find(found.Language)?.Name ?? found.Language,
            viewer.ClearedForMinors,
            clock.Now());
    }
}

/// <summary>What the page for sorting shows.</summary>
public sealed record SortingPage(
    QueueRow Case, IReadOnlyList<string> Platforms, string Language, bool ShowsTrack, DateTimeOffset Now);
