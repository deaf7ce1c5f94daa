using TakedownCases.Data.Desk;
using TakedownCases.Domain;

namespace TakedownCases.Web.Features.Escalations;

/// <summary>The tabs of the board, the same on each of its pages: what is overdue, and each shelf of notices, with their counts.</summary>
public sealed class BoardTabs(DeskWords words)
{
    /// <summary><paramref name="current"/> is null on the page of deadlines kept.</summary>
    public IReadOnlyList<DeskTab> Of(DeskSurroundings beside, DeskPart? current) =>
    [
        .. Enum.GetValues<DeskPart>().Select(part => new DeskTab(
            words.Part(part),
            new EscalationsAsk { Tab = Codes.Of(part) }.ToAddress(),
            part == current,
            words.Count(DeskParts.ShelfOf(part) is { } shelf ? beside.Shelves[shelf] : beside.Overdue))),
    ];
}
