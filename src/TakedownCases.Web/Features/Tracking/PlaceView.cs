using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>One place: what was typed, and where it stands as far as this key may know.</summary>
public sealed record PlaceView(PlaceId Id, string Typed, string Kind, string? Platform, PlaceState State)
{
    // What keeps data or proof says nothing of where the place stands.
    private static readonly NoticeKind[] Silent = [NoticeKind.Preservation];

    /// <summary>Names the text that says where it stands.</summary>
    public required string Standing { get; init; }

    /// <summary>When that began; absent where nobody wrote it down.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Until when the platform has to act by a law that the letter names.</summary>
    public DateTimeOffset? Until { get; init; }

    public bool IsPast { get; init; }

    /// <summary>A letter about it is ready and has not left.</summary>
    public bool IsUnsent { get; init; }

    /// <summary>A letter about it has left, or may have, on that day.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>There is more to say than where it stands.</summary>
    public bool HasMore => Standing is not ("filed" or "checked" or "withdrawn" or "noticed" or "acknowledged");

    /// <summary>The look of its tag.</summary>
    public string Look => State switch
    {
        PlaceState.Checked or PlaceState.RemovedConfirmed => "ok",
        PlaceState.Withdrawn => "plain",
        PlaceState.Refused or PlaceState.AsksIdentity or PlaceState.Silent or PlaceState.Reappeared => "warn",
        _ => "info",
    };

    /// <summary>Where a place stands by its state and by what went out about it last.</summary>
    public static string StandingOf(PlaceState state, IEnumerable<NoticeView> aboutIt)
    {
        var last = aboutIt.Where(notice => notice.LeftAt is not null && !Silent.Contains(notice.Kind))
            .OrderBy(notice => notice.LeftAt).ThenBy(notice => notice.Number).LastOrDefault()?.Kind;
        return (state, last) switch
        {
            (PlaceState.Noticed or PlaceState.Silent or PlaceState.Refused, { } kind) when NoticeKinds.IsBesidePlatform(kind) => "others",
            (PlaceState.Noticed or PlaceState.Silent, NoticeKind.Reminder or NoticeKind.SecondChannel) => "again",
            (PlaceState.Noticed, NoticeKind.CounterIdentity) => "answered",
            (PlaceState.Noticed or PlaceState.Silent or PlaceState.Refused, NoticeKind.Complaint) => "authority",
            _ => state.ToString().ToLowerInvariant(),
        };
    }
}
