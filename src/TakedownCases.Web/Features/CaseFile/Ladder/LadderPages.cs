using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.CaseFile.Ladder;

/// <summary>The pages, each from a logged reading of its case.</summary>
public sealed class LadderPages(OpenCase opener, TakedownDbContext db, NoticeStore notices, StaffSession session, TimeProvider clock)
{
    public async Task<LadderShown> HoldAsync(string number, HoldInput input, CancellationToken cancellationToken)
    {
        var opening = await opener.HandleAsync(number, "hold", cases => cases, cancellationToken);
        if (opening is not { Status: OpeningStatus.Open, Case: { } subject, Reading: { } reading })
        {
            return new LadderShown(opening.Status, opening.Number);
        }

        var now = clock.Now();
        var hold = reading.OpenRecord<InvestigationHold>(SealedFields.CaseHold(subject.Id), subject.HoldWords);
        return new LadderShown(opening.Status, opening.Number, new HoldPage(opening.Number, subject.Track, subject.IsOpen, session.Viewer, now)
        {
            Until = subject.IsOnHold(now) ? subject.HoldUntil : null,
            Hold = hold,
            IsAsked = await db.Approvals.AsNoTracking().AnyAsync(
                approval => approval.CaseId == subject.Id && approval.Kind == ApprovalKind.InvestigationHold && approval.DecidedAt == null
                    && approval.ExpiresAt > now,
                cancellationToken),
            Input = subject.IsOnHold(now) && hold is not null ? input.Beginning(hold) : input,
        });
    }

    public async Task<LadderShown> SitesAsync(string number, SiteInput input, CancellationToken cancellationToken)
    {
        var opening = await opener.HandleAsync(
            number,
            "sites",
            cases => cases.Include(subject => subject.Places).Include(subject => subject.Providers)
                .Include(subject => subject.Consents).Include(subject => subject.Tasks.Where(task => task.EndedAt == null)),
            cancellationToken);
        if (opening is not { Status: OpeningStatus.Open, Case: { } subject, Reading: { } reading })
        {
            return new LadderShown(opening.Status, opening.Number);
        }

        var written = await notices.ListAsync(subject.Id, cancellationToken);
        return new LadderShown(
            opening.Status,
            opening.Number,
            new SitesPage(opening.Number, subject.Track, subject.IsOpen, session.Viewer, clock.Now())
            {
                Sites = [.. subject.Places.Where(place => place.Site is not null && place.State != PlaceState.Withdrawn)
                    .GroupBy(place => Convert.ToHexString(place.Site!), StringComparer.Ordinal)
                    .Select(places => Line(subject, [.. places.OrderBy(place => place.Ordinal)], written, reading)).OrderBy(line => line.Places[0])],
                Input = input,
            });
    }

    private static SiteLine Line(TakedownCase subject, List<Place> places, IReadOnlyList<Notice> written, CaseReading reading) => new(
        places[0].Id.Value,
        HostOf(reading.OpenRecord<PlaceDetails>(SealedFields.PlaceDetails(places[0].Id), places[0].Details)),
        [.. places.Select(place => place.Ordinal)],
        [.. subject.ProvidersOf(places[0]).OrderBy(provider => provider.Role).Select(provider => Line(subject, places, provider, written, reading))],
        subject.Tasks.Any(task => task is { IsOpen: true, Kind: TaskKind.FindHost, Place: { } place } && subject.AreOnOneSite(place, places[0].Id)));

    private static ProviderLine Line(
        TakedownCase subject, List<Place> places, SiteProvider provider, IReadOnlyList<Notice> written, CaseReading reading)
    {
        var details = reading.OpenRecord<ProviderDetails>(SealedFields.ProviderDetails(provider.Id), provider.Details);
        var last = ProviderNotices.Last(subject, places[0].Id, provider.Role, written);
        var followed = AskProvider.Followed(subject, places[0].Id, written);
        return new ProviderLine(
            provider.Role,
            details,
            provider.RecordedAt,
            last?.Reference.Value,
            last is { State: NoticeState.Draft or NoticeState.AwaitsSecond or NoticeState.Queued or NoticeState.Sending or NoticeState.ToFile }
                || subject.Tasks.Any(open => open is { IsOpen: true, For: TaskFor.House } && open.Kind == TaskKinds.Asking(provider.Role)
                    && subject.AreOnOneSite(open.Place, places[0].Id)),
            subject is { IsOpen: true, Track: Track.Adult, HoldUntil: null } && details is { CanBeReached: true } && subject.HasConsent(ConsentAction.NotifyPlatforms)
                && followed.Any(one => ProviderNotices.Last(subject, one.Place, provider.Role, written.Where(notice => notice.Earlier == one.Notice.Id)) is null));
    }

    private static string HostOf(PlaceDetails? details)
        => details?.Canonical is { } canonical && CanonicalAddress.TryRead(canonical) is { } address ? address.Host : "";
}
