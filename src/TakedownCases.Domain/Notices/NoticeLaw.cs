using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Notices;

/// <summary>Laws whose notices have the same elements.</summary>
public enum NoticeLawFamily
{
    TakeItDown,
    OnlineSafety,
    DigitalServices,
    IndiaRules,
}

/// <summary>What one family of laws asks a notice to contain, per track, and the ids of its legal bases.</summary>
public sealed record NoticeLaw(
    NoticeLawFamily Family,
    IReadOnlyList<string> BasisIds,
    IReadOnlyList<NoticeElement> Adult,
    IReadOnlyList<NoticeElement> Minor)
{
    /// <summary>
    /// The laws whose elements are written down; no other can be cited, since nobody could say whether a notice is
    /// complete for it (design law 6). Copyright law is left out on purpose.
    /// </summary>
    public static IReadOnlyList<NoticeLaw> All { get; } =
    [
        // TAKE IT DOWN Act s.3(a)(1)(B)(i)-(iv), Pub. L. 119-12: no age limit, so the same on both tracks.
        new(
            NoticeLawFamily.TakeItDown,
            ["us-tida-removal"],
            [NoticeElement.Signature, NoticeElement.Location, NoticeElement.IntimateImage, NoticeElement.GoodFaith, NoticeElement.Contact],
            [NoticeElement.Signature, NoticeElement.Location, NoticeElement.IntimateImage, NoticeElement.GoodFaith, NoticeElement.Contact]),

        // Online Safety Act 2023 s.20A(2): adults only in our routing (legal-bases.json).
        new(
            NoticeLawFamily.OnlineSafety,
            ["uk-osa-ncii-removal", "uk-osa-ncii-search"],
            [NoticeElement.IntimateImage, NoticeElement.Authority, NoticeElement.GoodFaith, NoticeElement.Location, NoticeElement.Contact],
            []),

        // Regulation (EU) 2022/2065 Art. 16(2)(a)-(d); (c) falls away for Arts 3-7 of Directive 2011/93/EU.
        new(
            NoticeLawFamily.DigitalServices,
            ["eu-dsa-16-notice"],
            [NoticeElement.Explanation, NoticeElement.ExactLocation, NoticeElement.Notifier, NoticeElement.GoodFaith],
            [NoticeElement.Explanation, NoticeElement.ExactLocation, NoticeElement.GoodFaith]),

        // IT Rules 2021 r.3(2)(b): a complaint by the individual or any person on their behalf, with the link.
        new(
            NoticeLawFamily.IndiaRules,
            ["in-it-rules-ncii"],
            [NoticeElement.IntimateImage, NoticeElement.Location, NoticeElement.Authority],
            [NoticeElement.IntimateImage, NoticeElement.Location, NoticeElement.Authority]),
    ];

    /// <summary>What a notice must contain when it cites no law and rests on the platform's own rules.</summary>
    public static IReadOnlyList<NoticeElement> OwnRules { get; } =
        [NoticeElement.Location, NoticeElement.Explanation, NoticeElement.Contact];

    /// <summary>The family that a legal basis belongs to; null where its elements are not known.</summary>
    public static NoticeLaw? Find(string basisId) => All.FirstOrDefault(law => law.BasisIds.Contains(basisId));

    public IReadOnlyList<NoticeElement> ElementsOn(Track track) => track == Track.Minor ? Minor : Adult;
}
