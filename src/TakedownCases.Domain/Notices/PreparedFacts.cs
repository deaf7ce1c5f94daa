using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Domain.Notices;

/// <summary>
/// Facts made ready for a text: cleaned of what does not belong into one, in order, and on the minor track without
/// anything that the child or a family wrote (design law 1, practice P5 and P8). Preparing twice changes nothing.
/// </summary>
internal static class PreparedFacts
{
    public static NoticeFacts Of(NoticeFacts facts)
    {
        var isMinor = facts.Track == Track.Minor;
        return facts with
        {
            Date = Instants.Cut(facts.Date),
            PlatformName = Line(facts.PlatformName) ?? "",
            ProviderName = Line(facts.ProviderName),
            Recipient = Line(facts.Recipient),
            DisclosesToUploader = Line(facts.DisclosesToUploader),
            Places = [.. facts.Places.OrderBy(place => place.Ordinal).Select(place => Prepare(place, isMinor))],
            Harms = [.. facts.Harms.Distinct().Order()],
            Statement = isMinor || facts.Statement is null ? null : Prepare(facts.Statement),
            Signer = NoticeKinds.IsBesidePlatform(facts.Kind) ? NoticeSigner.Organisation : facts.Signer,
            AuthorityNote = isMinor || !facts.HasAuthority ? null : Line(facts.AuthorityNote),
            Sender = new NoticeSender(
                Line(facts.Sender.Organisation) ?? "", Line(facts.Sender.Address) ?? "", Line(facts.Sender.Contact)),
            Bases = [.. facts.Bases.DistinctBy(basis => basis.Id)],
            Earlier = facts.Earlier is { } earlier ? earlier with
            {
                // What somebody's mail server said to us is nobody else's business.
                SentAt = Instants.Cut(earlier.SentAt), Reply = NoticeKinds.IsBesidePlatform(facts.Kind) ? null : Line(earlier.Reply),
            } : null,
            AddedWords = Lines(facts.AddedWords),
            Authority = Line(facts.Authority),
            History = [.. facts.History.OrderBy(line => line.At).Select(line => line with { At = Instants.Cut(line.At), Reference = Line(line.Reference) })],
        };
    }

    /// <summary>Why the facts, whatever laws they cite, cannot become a notice; null when nothing stands against it.</summary>
    public static Refusal? Contradiction(NoticeFacts facts)
        => facts switch
        {
            { Language: not ("en" or "fr") } => NoticeRefusals.Language,
            { Reference.Value: "" } => NoticeRefusals.NoReference,
            { Track: Track.Minor, Signer: NoticeSigner.Survivor } => NoticeRefusals.MinorSignsNothing,
            { Track: Track.Minor, AddedWords: not null } => NoticeRefusals.MinorFreeText,
            { Track: Track.Minor, Kind: var kind } when NoticeKinds.IsBesidePlatform(kind) => NoticeVerbRefusals.NotForMinors,
            { Track: Track.Adult, MadeAsChild: true } => NoticeRefusals.MadeAsChild,
            { Places.Count: > NoticeLimits.Places } => NoticeRefusals.TooManyPlaces,
            _ when facts.Places.DistinctBy(place => place.Ordinal).Count() < facts.Places.Count => NoticeRefusals.DoubledPlace,
            _ when IsTooLong(facts) => NoticeRefusals.TooLong,
            _ => null,
        };

    private static NoticedPlace Prepare(NoticedPlace place, bool isMinor)
    {
        var kind = Line(place.Kind) ?? "";
        var address = Line(place.Address) ?? "";
        var canonical = Line(place.Canonical);
        if (!isMinor)
        {
            return place with { Kind = kind, Address = address, Canonical = canonical, Words = Line(place.Words) };
        }

        // What was typed where there is no link, or around one, are the words of a child.
        var isOnlyWords = IsWithoutLink(kind) || address.Any(char.IsWhiteSpace);
        canonical = IsWithoutLink(kind) || canonical?.Any(char.IsWhiteSpace) == true ? null : canonical;
        return place with { Kind = kind, Address = isOnlyWords ? canonical ?? "" : address, Canonical = canonical, Words = null };
    }

    private static bool IsWithoutLink(string kind)
        => kind.Equals(nameof(PlaceKind.NoLink), StringComparison.OrdinalIgnoreCase)
            || kind.Equals(nameof(PlaceKind.ThreatOnly), StringComparison.OrdinalIgnoreCase);

    private static SignedStatement Prepare(SignedStatement statement) => new()
    {
        Statement = Lines(statement.Statement) ?? "",
        Name = Line(statement.Name) ?? "",
        Signature = Line(statement.Signature) ?? "",
        SignedAt = Instants.Cut(statement.SignedAt),
    };

    private static bool IsTooLong(NoticeFacts facts)
        => Exceeds(NoticeLimits.ShortLength, facts.PlatformName, facts.ProviderName, facts.Sender.Organisation, facts.Sender.Contact, facts.Statement?.Name,
                facts.Statement?.Signature, facts.AuthorityNote, facts.Authority)
            || Exceeds(NoticeLimits.ReplyLength, facts.Earlier?.Reply, facts.DisclosesToUploader)
            || Exceeds(NoticeLimits.WordsLength, facts.Statement?.Statement, facts.AddedWords)
            || facts.History.Any(line => Exceeds(NoticeLimits.ShortLength, line.Reference))
            || facts.Places.Any(place => Exceeds(NoticeLimits.AddressLength, place.Address)
                || Exceeds(NoticeLimits.CanonicalLength, place.Canonical)
                || Exceeds(NoticeLimits.PlaceWordsLength, place.Words)
                || Exceeds(NoticeLimits.ShortLength, place.Kind));

    private static bool Exceeds(int limit, params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text?.Length > limit)
            {
                return true;
            }
        }

        return false;
    }

    private static string? Line(string? text) => Clean(text, multiline: false);

    private static string? Lines(string? text) => Clean(text, multiline: true);

    private static string? Clean(string? text, bool multiline)
        => PlainText.Clean(text, int.MaxValue, multiline).Text is { Length: > 0 } cleaned ? cleaned : null;
}
