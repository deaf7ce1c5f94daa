using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Notices.Texts;

/// <summary>
/// Every sentence of our notices in one language. These are legal texts of ours: they stand here and nowhere else, and
/// the approved texts of the tests show each of them in place. Gaps are named in braces.
/// </summary>
internal sealed record NoticeWording
{
    public required string Subject { get; init; }

    public required IReadOnlyList<string> Months { get; init; }

    public required CalendarWords Calendar { get; init; }

    public required OpeningWords Opening { get; init; }

    public required SectionTitles Titles { get; init; }

    public required PlaceWords Places { get; init; }

    public required ReasonWords Reasons { get; init; }

    public required SigningWords Signing { get; init; }

    public required RequestWords Requests { get; init; }

    public required DeadlineWords Deadlines { get; init; }

    public required PreservationWords Preservation { get; init; }

    public required CounterWords Counter { get; init; }

    public required ComplaintWords Complaint { get; init; }

    public required BesideWords Beside { get; init; }

    public required IReadOnlyDictionary<NoticeLawFamily, LawWords> Laws { get; init; }

    public static NoticeWording In(string language)
        => language switch
        {
            "en" => EnglishWording.Words,
            "fr" => FrenchWording.Words,
            _ => throw new ArgumentOutOfRangeException(nameof(language), language, "No notices are written in this language."),
        };
}

/// <summary>Days, instants and lengths of time. Day: {day} {month} {year}; instant adds {time}.</summary>
internal sealed record CalendarWords
{
    public required string Day { get; init; }

    /// <summary>The first of a month, where a language says it in another way.</summary>
    public required string FirstDay { get; init; }

    public required string Instant { get; init; }

    public required string Hour { get; init; }

    public required string Hours { get; init; }

    public required string Minute { get; init; }

    public required string Minutes { get; init; }

    public required string OneDay { get; init; }

    public required string Days { get; init; }

    public required string BusinessDay { get; init; }

    public required string BusinessDays { get; init; }

    public required string Month { get; init; }

    public required string MonthsLong { get; init; }

    public required string And { get; init; }
}

/// <summary>How a notice begins, per kind.</summary>
internal sealed record OpeningWords
{
    public required string FromTo { get; init; }

    public required string Reference { get; init; }

    public required string Date { get; init; }

    public required string Removal { get; init; }

    public required string RemovalMinor { get; init; }

    /// <summary>Minor track: to whom the notice should go within the platform.</summary>
    public required string PassOn { get; init; }

    public required string Reminder { get; init; }

    public required string SecondChannel { get; init; }

    public required string Counter { get; init; }

    public required string Preservation { get; init; }

    public required string PreservationAfter { get; init; }

    public required string Complaint { get; init; }

    public required string ServerAnswer { get; init; }

    public required string Signed { get; init; }

    public required string Authorised { get; init; }

    public required string AuthorisedNote { get; init; }

    public required string OwnName { get; init; }

    public required string NamesNobody { get; init; }

    /// <summary>"a person who was under 18 at the time".</summary>
    public required string Child { get; init; }

    public required string PerhapsChild { get; init; }
}

/// <summary>Headings.</summary>
internal sealed record SectionTitles
{
    public required string Where { get; init; }

    public required string Why { get; init; }

    public required string Statement { get; init; }

    public required string Declarations { get; init; }

    public required string Requests { get; init; }

    public required string Deadlines { get; init; }

    public required string Contact { get; init; }

    public required string Keep { get; init; }

    public required string NotSent { get; init; }

    public required string Instead { get; init; }

    public required string Missed { get; init; }

    public required string History { get; init; }

    public required string Contained { get; init; }

    public required string Proof { get; init; }

    public required string Proves { get; init; }
}

/// <summary>The list of places.</summary>
internal sealed record PlaceWords
{
    public required string Intro { get; init; }

    public required string Canonical { get; init; }

    public required string Words { get; init; }
}

/// <summary>What it is and why it is unlawful, in neutral words.</summary>
internal sealed record ReasonWords
{
    public required IReadOnlyDictionary<HarmKind, string> Adult { get; init; }

    public required IReadOnlyDictionary<HarmKind, string> Minor { get; init; }

    public required string Edited { get; init; }

    public required string NoConsent { get; init; }

    public required string NoConsentReported { get; init; }

    public required string ChildConsent { get; init; }

    public required string NoCopy { get; init; }

    public required string NobodyOpens { get; init; }

    public required string Added { get; init; }
}

/// <summary>The statement, the declarations and whose name stands under the notice.</summary>
internal sealed record SigningWords
{
    public required string Name { get; init; }

    public required string Signature { get; init; }

    public required string SignedOn { get; init; }

    public required string KeptByUs { get; init; }

    public required string GoodFaith { get; init; }

    public required string ForSigner { get; init; }

    public required string Authorised { get; init; }

    public required string OwnName { get; init; }

    public required string Mail { get; init; }

    public required string Contact { get; init; }

    public required string Quote { get; init; }

    public required string Thanks { get; init; }
}
