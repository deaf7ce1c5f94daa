using Microsoft.EntityFrameworkCore;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Data.Notices;

/// <summary>Gathers what a notice is made of: from its case, through a logged reading, and from what a person chose.</summary>
public sealed class NoticeFactsReader(
    TakedownDbContext db, ContactHistory contacts, PlatformDirectory directory, LegalBasisCatalogue bases)
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
            History = NoticeKinds.TellsHistory(notice.Kind) ? await contacts.LinesAsync(loaded, notice.Kind == NoticeKind.Complaint, chosen, cancellationToken)
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
}
