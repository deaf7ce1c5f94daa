using System.Globalization;
using TakedownCases.Data;
using TakedownCases.Data.Notices;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.Notices.Outcomes;

/// <summary>
/// Records how places stand, by whose word and since when we know: one place or many of one notice, all or none. A look of
/// our own needs somebody who agreed to it before (practice P1).
/// </summary>
public sealed class RecordOutcome(
    TakedownDbContext db,
    CaseStore cases,
    NoticeStore notices,
    CaseChange change,
    CaseClockBook clocks,
    LegalBasisCatalogue bases,
    PlatformDirectory directory,
    StaffSession session,
    TimeProvider clock)
{
    public async Task<VerbResult> HandleAsync(string number, OutcomeInput input, CancellationToken cancellationToken)
    {
        var viewer = session.Viewer;
        if (!CaseNumber.TryParse(number, out var parsed) || await cases.FindAsync(viewer, parsed, cancellationToken) is not { } caseId)
        {
            return VerbResult.Gone;
        }

        if (!CasePermissions.May(viewer, CaseAction.TellOutcome))
        {
            return VerbResult.Forbidden;
        }

        var now = clock.Now();
        var (told, problem) = Read(input, session.Zone, now);
        if (told is null)
        {
            return problem!;
        }

        var sent = (await notices.ListAsync(caseId, cancellationToken)).Where(notice => notice.LeftAt is not null)
            .OrderByDescending(notice => notice.LeftAt).ToList();
        var looks = await OutcomePages.LooksAsync(db, caseId, viewer.Staff, now, cancellationToken);
        var result = await change.RunAsync(
            number, input, CaseAction.TellOutcome, (subject, by, at) => Tell(subject, input, told, sent, looks, by, at), cancellationToken);

        // The rule's answer belongs to what was chosen, so that the page comes back as it was filled in.
        return result is { Status: VerbStatus.Refused, Field: null, Code: { } code } && code != VerbResult.Incomplete.Code
            ? result with { Field = code == CaseRefusals.NeedsSecondPerson.Code || code == CaseRefusals.NobodyLooks.Code
                ? nameof(OutcomeInput.Source) : nameof(OutcomeInput.State) }
            : result;
    }

    private Outcome Tell(
        TakedownCase subject,
        OutcomeInput input,
        PlaceOutcome told,
        List<Notice> sent,
        Dictionary<string, StaffId> looks,
        Actor by,
        DateTimeOffset now)
    {
        var places = input.Places.Distinct().Select(id => subject.Places.FirstOrDefault(place => place.Id == new PlaceId(id))).ToList();
        foreach (var place in places)
        {
            if (place is null)
            {
                return CaseRefusals.NoSuchPlace;
            }

            var notice = sent.Find(left => left.Reference.Value == input.Notice && left.Places.Any(named => named.Place == place.Id))
                ?? sent.Find(left => !NoticeKinds.IsBesidePlatform(left.Kind) && left.Places.Any(named => named.Place == place.Id));
            var second = told.Source == OutcomeSource.OwnLook && looks.TryGetValue(OutcomePages.LookOf(place.Ordinal), out var agreed)
                ? agreed
                : (StaffId?)null;
            var outcome = subject.TellOutcome(place.Id, told with { Notice = notice?.Id, Second = second }, clocks.Start, by, now);
            if (!outcome.IsDone)
            {
                return outcome;
            }

            if (told is { State: PlaceState.Refused, Source: OutcomeSource.Platform })
            {
                StartWindows(subject, place, told.LearnedAt, by, now);
            }
        }

        return Outcome.Done;
    }

    private static (PlaceOutcome? Told, VerbResult? Problem) Read(OutcomeInput input, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (input.Places.Count == 0)
        {
            return (null, Problem("no-places", nameof(OutcomeInput.Places)));
        }

        if (input.State is not { } state || !PlaceStates.Outcomes.Contains(state))
        {
            return (null, Problem("state", nameof(OutcomeInput.State)));
        }

        if (input.Source is not { } source || !Enum.IsDefined(source))
        {
            return (null, Problem("source", nameof(OutcomeInput.Source)));
        }

        if (TypedTime.Read(input.LearnedAt, zone, now) is not { } learnedAt)
        {
            return (null, Problem("time", nameof(OutcomeInput.LearnedAt)));
        }

        var words = PlainText.Clean(input.Words, FilingLimits.MessageLength, multiline: true);
        if (words is { TooLong: true } or { ImageData: true })
        {
            return (null, Problem(words.TooLong ? "too-long" : "image-data", nameof(OutcomeInput.Words)));
        }

        if (!TryCount(input.Views, out var views) || !TryCount(input.Reposts, out var reposts))
        {
            return (null, Problem("count", TryCount(input.Views, out _) ? nameof(OutcomeInput.Reposts) : nameof(OutcomeInput.Views)));
        }

        if ((views ?? reposts) is not null && input.Places.Distinct().Count() > 1)
        {
            return (null, Problem("reach-of-one", nameof(OutcomeInput.Views)));
        }

        var reach = (views ?? reposts) is null ? null : new Reach(views, reposts, learnedAt);
        return (new PlaceOutcome(state, source, learnedAt, Words: words.Text is { Length: > 0 } said ? said : null, Reach: reach), null);
    }

    private static bool TryCount(string? typed, out long? count)
    {
        count = null;
        var digits = string.Concat((typed ?? "").Where(character => !char.IsWhiteSpace(character) && character is not ('.' or ',' or '\'')));
        if (digits.Length == 0)
        {
            return string.IsNullOrWhiteSpace(typed);
        }

        var isCount = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        count = isCount ? number : null;
        return isCount;
    }

    private static VerbResult Problem(string code, string field) => new(VerbStatus.Refused, code, field);

    // Whoever was refused has a time in which to complain about it: it runs from when we were told.
    private void StartWindows(TakedownCase subject, Place place, DateTimeOffset toldAt, Actor by, DateTimeOffset now)
    {
        var platform = place.Platform is { } id ? directory.Find(new PlatformId(id)) : null;
        var rights = LawOffers.SetOffBy(ClockTrigger.DecisionReceived, subject.Track, platform, subject.Country, toldAt, bases);
        subject.StartClocks([.. clocks.Legal(ClockTrigger.DecisionReceived, rights, subject, toldAt, "decision-told", place.Id)], now, by);
    }
}
