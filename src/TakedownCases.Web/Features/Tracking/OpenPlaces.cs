using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>Opens the places of a case for a visit, and says of each where it stands.</summary>
public sealed class OpenPlaces(RecentOpenings openings, PlatformDirectory platforms, TimeProvider clock)
{
    /// <summary>Needs places and clocks. The places of a survivor with a key of their own are not shown to the filer.</summary>
    public async Task<IReadOnlyList<PlaceView>> ListAsync(
        TakedownCase found, KeyRights rights, IReadOnlyList<NoticeView> notices, CaseReading reading, CancellationToken cancellationToken)
    {
        var hidden = rights is { IsFiler: true, SurvivorSince: { } since }
            ? await openings.PlacesOfSurvivorAsync(found.Id, since, cancellationToken)
            : new HashSet<Guid>();
        var now = clock.GetUtcNow();
        var aboutPlace = notices.SelectMany(notice => notice.Places, (notice, place) => (Place: place, Notice: notice))
            .ToLookup(pair => pair.Place, pair => pair.Notice);
        var dueOf = found.Clocks.Where(one => one is { IsRunning: true, Kind: ClockKind.Removal, Place: not null })
            .GroupBy(one => one.Place!.Value).ToDictionary(group => group.Key, group => group.Min(one => one.DueAt));
        return [.. found.Places.Where(place => !hidden.Contains(place.Id.Value)).OrderBy(place => place.Ordinal).Select(place =>
        {
            var details = reading.OpenRecord<PlaceDetails>(SealedFields.PlaceDetails(place.Id), place.Details);
            var state = rights.SeesStatus || place.State == PlaceState.Withdrawn ? place.State : PlaceState.Filed;
            var until = rights.SeesNotices && dueOf.TryGetValue(place.Id, out var due) ? due : (DateTimeOffset?)null;
            var letters = aboutPlace[place.Id].ToList();
            return new PlaceView(
                place.Id,
                details?.AsTyped ?? "",
                (details?.Kind ?? "").ToLowerInvariant(),
                place.Platform is { } id ? platforms.Find(new PlatformId(id))?.Name : null,
                state)
            {
                Standing = PlaceView.StandingOf(state, letters),
                Since = state == PlaceState.Filed ? place.AddedAt : place.StateSince,
                Until = until,
                IsPast = until <= now,
                IsUnsent = letters.Exists(notice => notice.Stage == NoticeStage.Waiting),
                LeftAt = letters.Max(notice => notice.LeftAt),
            };
        })];
    }
}
