using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Notices;

/// <summary>Looks once more, at the last moment before a notice leaves, whether it still may (practice P13).</summary>
public static class SendingGuard
{
    /// <summary>Why it must not leave; null when it may.</summary>
    public static StopReason? Check(TakedownCase takedownCase, Notice notice, DateTimeOffset now)
    {
        if (takedownCase.State == CaseState.Erased)
        {
            return StopReason.CaseErased;
        }

        if (!takedownCase.IsOpen)
        {
            return takedownCase.State == CaseState.Closed ? StopReason.CaseClosed : StopReason.CaseWithdrawn;
        }

        if (takedownCase.IsOnHold(now))
        {
            return StopReason.InvestigationHold;
        }

        if (takedownCase.Track != notice.Track)
        {
            return StopReason.TrackMoved;
        }

        if (!takedownCase.HasConsent(NoticeKinds.ConsentFor(notice.Kind)))
        {
            return StopReason.ConsentWithdrawn;
        }

        var named = notice.Places.Select(place => place.Place).ToHashSet();
        var places = takedownCase.Places.Where(place => named.Contains(place.Id)).Select(place => place.State).ToList();
        return places.Contains(PlaceState.Withdrawn) ? StopReason.PlaceWithdrawn
            : NoticeKinds.IsAboutRemoval(notice.Kind) && places.Exists(PlaceStates.IsGone) ? StopReason.PlaceGone
            : null;
    }
}
