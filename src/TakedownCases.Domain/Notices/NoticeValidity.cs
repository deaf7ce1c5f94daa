using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Domain.Notices;

/// <summary>
/// Whether a notice is complete for its kind and for each law it cites. What no law asks is never demanded: no identity
/// document, no picture, no name on the minor track.
/// </summary>
public static class NoticeValidity
{
    // Harms that say of themselves that an intimate image can be seen.
    private static readonly HashSet<HarmKind> ImageHarms =
        [HarmKind.SharedWithoutConsent, HarmKind.EditedOrGenerated, HarmKind.HiddenCamera, HarmKind.Sale];

    /// <summary>What is missing: first for the notice itself, then law by law in the order cited; empty when nothing is.</summary>
    public static IReadOnlyList<MissingElement> Check(NoticeFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var prepared = PreparedFacts.Of(facts);
        return [.. OfKind(prepared), .. prepared.Kind == NoticeKind.Complaint ? [] : CitedBases(prepared).SelectMany(basis => OfLaw(prepared, basis))];
    }

    /// <summary>The only way to an <see cref="ApprovedNotice"/>: a notice that is complete and contradicts nothing.</summary>
    public static Outcome<ApprovedNotice> Approve(NoticeFacts facts) => ApprovedNotice.Make(facts);

    /// <summary>The laws that it cites, each with those of its elements that the notice has: kept with it when it is frozen.</summary>
    public static IReadOnlyList<FrozenLaw> Satisfied(NoticeFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var prepared = PreparedFacts.Of(facts);
        return prepared.Kind == NoticeKind.Complaint ? [] : [.. CitedBases(prepared).Select(basis => new FrozenLaw(
            NoticeDeparture.NameOf(basis),
            [.. (NoticeLaw.Find(basis.Id)?.ElementsOn(prepared.Track) ?? []).Where(element => !OfElement(prepared, basis.Id, element).Any())]))];
    }

    /// <summary>The laws that the text of this kind of notice names.</summary>
    internal static IReadOnlyList<LegalBasis> CitedBases(NoticeFacts facts)
        => facts.Kind switch
        {
            NoticeKind.Preservation => [],
            NoticeKind.Complaint => facts.MissedBasis is { } missed ? [missed] : [],
            _ => facts.Bases,
        };

    internal static bool ShowsIntimateImages(NoticeFacts facts) => ShowsImages(facts.Edited, facts.Harms);

    /// <summary>Whether harms of these kinds say of themselves that an intimate image can be seen.</summary>
    public static bool ShowsImages(bool edited, IReadOnlyList<HarmKind> harms) => edited || harms.Any(ImageHarms.Contains);

    private static IEnumerable<MissingElement> OfKind(NoticeFacts facts)
    {
        var elements = facts.Kind is NoticeKind.Preservation or NoticeKind.Complaint
            ? [NoticeElement.Location, NoticeElement.Contact]
            : facts.Bases.Count == 0 ? NoticeLaw.OwnRules : [NoticeElement.Contact];
        var missing = elements.SelectMany(element => OfElement(facts, null, element));
        if (facts is { Signer: NoticeSigner.Survivor, Kind: not (NoticeKind.Preservation or NoticeKind.Complaint) }
            && !NoticeKinds.IsBesidePlatform(facts.Kind) && !IsSigned(facts))
        {
            missing = missing.Append(Missing(null, NoticeElement.Signature));
        }

        if (facts.Earlier is null && facts.Kind is not (NoticeKind.Removal or NoticeKind.Preservation))
        {
            missing = missing.Append(Missing(null, NoticeElement.EarlierNotice));
        }

        return facts.Kind == NoticeKind.Complaint ? missing.Concat(OfComplaint(facts)) : missing;
    }

    private static IEnumerable<MissingElement> OfComplaint(NoticeFacts facts)
    {
        if (facts.History.Count == 0)
        {
            yield return Missing(null, NoticeElement.History);
        }

        if (facts.MissedBasis is not { } missed)
        {
            yield return Missing(null, NoticeElement.MissedLaw);
        }
        else if (!IsFor(missed, facts.Track))
        {
            yield return Uncitable(missed.Id, "law-other-track");
        }
        else if (!missed.IsInForceAt(facts.Earlier?.SentAt ?? facts.Date))
        {
            yield return Uncitable(missed.Id, "law-not-in-force");
        }
    }

