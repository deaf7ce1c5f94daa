using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>What went out about a case and what waits to, as far as a key may know it (practice P7, P13).</summary>
public sealed class SentNotices(TakedownDbContext db, PlatformDirectory platforms)
{
    private const string LeftOut = "[…]";

    /// <summary>Oldest first. Needs the case's keys; answers nothing where the key may not know.</summary>
    public async Task<IReadOnlyList<NoticeView>> ListAsync(TakedownCase found, KeyRights rights, CancellationToken cancellationToken)
    {
        if (!rights.SeesNotices)
        {
            return [];
        }

        var rows = await db.Notices.AsNoTracking().Where(notice => notice.CaseId == found.Id)
            .OrderBy(notice => notice.CreatedAt).ThenBy(notice => notice.Id)
            .Select(notice => new
            {
                notice.Platform,
                notice.Kind,
                notice.State,
                notice.Track,
                notice.LeftAt,
                WasFrozen = notice.FrozenAt != null,
                HasWords = notice.Frozen != null,
                Places = notice.Places.Select(place => place.Place).ToList(),
            })
            .ToListAsync(cancellationToken);

        // The number counts all that were ever begun, so that it stays the same whatever leaves first.
        return [.. rows.Select((row, index) => NoticeView.StageOf(row.State, row.WasFrozen) is not { } stage ? null : new NoticeView(
                index + 1,
                platforms.Find(new PlatformId(row.Platform))?.Name,
                row.Kind,
                stage,
                stage == NoticeStage.Left ? row.LeftAt : null,
                row.Places.ToHashSet(),
                stage == NoticeStage.Left && row.HasWords && MayBeRead(found.Track, row.Track)))
            .OfType<NoticeView>()];
    }

    /// <summary>The words of one letter that left; null where there is none that this key may read.</summary>
    public async Task<LetterView?> ReadAsync(
        TakedownCase found, IReadOnlyList<NoticeView> seen, int number, CaseReading reading, CancellationToken cancellationToken)
    {
        if (seen.FirstOrDefault(notice => notice.Number == number) is not { HasText: true } view)
        {
            return null;
        }

        var notice = await db.Notices.AsNoTracking().Where(notice => notice.CaseId == found.Id)
            .OrderBy(notice => notice.CreatedAt).ThenBy(notice => notice.Id).Skip(number - 1).FirstAsync(cancellationToken);
        var frozen = reading.OpenRecord<FrozenNotice>(SealedFields.NoticeFrozen(notice.Id), notice.Frozen);
        return frozen is null ? null : new LetterView(view, notice.Language, WithoutRecipient(frozen));
    }

    /// <summary>How many letters about these places, or about any, nobody can call back.</summary>
    public async Task<int> CountBeyondRecallAsync(
        KeySession session, IReadOnlyCollection<Guid>? places, CancellationToken cancellationToken)
    {
        var found = await db.Cases.AsNoTracking().Include(one => one.Keys).SingleOrDefaultAsync(one => one.Id == session.CaseId, cancellationToken);
        var seen = found is null ? [] : await ListAsync(found, KeyRights.Of(session.Holder, found), cancellationToken);
        return seen.Count(notice => notice.IsBeyondRecall
            && (places is null || notice.Places.Any(place => places.Contains(place.Value))));
    }

    // Legal words are for adults; what was written for the other track stays as it was.
    private static bool MayBeRead(Track now, Track written) => now == Track.Adult && written == Track.Adult;

    // A reminder may quote what a mail server answered, and servers name the mailbox.
    private static string WithoutRecipient(FrozenNotice frozen)
        => string.IsNullOrWhiteSpace(frozen.Recipient) ? frozen.Body
            : frozen.Body.Replace(frozen.Recipient, LeftOut, StringComparison.OrdinalIgnoreCase);
}
