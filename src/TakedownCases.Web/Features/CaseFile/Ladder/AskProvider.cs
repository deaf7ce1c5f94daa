using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.CaseFile.Ladder;

/// <summary>
/// A person does not wait for the ladder: the house drafts a notice to whoever hosts, delivers or registers a site, after the last notice
/// that left about it, and two people let it leave.
/// </summary>
public sealed class AskProvider(CaseChange change, CaseStore store, TakedownDbContext db, StaffSession session)
{
    private static readonly Refusal NothingLeft = new("place.not-noticed", "No notice about this site has left yet.");

    private static readonly Refusal AlreadyAsked = new("place.asked", "They were asked already.");

    public async Task<VerbResult> HandleAsync(string number, SiteInput input, CancellationToken cancellationToken)
    {
        if (input.Role is not { } role || !Enum.IsDefined(role))
        {
            return new VerbResult(VerbStatus.Refused, "role", nameof(SiteInput.Role));
        }

        var written = await WrittenAsync(number, cancellationToken);
        var result = await change.RunAsync(
            number, input, CaseAction.WriteNotice, (subject, by, now) => Ask(subject, new PlaceId(input.Place), role, written, by, now), cancellationToken);
        return result.Status == VerbStatus.Done ? VerbResult.Noticed("drafting") : result;
    }

    /// <summary>
    /// Which notices to those who run the site a draft can follow, and about which place each: the newest first, until all that is still to be
    /// taken down there is named. Complaints, reminders and what went to others are none.
    /// </summary>
    public static IReadOnlyList<(Notice Notice, PlaceId Place)> Followed(TakedownCase subject, PlaceId site, IEnumerable<Notice> notices)
    {
        var open = subject.Places.Where(place => subject.AreOnOneSite(place.Id, site) && PlaceStates.MayBeNoticed(place.State)).Select(place => place.Id).ToHashSet();
        List<(Notice, PlaceId)> followed = [];
        foreach (var notice in notices.Where(notice => notice.LeftAt is not null && notice.Kind is NoticeKind.Removal or NoticeKind.SecondChannel)
            .OrderByDescending(notice => notice.LeftAt))
        {
            var named = notice.Places.Select(place => place.Place).Where(open.Contains).ToList();
            if (named.Count > 0)
            {
                followed.Add((notice, named[0]));
                open.ExceptWith(named);
            }
        }

        return followed;
    }

    private static Outcome Ask(TakedownCase subject, PlaceId site, ProviderRole role, List<Notice> written, Actor by, DateTimeOffset now)
    {
        var followed = Followed(subject, site, written);
        if (followed.Count == 0)
        {
            return NothingLeft;
        }

        var toAsk = followed.Where(one => ProviderNotices.Last(subject, one.Place, role, written.Where(notice => notice.Earlier == one.Notice.Id)) is null).ToList();
        return toAsk.Count == 0
            ? AlreadyAsked
            : toAsk.Select(one => subject.AskProvider(one.Place, role, one.Notice.Id, by, now)).FirstOrDefault(outcome => !outcome.IsDone, Outcome.Done);
    }

    private async Task<List<Notice>> WrittenAsync(string number, CancellationToken cancellationToken)
    {
        if (!CaseNumber.TryParse(number, out var parsed))
        {
            return [];
        }

        var visible = store.VisibleTo(session.Viewer).Where(subject => subject.Number == parsed).Select(subject => subject.Id);
        return await db.Notices.AsNoTracking().Include(notice => notice.Places)
            .Where(notice => visible.Contains(notice.CaseId)).ToListAsync(cancellationToken);
    }
}
