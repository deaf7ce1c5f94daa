using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.Notices.Outcomes;

/// <summary>The page on which outcomes are recorded, from a logged reading of its case.</summary>
public sealed class OutcomePages(
    OpenCase opener,
    NoticeStore notices,
    TakedownDbContext db,
    PlatformDirectory directory,
    StaffSession session,
    TimeProvider clock)
{
    // From when somebody agreed, not from when it was asked.
    private static readonly TimeSpan LookFor = TimeSpan.FromHours(24);

    /// <summary>Places of the notice, or the one place, are ticked; with <paramref name="typed"/> what was typed stands.</summary>
    public async Task<Shown> OutcomesAsync(
        string number, string? notice, Guid? place, OutcomeInput? typed, CancellationToken cancellationToken)
    {
        if (!CasePermissions.May(session.Viewer, CaseAction.TellOutcome))
        {
            return Shown.Forbidden(number);
        }

        var opening = await opener.HandleAsync(number, "outcomes", cases => cases.Include(subject => subject.Places), cancellationToken);
        if (opening is not { Status: OpeningStatus.Open, Case: { } subject, Reading: { } reading })
        {
            return new Shown(opening.Status, opening.Number);
        }

        var about = NoticeReference.TryParse(notice, out var reference) ? await notices.FindAsync(subject.Id, reference, cancellationToken) : null;
        if (about is null && notice is not null)
        {
            return Shown.Gone(number);
        }

        var looks = await LooksAsync(db, subject.Id, session.Viewer.Staff, clock.GetUtcNow(), cancellationToken);
        var named = about?.Places.Select(one => one.Place).ToHashSet();

        // What is gone is not said again by mistake, with the rest of its notice.
        var ticked = subject.Places.Where(line => named is null ? line.Id.Value == place : named.Contains(line.Id) && !PlaceStates.IsGone(line.State))
            .Select(line => line.Id.Value);
        return new Shown(opening.Status, opening.Number, new OutcomePage
        {
            Number = opening.Number,
            Track = subject.Track,
            Notice = about?.Reference.Value,
            Places = [.. subject.Places.Where(line => line.State != PlaceState.Withdrawn).OrderBy(line => line.Ordinal)
                .Select(line => Line(line, reading, looks))],
            Sources = [.. Enum.GetValues<OutcomeSource>().Where(source => subject.Track == Track.Adult || source != OutcomeSource.OwnLook)],
            Input = typed ?? new OutcomeInput { Places = [.. ticked], Notice = about?.Reference.Value },
            Now = clock.Now(),
            Zone = session.Zone.Id,
        });
    }

    /// <summary>Who agreed that this member of staff opens which place, by the place's number; while that is good.</summary>
    internal static async Task<Dictionary<string, StaffId>> LooksAsync(
        TakedownDbContext db, CaseId caseId, StaffId staff, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var agreedSince = now - LookFor;
        var granted = await db.Approvals.AsNoTracking()
            .Where(approval => approval.CaseId == caseId && approval.Kind == ApprovalKind.OwnLook && approval.RequestedBy == staff
                && approval.Granted && approval.DecidedBy != null && approval.DecidedAt > agreedSince)
            .OrderBy(approval => approval.DecidedAt).ToListAsync(cancellationToken);
        var looks = new Dictionary<string, StaffId>(StringComparer.Ordinal);
        foreach (var approval in granted)
        {
            looks[approval.Detail ?? ""] = approval.DecidedBy!.Value;
        }

        return looks;
    }

    internal static string LookOf(int ordinal) => ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private OutcomeLine Line(Place place, CaseReading reading, Dictionary<string, StaffId> looks)
    {
        var details = reading.OpenRecord<PlaceDetails>(SealedFields.PlaceDetails(place.Id), place.Details);
        var platform = place.Platform is { } id ? directory.Find(new PlatformId(id))?.Name ?? id : null;
        return new OutcomeLine(
            place.Id.Value, place.Ordinal, place.State, platform, details?.AsTyped, looks.ContainsKey(LookOf(place.Ordinal)));
    }
}
