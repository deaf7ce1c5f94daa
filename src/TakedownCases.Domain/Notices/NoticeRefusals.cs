namespace TakedownCases.Domain.Notices;

/// <summary>Every reason why facts cannot become a notice, in one place.</summary>
internal static class NoticeRefusals
{
    public static Refusal Language { get; } = new("notice.language", "Notices are written in English or French.");

    public static Refusal NoReference { get; } = new("notice.no-reference", "A notice carries a reference of its own.");

    public static Refusal TooManyPlaces { get; } = new("notice.too-many-places", $"A notice names at most {NoticeLimits.Places} places.");

    public static Refusal DoubledPlace { get; } = new("notice.doubled-place", "Each place of a notice has a number of its own.");

    public static Refusal TooLong { get; } = new("notice.too-long", "One of the texts of this notice is longer than a notice may carry.");

    public static Refusal MinorSignsNothing { get; } = new(
        "notice.minor-signs-nothing", "On the minor track nobody signs but the organisation.");

    public static Refusal MinorFreeText { get; } = new(
        "notice.minor-free-text", "Notices of the minor track carry no free text: words could give away who the person is.");

    public static Refusal MadeAsChild { get; } = new(
        "notice.made-as-child", "The person was under 18 when it was made: this belongs on the minor track.");

    public static Refusal Incomplete(IReadOnlyList<MissingElement> missing) => new(
        "notice.incomplete",
        string.Join(' ', missing.Select(element => element.Sentence).Distinct(StringComparer.Ordinal)));
}
