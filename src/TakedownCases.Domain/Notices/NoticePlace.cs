using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Notices;

/// <summary>One place that a notice names.</summary>
public sealed class NoticePlace
{
    private NoticePlace()
    {
    }

    internal NoticePlace(CaseId caseId, NoticeId notice, PlaceId place)
    {
        CaseId = caseId;
        Notice = notice;
        Place = place;
    }

    public CaseId CaseId { get; private set; }

    public NoticeId Notice { get; private set; }

    public PlaceId Place { get; private set; }
}
