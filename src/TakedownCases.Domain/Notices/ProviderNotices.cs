using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Notices;

/// <summary>What was written to whoever hosts, delivers or registers a site.</summary>
public static class ProviderNotices
{
    public static NoticeKind KindFor(ProviderRole role) => role switch
    {
        ProviderRole.Host => NoticeKind.AskHost,
        ProviderRole.Cdn => NoticeKind.AskCdn,
        _ => NoticeKind.AskRegistrar,
    };

    /// <summary>
    /// The last notice of <paramref name="written"/> to whoever is recorded in that role for the site of a place; one that was stopped or refused
    /// is none, nor is one to whoever was recorded before. Needs places and providers loaded, and the places of the notices.
    /// </summary>
    public static Notice? Last(TakedownCase subject, PlaceId place, ProviderRole role, IEnumerable<Notice> written)
        => subject.ProvidersOf(subject.Places.FirstOrDefault(one => one.Id == place)).FirstOrDefault(provider => provider.Role == role) is { } provider
            ? written.Where(notice => notice.Kind == KindFor(role) && notice.State is not (NoticeState.Stopped or NoticeState.Rejected)
                && notice.CreatedAt >= provider.RecordedAt && notice.Places.Any(named => subject.AreOnOneSite(named.Place, place))).MaxBy(notice => notice.CreatedAt)
            : null;
}
