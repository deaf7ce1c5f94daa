using System.Text.Json;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Ledger;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TakedownCases.Domain.Referrals;

namespace TakedownCases.Data.Referrals;

/// <summary>Gathers what a complaint pack is made of, about one notice that left, through a logged reading.</summary>
public sealed class PackReader(NoticeFactsReader notices, ContactHistory contacts, CaseHistory history, AuthorityDirectory authorities, LegalBasisCatalogue bases, PlatformDirectory platforms)
{
    private const int MostEntries = 500;
    private const string English = "en";
    private const string French = "fr";

    /// <summary>
    /// The facts as they are now. Needs places and clocks of the case and the places of the notice loaded. <paramref name="law"/> is
    /// what was missed; null where none that we know gives a duty.
    /// </summary>
    public async Task<PackFacts> ReadAsync(
        LoadedNotice loaded, Authority to, LegalBasis? law, NoticeSender sender, CaseReading reading, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (subject, notice) = loaded;
        var choices = reading.OpenRecord<NoticeChoices>(SealedFields.NoticeChoices(notice.Id), notice.Choices);
        var named = notice.Places.Select(place => place.Place).ToHashSet();
        var answers = await AnswersAsync(reading, cancellationToken);
        return new PackFacts
        {
            Authority = to,
            Track = subject.Track,
            Language = to.Languages.FirstOrDefault(language => language is English or French) ?? English,
            MadeAt = now,
            Organisation = sender.Organisation,
            OrganisationMail = sender.Address,
            PlatformName = platforms.Find(new PlatformId(notice.Platform))?.Name ?? choices?.PlatformName ?? notice.Platform,
            Law = law,
            Elements = law is null || choices is null ? [] : await ElementsAsync(loaded, choices, law, sender, reading, cancellationToken),
            Places = [.. subject.Places.Where(place => named.Contains(place.Id)).OrderBy(place => place.Ordinal)
                .Select(place => Line(place, subject, law, answers.GetValueOrDefault(place.Id), reading))],
            Proof = await ProofAsync(subject, notice, reading, cancellationToken),
            Timeline = [.. (await contacts.LinesAsync(loaded, forAuthority: true, named, cancellationToken))
                .Select(line => new PackEvent(line.At, Code(line.What), line.Reference))],
        };
    }

    /// <summary>To whom one complains about what a clock's basis missed, and the version of the law; null where nobody has a pack.</summary>
    public (Authority To, LegalBasis? Law)? Complaint(TakedownCase subject, CaseClock? clock)
        => clock is not null && authorities.ForComplaint(clock.Basis, subject.Track, subject.Country) is { } to
            ? (to, bases.Find(clock.Basis, clock.BasisVersion))
            : null;

    /// <summary>The law about which one complains to an authority: the first of its own that the notice cites, else the first that was in force then.</summary>
    public LegalBasis? LawFor(Authority to, Notice notice)
        => NoticeDeparture.Cited(notice.Bases, bases).FirstOrDefault(basis => to.ComplaintsUnder.Contains(basis.Id))
            ?? to.ComplaintsUnder.Select(id => bases.VersionAt(id, notice.LeftAt ?? notice.CreatedAt)).FirstOrDefault(basis => basis is not null);

    private static PackPlace Line(Place place, TakedownCase subject, LegalBasis? law, string? answer, CaseReading reading)
    {
        var details = reading.OpenRecord<PlaceDetails>(SealedFields.PlaceDetails(place.Id), place.Details);
        var clock = subject.Clocks.Where(clock => clock.Place == place.Id && clock.Basis == law?.Id).MaxBy(clock => clock.StartedAt);
        return new PackPlace(
            place.Ordinal, Code(details?.Kind ?? ""), details?.AsTyped, place.State, place.StateSince, answer, clock?.StartedAt, clock?.StartedBy, clock?.DueAt,
            clock?.Met == true);
    }

    // What the law asks and our notice had: as if the notice cited it and nothing else.
    private async Task<IReadOnlyList<PackElement>> ElementsAsync(
        LoadedNotice loaded, NoticeChoices choices, LegalBasis law, NoticeSender sender, CaseReading reading, CancellationToken cancellationToken)
    {
        if (NoticeLaw.Find(law.Id) is not { } known)
        {
            return [];
        }

        var facts = await notices.ReadAsync(
            loaded, choices with { Bases = [NoticeDeparture.NameOf(law)] }, reading, sender, loaded.Notice.LeftAt ?? loaded.Notice.CreatedAt, cancellationToken);
        var missing = NoticeValidity.Check(facts with { Kind = NoticeKind.Removal }).Where(element => element.BasisId == law.Id)
            .Select(element => element.Element).ToHashSet();
        return [.. known.ElementsOn(loaded.Notice.Track).Select(element => new PackElement(Code(element.ToString()), !missing.Contains(element)))];
    }

    private async Task<PackProof> ProofAsync(TakedownCase subject, Notice notice, CaseReading reading, CancellationToken cancellationToken)
    {
        var frozen = reading.OpenRecord<FrozenNotice>(SealedFields.NoticeFrozen(notice.Id), notice.Frozen);
        var isForm = notice.State == NoticeState.Filed;
        var receipt = isForm ? reading.Open(SealedFields.NoticeReceipt(notice.Id), notice.Receipt) : null;
        var answer = isForm ? null : await notices.ServerReplyAsync(notice, reading, cancellationToken);
        var how = subject.Clocks.FirstOrDefault(clock => clock.Notice == notice.Id)?.StartedBy
            ?? (receipt is not null ? "form-reference" : answer is not null ? "server-acceptance" : "sending");
        return new PackProof(notice.Reference.Value, notice.LeftAt ?? notice.CreatedAt, how, notice.MessageId, frozen?.Sha256, answer, receipt);
    }

    // The last words of theirs that were recorded about each place.
    private async Task<Dictionary<PlaceId, string>> AnswersAsync(CaseReading reading, CancellationToken cancellationToken)
    {
        var entries = await history.PageAsync(
            reading, LedgerLane.Case, before: null, MostEntries, entry => entry.Kind == "place.outcome", cancellationToken);
        var answers = new Dictionary<PlaceId, string>();
        foreach (var entry in entries.Where(entry => entry.Entry.Kind == "place.outcome"))
        {
            if (entry.Entry.Find(LedgerTag.Place) is { } place && entry.Text(LedgerTag.Source) == Domain.Codes.Of(OutcomeSource.Platform)
                && entry.Words.GetValueOrDefault(LedgerTag.Text) is { Length: > 0 } words)
            {
                answers.TryAdd(new PlaceId(place.AsGuid()), words);
            }
        }

        return answers;
    }

    private static string Code(ContactCode code) => Code(code.ToString());

    private static string Code(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
