using Microsoft.EntityFrameworkCore;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Data.Notices;

/// <summary>Gathers what a notice is made of: from its case, through a logged reading, and from what a person chose.</summary>
public sealed class NoticeFactsReader(TakedownDbContext db, PlatformDirectory directory, LegalBasisCatalogue bases)
{
    private const string English = "en";
    private const string French = "fr";

    /// <summary>The facts as they are now. Needs the case's places loaded.</summary>
    public async Task<NoticeFacts> ReadAsync(
        LoadedNotice loaded,
        NoticeChoices choices,
        CaseReading reading,
        NoticeSender sender,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var (takedownCase, notice) = loaded;
        var details = reading.OpenRecord<CaseDetails>(SealedFields.CaseDetails(takedownCase.Id), takedownCase.Details) ?? new CaseDetails();
        var beside = NoticeKinds.IsBesidePlatform(notice.Kind);
        var platform = directory.Find(new PlatformId(notice.Platform));
        var chosen = choices.Places.ToHashSet();
        var isMinor = notice.Track == Track.Minor;
        var missed = choices.MissedBasis is { } name && NoticeDeparture.Cited(name, bases) is [var basis, ..] ? basis : null;
        return new NoticeFacts
        {
            Kind = notice.Kind,
            Reference = notice.Reference,
            Track = notice.Track,
            Language = notice.Language == French ? French : English,
            Date = now,
            PlatformName = (beside ? choices.PlatformName : null) ?? platform?.Name ?? choices.PlatformName ?? notice.Platform,
            ProviderName = beside ? choices.ProviderName ?? platform?.Name : null,
            Recipient = choices.Recipient,
            Channel = notice.ChannelKind,
            DisclosesToUploader = platform?.Channels.FirstOrDefault(channel => channel.Id == notice.Channel)?.DisclosesToUploader,
            Places = [.. takedownCase.Places.Where(place => chosen.Contains(place.Id)).OrderBy(place => place.Ordinal)
                .Select(place => Named(place, reading))],
            Harms = details.Harms.Count > 0 ? details.Harms : choices.Harms ?? [],
            Edited = details.EditedOrGenerated == true,
            MadeAsChild = isMinor ? (details.AgeUnsure ? null : true) : false,
            Statement = isMinor ? null : reading.OpenRecord<SignedStatement>(SealedFields.CaseStatement(takedownCase.Id), takedownCase.Statement),
            HasAuthority = takedownCase.AuthorityCheckedAt is not null,
            Signer = isMinor ? NoticeSigner.Organisation : choices.Signer,
            Sender = sender,
            Bases = [.. choices.Bases.SelectMany(cited => NoticeDeparture.Cited(cited, bases))],
            Earlier = await EarlierAsync(notice, reading, cancellationToken),
            AddedWords = choices.AddedWords,
            MissedBasis = missed,
            Authority = notice.Kind == NoticeKind.Complaint ? missed?.Authority : null,
            History = NoticeKinds.TellsHistory(notice.Kind) ? await HistoryAsync(loaded, notice.Kind == NoticeKind.Complaint, chosen, cancellationToken)
                : [],
            PreserveUntil = choices.PreserveUntil,
        };
    }

    private static NoticedPlace Named(Place place, CaseReading reading)
    {
        var details = reading.OpenRecord<PlaceDetails>(SealedFields.PlaceDetails(place.Id), place.Details);
        return new NoticedPlace(place.Id, place.Ordinal, details?.Kind ?? "", details?.AsTyped ?? "", details?.Canonical, null);
    }

    private async Task<EarlierNotice?> EarlierAsync(Notice notice, CaseReading reading, CancellationToken cancellationToken)
    {
        if (notice.Earlier is not { } id)
        {
            return null;
        }

        var earlier = await db.Notices.AsNoTracking()
            .SingleOrDefaultAsync(earlier => earlier.CaseId == notice.CaseId && earlier.Id == id, cancellationToken);
        return earlier?.LeftAt is { } leftAt
            ? new EarlierNotice(earlier.Reference, leftAt, await ServerReplyAsync(earlier, reading, cancellationToken))
            : null;
    }

    // Only what a mail server said is quoted to a platform: how a colleague knows that a notice left, or the reference a form
    // gave, stands in the receipt too.
    internal async Task<string?> ServerReplyAsync(Notice earlier, CaseReading reading, CancellationToken cancellationToken)
    {
        var accepted = Codes.Of(SendEnd.Accepted);
        var attempt = await db.SendAttempts.AsNoTracking()
            .Where(attempt => attempt.CaseId == earlier.CaseId && attempt.Notice == earlier.Id && attempt.Outcome == accepted)
            .OrderByDescending(attempt => attempt.Number).FirstOrDefaultAsync(cancellationToken);
        return attempt is null ? null
            : reading.OpenRecord<AttemptEvidence>(SealedFields.AttemptEvidence(attempt.Id), attempt.Evidence)?.Reply;
    }

    /// <summary>
    /// What happened between us and the platform about these places, oldest first. An authority is also told whom else we asked;
    /// a platform is not, nor is one provider told of another.
    /// </summary>
    internal async Task<IReadOnlyList<ContactLine>> HistoryAsync(
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
            .Concat(takedownCase.Places.Where(place => chosen.Contains(place.Id) && place.StateSince is not null)
                .Select(place => CodeOf(place.State) is { } code ? new ContactLine(place.StateSince!.Value, code, null) : null)
                .OfType<ContactLine>().Distinct())
            .Concat(takedownCase.Clocks.Where(clock => clock.Place is { } place && chosen.Contains(place) && ids.Contains(clock.Notice)
                    && clock.Kind == ClockKind.Removal && clock.OverdueAt is not null)
                .Select(clock => new ContactLine(clock.DueAt, ContactCode.DeadlinePassed, null)).Distinct());
        return [.. lines.OrderBy(line => line.At)];
    }

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

    private static ContactCode? CodeOf(PlaceState state) => state switch
    {
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
