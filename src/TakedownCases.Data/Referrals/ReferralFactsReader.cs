using Microsoft.EntityFrameworkCore;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TakedownCases.Domain.Referrals;

namespace TakedownCases.Data.Referrals;

/// <summary>Gathers what could be told of a case, through a logged reading. What is told is chosen afterwards.</summary>
public sealed class ReferralFactsReader(TakedownDbContext db, PlatformDirectory directory)
{
    /// <summary>The facts as they are now, about the places given, or, where that is null, about all; never about one that was taken back. Needs the places loaded.</summary>
    public async Task<ReferralFacts> ReadAsync(
        TakedownCase subject,
        ReferralReference reference,
        Authority to,
        IReadOnlyCollection<PlaceId>? places,
        string language,
        NoticeSender sender,
        CaseReading reading,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var details = reading.OpenRecord<CaseDetails>(SealedFields.CaseDetails(subject.Id), subject.Details) ?? new CaseDetails();
        var contact = reading.OpenRecord<SafeContact>(SealedFields.CaseContact(subject.Id), subject.Contact);
        var statement = reading.OpenRecord<SignedStatement>(SealedFields.CaseStatement(subject.Id), subject.Statement);
        var chosen = subject.Places.Where(place => place.State != PlaceState.Withdrawn && places?.Contains(place.Id) != false)
            .OrderBy(place => place.Ordinal).ToList();
        var ids = chosen.Select(place => place.Id).ToList();
        var sent = await db.Notices.AsNoTracking()
            .Where(notice => notice.CaseId == subject.Id && notice.LeftAt != null
                && notice.Places.Any(named => EF.Parameter(ids).Contains(named.Place)))
            .OrderBy(notice => notice.LeftAt).Select(notice => new { notice.Reference, notice.Platform, notice.LeftAt }).ToListAsync(cancellationToken);
        return new ReferralFacts
        {
            Reference = reference,
            Authority = to,
            Track = subject.Track,
            Language = language,
            Now = now,
            Organisation = sender.Organisation,
            OrganisationMail = sender.Address,
            Places = [.. chosen.Select(place => Named(place, reading))],
            Harms = details.Harms,
            Edited = details.EditedOrGenerated == true,
            FiledAt = subject.FiledAt,
            Notices = [.. sent.Select(notice => new ReferredNotice(notice.Reference.Value, NameOf(notice.Platform) ?? notice.Platform, notice.LeftAt!.Value))],
            Country = subject.Country,
            OwnWords = details.Words,
            Name = statement?.Name,
            Contact = contact is { Channel: ContactChannel.Mail or ContactChannel.Telephone, Address: { Length: > 0 } address }
                ? string.Join(", ", new[] { address, contact.SafeWhen }.Where(part => !string.IsNullOrWhiteSpace(part))) : null,
        };
    }

    private ReferredPlace Named(Place place, CaseReading reading)
    {
        var details = reading.OpenRecord<PlaceDetails>(SealedFields.PlaceDetails(place.Id), place.Details);
        return new ReferredPlace(place.Id, place.Ordinal, details?.Kind ?? "", NameOf(place.Platform), details?.AsTyped);
    }

    private string? NameOf(string? platform) => platform is null ? null : directory.Find(new PlatformId(platform))?.Name;
}
