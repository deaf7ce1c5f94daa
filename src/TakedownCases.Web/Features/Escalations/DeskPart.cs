using TakedownCases.Data.Desk;

namespace TakedownCases.Web.Features.Escalations;

/// <summary>The tabs of the page of escalations.</summary>
public enum DeskPart
{
    Overdue,
    Drafted,
    Second,
    Form,
}

/// <summary>Which shelf of notices stands behind a tab.</summary>
public static class DeskParts
{
    public static NoticeShelf? ShelfOf(DeskPart part) => part switch
    {
        DeskPart.Drafted => NoticeShelf.Drafted,
        DeskPart.Second => NoticeShelf.AwaitsSecond,
        DeskPart.Form => NoticeShelf.ToFile,
        _ => null,
    };
}
