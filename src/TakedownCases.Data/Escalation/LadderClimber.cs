using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Escalation;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TakedownCases.Domain.Referrals;

namespace TakedownCases.Data.Escalation;

/// <summary>Finds what a climb must know of the notices behind the clocks of a case, and lets it climb.</summary>
public sealed class LadderClimber(
    TakedownDbContext db, CaseClimb climb, PlatformDirectory directory, CaseClockBook clocks, AuthorityDirectory authorities)
{
    /// <summary>How many of the clocks had something to say. Needs clocks, rungs, consents and open tasks loaded.</summary>
    public async Task<int> ClimbAsync(
        TakedownCase takedownCase, IReadOnlyCollection<ClockId> due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = takedownCase.Clocks.Where(clock => due.Contains(clock.Id)).Select(clock => clock.Notice).OfType<NoticeId>().Distinct().ToList();
        var sent = ids.Count == 0
            ? []
            : await db.Notices.AsNoTracking().Where(notice => notice.CaseId == takedownCase.Id && EF.Parameter(ids).Contains(notice.Id))
                .Select(notice => new { notice.Id, notice.Platform, notice.Channel, notice.ChannelKind })
                .ToListAsync(cancellationToken);
        var reach = sent.ToDictionary(
            notice => notice.Id,
            notice => new NoticeReach(
                notice.ChannelKind == ChannelKind.Mail,
                OtherChannel(notice.Platform, notice.Channel, takedownCase.Track) is not null,
                directory.Find(new PlatformId(notice.Platform)) is not null,
                directory.Find(new PlatformId(notice.Platform)) is { Kind: PlatformKind.Search }));
        if (takedownCase.Clocks.Any(clock => clock.Place is not null && due.Contains(clock.Id)))
        {
            await db.Entry(takedownCase).Collection(found => found.Places).LoadAsync(cancellationToken);
        }

        if (reach.Values.Any(notice => !notice.IsListed))
        {
            await db.Entry(takedownCase).Collection(found => found.Providers).LoadAsync(cancellationToken);
        }

        return climb.Climb(takedownCase, due, reach, HasAuthority, now);

        bool HasAuthority(CaseClock clock)
            => clocks.BasisOf(clock) is { } basis && authorities.ForComplaint(basis.PolicyFor ?? basis.Id, takedownCase.Track, takedownCase.Country) is not null;
    }

    /// <summary>Another channel of a platform that takes notices of the track; null when none is known.</summary>
    public Channel? OtherChannel(string platform, string channel, Track track)
        => NoticeChannels.Of(directory.Find(new PlatformId(platform)), track).FirstOrDefault(other => other.Id != channel && other.Where is not null);
}
