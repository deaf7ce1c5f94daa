using TakedownCases.Data.Desk;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Escalation;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Escalations;

/// <summary>The codes of tasks, deadlines and notices in the reader's words.</summary>
public sealed class DeskWords(T texts, PlatformDirectory directory, LawNames laws, AuthorityNames authorities)
{
    public string Recipient(string authority) => authorities.Of(authority);

    // @keys escalations.task.*
    public string Task(TaskKind kind) => texts["escalations.task." + Codes.Of(kind)];

    // @keys escalations.clock.*
    public string Clock(ClockKind kind) => texts["escalations.clock." + Codes.Of(kind)];

    /// <summary>The law a deadline is counted by, or that it is ours.</summary>
    public string CountedBy(OverdueRow row) => laws.CountedBy(row.Basis, row.BasisVersion);

    // @keys escalations.step.*
    public string Step(RungAction action) => texts["escalations.step." + Codes.Of(action)];

    // @keys escalations.skipped.*
    public string Skipped(string code) => texts["escalations.skipped." + code];

    // @keys escalations.age.*
    public string Age(OverdueAge age) => texts["escalations.age." + Codes.Of(age)];

    // @keys escalations.severity.*
    public string Severity(Severity severity) => texts["escalations.severity." + Codes.Of(severity)];

    // @keys escalations.part.*
    public string Part(DeskPart part) => texts["escalations.part." + Codes.Of(part)];

    // @keys escalations.empty.*
    public string Empty(DeskPart part) => texts["escalations.empty." + Codes.Of(part)];

    // @keys escalations.shelf.*
    public string Shelf(NoticeShelf shelf) => texts["escalations.shelf." + Codes.Of(shelf)];

    // @keys escalations.shelf-empty.*
    public string ShelfEmpty(NoticeShelf shelf) => texts["escalations.shelf-empty." + Codes.Of(shelf)];

    // @keys escalations.notice.*
    public string Notice(NoticeKind kind) => texts["escalations.notice." + Codes.Of(kind)];

    // @keys escalations.stopped.*
    public string Stopped(StopReason reason) => texts["escalations.stopped." + Codes.Of(reason)];

    // @keys escalations.channel.*
    public string Channel(ChannelKind kind) => texts["escalations.channel." + Codes.Of(kind)];

    // @keys escalations.note.*
    public string Note(string code) => texts["escalations.note." + code];

    /// <summary>A platform's name; its id where the directory does not know it, "ours" for our own deadlines.</summary>
    public string Platform(string? id) => id switch
    {
        null or OverdueFilter.Ours => texts["escalations.ours"],
        PlatformId.Unlisted => texts["escalations.elsewhere"],
        _ => directory.Find(new PlatformId(id))?.Name ?? id,
    };

    /// <summary>A count as it is shown; it stops where counting did.</summary>
    public string Count(int count, bool more = false)
    {
        var shown = texts.Number(Math.Min(count, DeskLimits.MostCounted));
        return more || count > DeskLimits.MostCounted ? texts["escalations.more-than", ("count", shown)] : shown;
    }
}
