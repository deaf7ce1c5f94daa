namespace TakedownCases.Domain.Notices;

/// <summary>What a law, or the kind of notice, asks a notice to contain (docs/notices.md).</summary>
public enum NoticeElement
{
    /// <summary>Signature of the person depicted or of an authorised person (TAKE IT DOWN Act s.3(a)(1)(B)(i)).</summary>
    Signature,

    /// <summary>That it comes from the person depicted or from somebody who acts for them (Online Safety Act 2023 s.20A(2)).</summary>
    Authority,

    /// <summary>Enough to find each place.</summary>
    Location,

    /// <summary>The exact electronic location of each place (Regulation (EU) 2022/2065 Art. 16(2)(b)).</summary>
    ExactLocation,

    /// <summary>That it is an intimate image, shown without consent, and what tells so.</summary>
    IntimateImage,

    /// <summary>Why the content is unlawful, with reasons (Regulation (EU) 2022/2065 Art. 16(2)(a)).</summary>
    Explanation,

    /// <summary>Good faith, accuracy, completeness: the text of every notice declares it in the words of the cited law.</summary>
    GoodFaith,

    /// <summary>How to reach whoever sends it.</summary>
    Contact,

    /// <summary>Name and e-mail address of the notifier (Regulation (EU) 2022/2065 Art. 16(2)(c)); not for child sexual abuse.</summary>
    Notifier,

    /// <summary>A law that can be cited at all: in force, for this track, set off by a notice, with known elements.</summary>
    CitableLaw,

    /// <summary>The notice that this one follows.</summary>
    EarlierNotice,

    /// <summary>The law whose time ran out.</summary>
    MissedLaw,

    /// <summary>What happened, with dates.</summary>
    History,
}
