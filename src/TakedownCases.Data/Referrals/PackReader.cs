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
public sealed class PackReader(
    NoticeFactsReader notices,
    ContactHistory contacts,
    NoticeStore store,
    CaseHistory history,
    AuthorityDirectory authorities,
    LegalBasisCatalogue bases,
    PlatformDirectory platforms)
{
    private const int MostEntries = 500;

    /// <summary>
    /// The facts as they are now, without the places that the person took back. Needs places and clocks of the case and the places of
    /// the notice loaded. <paramref name="law"/> is what was missed; null where none that we know gives a duty.
    /// </summary>
    public async Task<PackFacts> ReadAsync(
        LoadedNotice loaded, Authority to, LegalBasis? law, NoticeSender sender, CaseReading reading, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (subject, notice) = loaded;
        var choices = reading.OpenRecord<NoticeChoices>(SealedFields.NoticeChoices(notice.Id), notice.Choices);
        var frozen = reading.OpenRecord<FrozenNotice>(SealedFields.NoticeFrozen(notice.Id), notice.Frozen);
        var platform = platforms.Find(new PlatformId(notice.Platform));
        var about = notice.Places.Select(place => place.Place).ToHashSet();
        var open = subject.Places.Where(place => about.Contains(place.Id) && place.State != PlaceState.Withdrawn).OrderBy(place => place.Ordinal).ToList();
        var written = await store.ListAsync(subject.Id, cancellationToken);
        var followers = Followers(notice, written);
        var told = await ToldAsync(written, reading, cancellationToken);
        List<PackPlace> places = [.. open.Select(place => Line(place, ClockOf(place, subject, law, followers), told, reading))];
        var cited = law is not null && NoticeDeparture.Cited(notice.Bases, bases).Any(basis => basis.Id == law.Id);
        return new PackFacts
        {
            Authority = to,
            Track = subject.Track,
            Language = PackFacts.LanguageFor(to),
            MadeAt = now,
            Organisation = sender.Organisation,
            OrganisationMail = sender.Address,
            PlatformName = platform?.Name ?? choices?.PlatformName ?? notice.Platform,
            PlatformIsTyped = platform is null,
            Law = law,
            LawIsCited = cited,
            Elements = cited ? Elements(law!, frozen, notice.Track) : [],
            Places = places,
            Proof = await ProofAsync(subject, notice, frozen, reading, cancellationToken),
            Timeline = [.. (await contacts.LinesAsync(loaded, forAuthority: true, [.. open.Select(place => place.Id)], cancellationToken))
                .Where(line => line.What != ContactCode.DeadlinePassed).Select(line => new PackEvent(line.At, Code(line.What), line.Reference))
                .Concat(RunOut(places, now)).OrderBy(line => line.At)],
        };
    }

    /// <summary>
    /// To whom one complains about what a clock's basis missed, and the law: the one behind a policy of ours, where that is what the
    /// clock ran under. Null where nobody has a pack: then nothing can be made ready.
    /// </summary>
    public (Authority To, LegalBasis? Law)? Complaint(TakedownCase subject, CaseClock? clock)
    {
        if (clock is null)
        {
            return null;
        }

        var law = bases.Find(clock.Basis, clock.BasisVersion) is { } basis ? bases.LawBehind(basis, clock.StartedAt) : null;
        return authorities.ForComplaint(law?.Id ?? clock.Basis, subject.Track, subject.Country) is { } to ? (to, law) : null;
    }

    /// <summary>The law about which one complains to an authority, for this notice and what the case is about.</summary>
    public LegalBasis? LawFor(Authority to, LoadedNotice loaded, CaseReading reading)
    {
        var (subject, notice) = loaded;
        var details = reading.OpenRecord<CaseDetails>(SealedFields.CaseDetails(subject.Id), subject.Details);
        var choices = reading.OpenRecord<NoticeChoices>(SealedFields.NoticeChoices(notice.Id), notice.Choices);
        var harms = details is { Harms.Count: > 0 } ? details.Harms : choices?.Harms ?? [];
        return PackLaw.For(
            to, subject.Track, NoticeValidity.ShowsImages(details?.EditedOrGenerated == true, harms), NoticeDeparture.Cited(notice.Bases, bases), bases,
            notice.LeftAt ?? notice.CreatedAt);
    }

    private static PackPlace Line(Place place, (CaseClock Clock, bool IsPolicy)? counted, Told told, CaseReading reading)
    {
        var details = reading.OpenRecord<PlaceDetails>(SealedFields.PlaceDetails(place.Id), place.Details);
        var answer = told.Answers.GetValueOrDefault(place.Id);
        return new PackPlace(
            place.Ordinal, Code(details?.Kind ?? ""), details?.AsTyped, told.StateOf(place), place.StateSince, answer is not null, answer,
            counted is var (clock, isPolicy) ? new PackClock(clock.StartedAt, clock.StartedBy, clock.DueAt, EndOf(clock, told), clock.Met, isPolicy) : null);
    }

    // A removal is typed in after we learned of it: the platform is not late because we were.
    private static DateTimeOffset? EndOf(CaseClock clock, Told told)
        => clock is { Met: true, Place: { } place, EndedAt: { } typedAt } && told.Learned.TryGetValue((place, typedAt), out var learned) && learned < typedAt
            ? learned
            : clock.EndedAt;

    // Of this notice; else of what followed it. Under the law, else under a policy of ours that stands for it.
    private (CaseClock Clock, bool IsPolicy)? ClockOf(Place place, TakedownCase subject, LegalBasis? law, List<NoticeId> followers)
    {
        if (law is null)
        {
            return null;
        }

        var clocks = subject.Clocks.Where(clock => clock.Place == place.Id && clock.Kind == ClockKind.Removal && clock.Notice is { } of && followers.Contains(of))
            .OrderBy(clock => followers.IndexOf(clock.Notice!.Value)).ThenBy(clock => clock.StartedAt).ToList();
        return clocks.Find(clock => clock.Basis == law.Id) is { } own ? (own, false)
            : clocks.Find(clock => bases.Find(clock.Basis, clock.BasisVersion)?.PolicyFor == law.Id) is { } ours ? (ours, true)
            : null;
    }

    // The notice, then whatever reminds of it or follows it, oldest first.
    private static List<NoticeId> Followers(Notice notice, IReadOnlyList<Notice> written)
    {
        List<NoticeId> chain = [notice.Id];
        foreach (var later in written.OrderBy(one => one.CreatedAt))
        {
            if (later.Earlier is { } earlier && chain.Contains(earlier))
            {
                chain.Add(later.Id);
            }
        }

        return chain;
    }

    private static IEnumerable<PackEvent> RunOut(List<PackPlace> places, DateTimeOffset now)
        => places.Select(place => place.Clock).OfType<PackClock>().Where(clock => clock.LateBy(now) is not null)
            .Select(clock => new PackEvent(clock.DueAt, clock.IsPolicy ? "own-deadline-passed" : Code(ContactCode.DeadlinePassed), null)).Distinct();

    // What the notice had when it was frozen, for the law that it cited: nothing that became true since.
    private static IReadOnlyList<PackElement> Elements(LegalBasis law, FrozenNotice? frozen, Track track)
        => frozen?.Laws?.FirstOrDefault(one => one.Basis.Split('@')[0] == law.Id) is { } had && NoticeLaw.Find(law.Id) is { } known
            ? [.. known.ElementsOn(track).Select(element => new PackElement(Code(element.ToString()), had.Elements.Contains(element)))]
            : [];

    private async Task<PackProof> ProofAsync(
        TakedownCase subject, Notice notice, FrozenNotice? frozen, CaseReading reading, CancellationToken cancellationToken)
    {
        var isForm = notice.State == NoticeState.Filed;
        var receipt = isForm ? reading.Open(SealedFields.NoticeReceipt(notice.Id), notice.Receipt) : null;
        var answer = isForm ? null : await notices.ServerReplyAsync(notice, reading, cancellationToken);
        var how = subject.Clocks.FirstOrDefault(clock => clock.Notice == notice.Id)?.StartedBy
            ?? (receipt is not null ? "form-reference" : answer is not null ? "server-acceptance" : "sending");
        return new PackProof(notice.Reference.Value, notice.LeftAt ?? notice.CreatedAt, how, notice.MessageId, frozen?.Sha256, answer, receipt);
    }

    // What was told of the places: what the platform said last, in which words, and when we learned what was typed in at which instant.
    // An answer to a notice beside the platform is none of the platform's.
    private async Task<Told> ToldAsync(IReadOnlyList<Notice> written, CaseReading reading, CancellationToken cancellationToken)
    {
        var beside = written.Where(notice => NoticeKinds.IsBesidePlatform(notice.Kind)).Select(notice => notice.Id.Value).ToHashSet();
        var entries = await history.PageAsync(
            reading, LedgerLane.Case, before: null, MostEntries, entry => entry.Kind == "place.outcome", cancellationToken);
        var told = new Told([], [], []);
        foreach (var entry in entries.Where(entry => entry.Entry.Kind == "place.outcome"))
        {
            if (entry.Entry.Find(LedgerTag.Place) is not { } tagged)
            {
                continue;
            }

            var place = new PlaceId(tagged.AsGuid());
            if (entry.Text(LedgerTag.Source) == Domain.Codes.Of(OutcomeSource.Platform)
                && !(entry.Entry.Find(LedgerTag.Notice) is { } about && beside.Contains(about.AsGuid())))
            {
                told.Said.TryAdd(place, Enum.Parse<PlaceState>(entry.Text(LedgerTag.To)!, ignoreCase: true));
                if (entry.Words.GetValueOrDefault(LedgerTag.Text) is { Length: > 0 } words)
                {
                    told.Answers.TryAdd(place, words);
                }
            }

            if (entry.Entry.Find(LedgerTag.LearnedAt) is { } learned)
            {
                told.Learned.TryAdd((place, entry.Entry.At), learned.AsInstant());
            }
        }

        return told;
    }

    private static string Code(ContactCode code) => Code(code.ToString());

    private static string Code(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    private sealed record Told(
        Dictionary<PlaceId, PlaceState> Said,
        Dictionary<PlaceId, string> Answers,
        Dictionary<(PlaceId Place, DateTimeOffset TypedAt), DateTimeOffset> Learned)
    {
        /// <summary>How the place stands; that the platform said so, only where it did.</summary>
        public PlaceState StateOf(Place place)
            => place.State is PlaceState.Acknowledged or PlaceState.Refused or PlaceState.AsksIdentity
                ? Said.GetValueOrDefault(place.Id, PlaceState.Noticed)
                : place.State;
    }
}