    private static IEnumerable<MissingElement> OfLaw(NoticeFacts facts, LegalBasis basis)
    {
        var law = NoticeLaw.Find(basis.Id);
        var code = law is null ? "law-unknown"
            : !IsFor(basis, facts.Track) || law.ElementsOn(facts.Track).Count == 0 ? "law-other-track"
            : !basis.IsInForceAt(facts.Date) ? "law-not-in-force"
            : basis.Trigger != ClockTrigger.NoticeReceived ? "law-not-by-notice"
            : null;
        return code is not null || law is null
            ? [Uncitable(basis.Id, code ?? "law-unknown")]
            : law.ElementsOn(facts.Track).SelectMany(element => OfElement(facts, basis.Id, element));
    }

    private static IEnumerable<MissingElement> OfElement(NoticeFacts facts, string? basisId, NoticeElement element)
        => element switch
        {
            NoticeElement.Signature => Standing(facts, basisId, NoticeElement.Signature),
            NoticeElement.Authority => Standing(facts, basisId, NoticeElement.Authority),
            NoticeElement.Location => Located(facts, basisId, element, IsLocatable),
            NoticeElement.ExactLocation => Located(facts, basisId, element, IsExact),
            NoticeElement.IntimateImage => When(!ShowsIntimateImages(facts), basisId, element),
            NoticeElement.Explanation => When(!IsExplained(facts), basisId, element),
            NoticeElement.Contact or NoticeElement.Notifier => When(
                facts.Sender.Organisation.Length == 0 || !MailboxAddress.IsValid(facts.Sender.Address), basisId, element),
            _ => [],
        };

    private static IEnumerable<MissingElement> Standing(NoticeFacts facts, string? basisId, NoticeElement element)
        => facts.Signer == NoticeSigner.Survivor
            ? When(!IsSigned(facts), basisId, NoticeElement.Signature)
            : When(!facts.HasAuthority, basisId, NoticeElement.Authority);

    private static IEnumerable<MissingElement> Located(
        NoticeFacts facts, string? basisId, NoticeElement element, Predicate<NoticedPlace> isFound)
    {
        var lost = facts.Places.Where(place => !isFound(place)).Select(place => place.Ordinal).ToArray();
        return facts.Places.Count == 0 || lost.Length > 0 ? [Missing(basisId, element) with { Ordinals = lost }] : [];
    }

    private static bool IsSigned(NoticeFacts facts)
        => facts.Statement is { Statement.Length: > 0, Name.Length: > 0, Signature.Length: > 0 };

    private static bool IsExplained(NoticeFacts facts)
        => facts.Edited || facts.Harms.Any(harm => harm != HarmKind.Other) || (facts.Harms.Count > 0 && facts.AddedWords is not null);

    private static bool IsLocatable(NoticedPlace place)
        => place.Kind.Equals(nameof(PlaceKind.ThreatOnly), StringComparison.OrdinalIgnoreCase)
            ? place.Canonical is not null
            : place.Canonical is not null || place.Words is not null
                || (place.Address.Length > 0 && !place.Kind.Equals(nameof(PlaceKind.NoLink), StringComparison.OrdinalIgnoreCase));

    // "such as the exact URL or URLs, and, where necessary, additional information" (Art. 16(2)(b)): a handle or a
    // hashtag is exact on its platform, a description alone is not.
    private static bool IsExact(NoticedPlace place)
        => place.Canonical is not null
            || (IsLocatable(place) && place.Address.Length > 0
                && (!place.Address.Any(char.IsWhiteSpace)
                    || (place.Words is not null && !place.Kind.Equals(nameof(PlaceKind.NoLink), StringComparison.OrdinalIgnoreCase))));

    private static bool IsFor(LegalBasis basis, Track track)
        => basis.Track switch
        {
            Deadlines.TrackScope.Both => true,
            Deadlines.TrackScope.Adult => track == Track.Adult,
            Deadlines.TrackScope.Minor => track == Track.Minor,
            _ => throw new ArgumentOutOfRangeException(nameof(basis)),
        };

    private static IEnumerable<MissingElement> When(bool isMissing, string? basisId, NoticeElement element)
        => isMissing ? [Missing(basisId, element)] : [];

    private static MissingElement Missing(string? basisId, NoticeElement element)
    {
        var (code, sentence) = MissingSentences.Of(element);
        return new MissingElement(basisId, element, code, sentence);
    }

    private static MissingElement Uncitable(string basisId, string code)
        => new(basisId, NoticeElement.CitableLaw, code, MissingSentences.OfLaw(code));
}
