using System.Globalization;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Notices.Texts;

/// <summary>
/// The sentences that one set of facts calls for. Text, form fields and JSON are all built from these, so that they
/// cannot say different things.
/// </summary>
internal sealed class NoticeSentences(NoticeFacts facts)
{
    public NoticeFacts Facts { get; } = facts;

    public NoticeWording Wording { get; } = NoticeWording.In(facts.Language);

    public WordedTime Time { get; } = new(NoticeWording.In(facts.Language));

    public bool IsMinor => Facts.Track == Track.Minor;

    /// <summary>Whether the person's own signature stands under the notice: never on preservation and complaints.</summary>
    public bool IsSigned => Facts.Signer == NoticeSigner.Survivor && CarriesStatement;

    /// <summary>Complaints, requests to preserve and what goes to others than the platform say less: they carry no statement (least data).</summary>
    public bool CarriesStatement => Facts.Statement is not null
        && Facts.Kind is not (NoticeKind.Preservation or NoticeKind.Complaint) && !NoticeKinds.IsBesidePlatform(Facts.Kind);

    public bool NamesAddresses => !(IsMinor && Facts.Kind == NoticeKind.Complaint);

    public IReadOnlyList<LegalBasis> Laws { get; } = NoticeValidity.CitedBases(facts);

    public string Who => Facts.MadeAsChild == true ? Wording.Opening.Child : Wording.Opening.PerhapsChild;

    public string Organisation => Facts.Sender.Organisation;

    public string Subject => Fill(Wording.Subject);

    /// <summary>For whom it is sent and on what that rests.</summary>
    public string OnBehalf
    {
        get
        {
            var words = Wording.Opening;
            var sentence = IsSigned ? words.Signed
                : !Facts.HasAuthority ? words.OwnName
                : Facts.AuthorityNote is not null ? words.AuthorisedNote : words.Authorised;
            return Fill(sentence) + (IsMinor ? " " + words.NamesNobody : "");
        }
    }

    public string SignedBy => Fill(IsSigned ? Wording.Signing.ForSigner
        : Facts.HasAuthority ? Wording.Signing.Authorised : Wording.Signing.OwnName);

    /// <summary>The length a law gives, where it is in force and fixes one.</summary>
    public ClockSpan? SpanOf(LegalBasis basis)
        => basis.RunsClocks && basis.IsInForceAt(Facts.Kind == NoticeKind.Complaint ? Facts.Earlier?.SentAt ?? Facts.Date : Facts.Date)
            ? basis.Span
            : null;

    /// <summary>The kinds of harm and what follows from them.</summary>
    public IReadOnlyList<string> Reasons()
    {
        var words = Wording.Reasons;
        var harms = IsMinor ? words.Minor : words.Adult;
        var reasons = Facts.Harms.Select(harm => Fill(harms[harm])).ToList();
        if (Facts.Edited || Facts.Harms.Contains(HarmKind.EditedOrGenerated))
        {
            reasons.Add(words.Edited);
        }

        if (IsMinor)
        {
            reasons.Add(words.ChildConsent);
        }
        else if (NoticeValidity.ShowsIntimateImages(Facts))
        {
            reasons.Add(Facts.Statement is not null || Facts.HasAuthority ? words.NoConsent : words.NoConsentReported);
        }

        reasons.Add(Fill(IsMinor ? words.NobodyOpens : words.NoCopy));
        return reasons;
    }

    public IReadOnlyList<string> Declarations()
        => [Wording.Signing.GoodFaith, .. Laws.Select(basis => Fill(DeclarationOf(basis), ("citation", basis.Citation)))];

