using Microsoft.EntityFrameworkCore;
using TakedownCases.Data.Ledger;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Ledger;
using TakedownCases.Domain.Notices;

namespace TakedownCases.Data.Notices;

/// <summary>The dated contacts with a platform, from notices and from what the ledger says was answered: no word of anybody is opened.</summary>
public sealed class ContactHistory(TakedownDbContext db, CaseHistory history, LegalBasisCatalogue bases)
{
    // What is told to somebody outside is short; of a case with more the newest count.
    private const int MostEntries = 2_000;

    /// <summary>
    /// What happened between us and the platform about these places, oldest first. An authority is also told whom else we asked;
    /// a platform is not, nor is one provider told of another.
    /// </summary>
    public async Task<IReadOnlyList<ContactLine>> LinesAsync(
        LoadedNotice loaded, bool forAuthority, HashSet<PlaceId> chosen, CancellationToken cancellationToken)
    {
        var (takedownCase, notice) = loaded;
        var left = await db.Notices.AsNoTracking().Include(sent => sent.Places)
            .Where(sent => sent.CaseId == takedownCase.Id && sent.LeftAt != null && sent.Kind != NoticeKind.Complaint)
            .ToListAsync(cancellationToken);
        var about = left.Where(sent => sent.Places.Any(place => chosen.Contains(place.Place))).ToList();
        var platform = NoticeKinds.IsBesidePlatform(notice.Kind) ? left.Find(sent => sent.Id == notice.Earlier)?.Platform : notice.Platform;
        var sent = about.Where(one => NoticeKinds.IsBesidePlatform(one.Kind)
            ? forAuthority
            : one.Platform == platform).ToList();
        var ids = sent.Select(one => (NoticeId?)one.Id).ToHashSet();
        var lines = sent.Select(one => new ContactLine(one.LeftAt!.Value, LeftAs(one), one.Reference.Value))
            .Concat(await AnswersAsync(takedownCase.Id, chosen, [.. left.Where(one => NoticeKinds.IsBesidePlatform(one.Kind)).Select(one => one.Id.Value)], cancellationToken))
            .Concat(takedownCase.Clocks.Where(clock => clock.Place is { } place && chosen.Contains(place) && ids.Contains(clock.Notice)
                    && clock.Kind == ClockKind.Removal && clock.OverdueAt is not null && bases.Find(clock.Basis, clock.BasisVersion) is not { IsPolicy: true })
                .Select(clock => new ContactLine(clock.DueAt, ContactCode.DeadlinePassed, null)).Distinct());
        return [.. lines.OrderBy(line => line.At)];
    }

    // Every answer there was, not only the last about each place: "refused, then acknowledged" is what a lawyer reads. What a
    // provider beside the platform answered is no answer of the platform, and none of the platform's business.
    private async Task<IEnumerable<ContactLine>> AnswersAsync(
        CaseId caseId, HashSet<PlaceId> chosen, HashSet<Guid> beside, CancellationToken cancellationToken)
        => (await history.ClearAsync(caseId, LedgerLane.Case, MostEntries, cancellationToken))
            .Where(entry => entry.Kind == "place.outcome" && entry.Find(LedgerTag.Place) is { } place && chosen.Contains(new PlaceId(place.AsGuid()))
                && !(entry.Find(LedgerTag.Notice) is { } notice && beside.Contains(notice.AsGuid())))
            .Select(entry => CodeOf(
                Enum.Parse<PlaceState>(entry.Find(LedgerTag.To)!.AsText(), ignoreCase: true),
                entry.Find(LedgerTag.Source)?.AsText() == Codes.Of(OutcomeSource.Platform)) is { } code
                ? new ContactLine(entry.Find(LedgerTag.LearnedAt)?.AsInstant() ?? entry.At, code, null)
                : null)
            .OfType<ContactLine>().Distinct();

    private static ContactCode LeftAs(Notice notice) => notice.Kind switch
    {
        NoticeKind.AskHost => ContactCode.HostAsked,
        NoticeKind.AskCdn => ContactCode.CdnAsked,
        NoticeKind.AskRegistrar => ContactCode.RegistrarAsked,
        NoticeKind.DeIndexing => ContactCode.SearchAsked,
        _ when notice.State == NoticeState.Filed => ContactCode.FormFiled,
        NoticeKind.Reminder => ContactCode.ReminderSent,
        NoticeKind.SecondChannel => ContactCode.SecondChannelSent,
        NoticeKind.Preservation => ContactCode.PreservationAsked,
        NoticeKind.CounterIdentity => ContactCode.CounterIdentitySent,
        _ => ContactCode.NoticeSent,
    };

    // "They said" is said of what they said alone.
    private static ContactCode? CodeOf(PlaceState state, bool byPlatform) => state switch
    {
        PlaceState.Acknowledged or PlaceState.RemovedClaimed or PlaceState.RemovedConfirmed or PlaceState.Refused or PlaceState.AsksIdentity
            when !byPlatform => null,
        PlaceState.Acknowledged => ContactCode.Acknowledged,
        PlaceState.RemovedClaimed or PlaceState.RemovedConfirmed => ContactCode.ClaimedRemoved,
        PlaceState.PartlyRemoved => ContactCode.PartlyRemoved,
        PlaceState.HiddenInSearch => ContactCode.HiddenInSearch,
        PlaceState.Refused => ContactCode.Refused,
        PlaceState.AsksIdentity => ContactCode.AskedForIdentity,
        PlaceState.Silent => ContactCode.NoAnswer,
        PlaceState.Moved => ContactCode.Moved,
        PlaceState.Reappeared => ContactCode.Reappeared,
        _ => null,
    };
}
