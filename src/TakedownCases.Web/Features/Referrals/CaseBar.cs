using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Features.Referrals;

/// <summary>
/// What every page of the slice says of its case first: which it is, how urgent, whether an authority asked us to hold still, and whether
/// the person may be contacted.
/// </summary>
public sealed record CaseBar(string Number, Track Track, Severity Severity, DateTimeOffset? HeldUntil, bool DoNotContact)
{
    public static CaseBar Of(TakedownCase subject, CaseReading reading, DateTimeOffset now) => new(
        subject.Number.Value,
        subject.Track,
        subject.Severity,
        subject.IsOnHold(now) ? subject.HoldUntil : null,
        reading.OpenRecord<SafeContact>(SealedFields.CaseContact(subject.Id), subject.Contact) is { Channel: ContactChannel.ComesBack });
}