    public IReadOnlyList<string> Requests()
    {
        var words = Wording.Requests;
        var similar = Laws.Any(basis => NoticeLaw.Find(basis.Id)?.Family == NoticeLawFamily.OnlineSafety);
        return Facts.Kind switch
        {
            NoticeKind.Complaint => NamesAddresses ? [.. Wording.Complaint.Asks, Wording.Complaint.AskNoAddresses] : Wording.Complaint.Asks,
            NoticeKind.AskHost =>
                [Wording.Beside.HostRemoves, words.Confirm, words.Outcome, words.Preserve, Wording.Beside.DiscreetProvider, words.NoIdentity],
            NoticeKind.AskCdn =>
                [Wording.Beside.CdnStops, Wording.Beside.CdnTellsNobody, words.Confirm, words.Outcome, words.Preserve, Wording.Beside.DiscreetProvider, words.NoIdentity],
            NoticeKind.AskRegistrar =>
                [Wording.Beside.RegistrarActs, words.Confirm, words.Outcome, words.Preserve, Wording.Beside.DiscreetProvider, words.NoIdentity],
            NoticeKind.DeIndexing => [Wording.Beside.SearchHides, words.Confirm, words.Outcome, Wording.Beside.DiscreetSearch, words.NoIdentity],
            NoticeKind.Preservation => [words.Confirm, Wording.Preservation.NotToUs, Wording.Preservation.StillRemove],
            _ =>
            [
                similar ? words.RemoveSimilar : words.Remove,
                words.Confirm,
                words.Outcome,
                words.Preserve,
                words.Discreet,
                IsMinor ? words.NoIdentityMinor : words.NoIdentity,
                .. IsMinor ? [words.Report] : Array.Empty<string>(),
            ],
        };
    }

    /// <summary>By when, law by law.</summary>
    public IReadOnlyList<string> Deadlines()
        => Laws.Count == 0 ? [Wording.Deadlines.OwnRules] : [.. Laws.Select(DeadlineOf)];

    /// <summary>What we do when nothing happens.</summary>
    public string NextSteps()
        => Facts.RemindAfter is { } after ? Fill(Wording.Deadlines.NextAfter, ("time", Time.Span(after)))
            : Laws.Any(basis => SpanOf(basis) is not null) ? Wording.Deadlines.NextThen
            : Wording.Deadlines.NextReasonable;

    public IReadOnlyList<string> HistoryLines()
        => [.. Facts.History.Select(line => string.Create(
            CultureInfo.InvariantCulture,
            $"{line.At:yyyy-MM-dd HH:mm} – {Wording.Complaint.History[line.What]}{(line.Reference is null ? "" : $" ({line.Reference})")}"))];

    /// <summary>Each place with its number, on lines of its own.</summary>
    public IReadOnlyList<string> PlaceLines()
        => [.. Facts.Places.SelectMany(place => LinesOf(place, string.Create(CultureInfo.InvariantCulture, $"{place.Ordinal}. ")))];

    public string Fill(string template, params ReadOnlySpan<(string Name, string Value)> more)
        => WordTemplate.Fill(template,
        [
            .. more,
            ("organisation", Organisation),
            ("platform", Facts.PlatformName),
            ("reference", Facts.Reference.Value),
            ("who", Who),
            ("note", Facts.AuthorityNote ?? ""),
            ("earlier", Facts.Earlier?.Reference.Value ?? ""),
            ("date", Facts.Earlier is { } earlier ? Time.Instant(earlier.SentAt) : ""),
            ("reply", Facts.Earlier?.Reply ?? ""),
        ]);

    private IEnumerable<string> LinesOf(NoticedPlace place, string number)
    {
        var indent = new string(' ', number.Length);
        var shown = place.Address.Length > 0 ? place.Address : place.Canonical ?? "";
        yield return number + (shown.Length > 0 ? shown : Fill(Wording.Places.Words, ("words", place.Words ?? "")));
        if (place.Canonical is not null && place.Canonical != shown)
        {
            yield return indent + Fill(Wording.Places.Canonical, ("canonical", place.Canonical));
        }

        if (place.Words is not null && shown.Length > 0)
        {
            yield return indent + Fill(Wording.Places.Words, ("words", place.Words));
        }
    }

    private string DeclarationOf(LegalBasis basis)
    {
        var words = LawOf(basis) ?? throw new InvalidOperationException($"No words for {basis.Id}: it was never approved.");
        return IsMinor ? words.Minor : IsSigned ? words.Signed : words.Organisation;
    }

    public LawWords? LawOf(LegalBasis basis) => NoticeLaw.Find(basis.Id) is { } law ? Wording.Laws[law.Family] : null;

    private string DeadlineOf(LegalBasis basis)
        => SpanOf(basis) is not { } span ? Fill(Wording.Deadlines.NoFixed, ("citation", basis.Citation))
            : Fill(
                Facts.Kind is NoticeKind.Removal || NoticeKinds.IsBesidePlatform(Facts.Kind) ? Wording.Deadlines.Within : Wording.Deadlines.WithinSince,
                ("citation", basis.Citation),
                ("time", Time.Span(span)));
}
