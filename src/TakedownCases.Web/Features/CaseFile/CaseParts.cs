using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TakedownCases.Web.Features.CaseFile.Clocks;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.CaseFile;

/// <summary>Fills the parts of a case page from a reading that stands in the log already.</summary>
public sealed class CaseParts(
    TakedownDbContext db, NoticeStore notices, CaseHistory history, CaseClockBook clocks, PlatformDirectory directory, EventWords words, ClockActs acts, TimeProvider time)
{
    /// <summary>Entries on one page of the timeline.</summary>
    public const int PageSize = 50;

    // A case with more history than this shows the latest of it beside a clock; the timeline has all.
    private const int MostEntries = 500;

    private static readonly string[] Recounts = ["clock.recounted", "clock.paused", "clock.resumed", "clock.met", "clock.stopped"];

    private static readonly StaffRole[] MayBeWalledOff = [StaffRole.Triage, StaffRole.Advocate, StaffRole.Supervisor, StaffRole.Legal];

    public SummaryPart Summary(TakedownCase subject, CaseReading reading) => new(
        Details(subject, reading),
        reading.OpenRecord<SignedStatement>(SealedFields.CaseStatement(subject.Id), subject.Statement),
        subject.AuthorityCheckedAt,
        Clocks(subject));

    public PlacesPart Places(TakedownCase subject, CaseReading reading) => new(
        [.. subject.Places.OrderBy(place => place.Ordinal).Select(place => new PlaceLine(
            place.Id.Value,
            place.Ordinal,
            place.State,
            place.StateSince,
            place.Platform,
            PlatformName(place.Platform),
            reading.OpenRecord<PlaceDetails>(SealedFields.PlaceDetails(place.Id), place.Details),
            reading.OpenRecord<Reach>(SealedFields.PlaceReach(place.Id), place.Reach),
            place.AddedAt))],
        [.. directory.All.Select(platform => (platform.Id.Value, platform.Name)).OrderBy(platform => platform.Name, StringComparer.OrdinalIgnoreCase)]);

    /// <summary>Needs clocks and places loaded. What notices say is not opened here.</summary>
    public async Task<NoticesPart> NoticesAsync(TakedownCase subject, CancellationToken cancellationToken)
    {
        var ordinals = subject.Places.ToDictionary(place => place.Id, place => place.Ordinal);
        var sent = await notices.ListAsync(subject.Id, cancellationToken);
        return new NoticesPart(
            [.. sent.Select(notice => new NoticeLine(
                notice.Reference.Value,
                notice.Kind,
                notice.State,
                directory.Find(new PlatformId(notice.Platform))?.Name,
                [.. notice.Places.Select(place => ordinals.GetValueOrDefault(place.Place)).Order()],
                notice.CreatedAt,
                notice.LeftAt,
                subject.Clocks.Where(clock => clock.IsRunning && clock.Notice == notice.Id).MinBy(clock => clock.DueAt)))],
            subject.HotlineToldAt);
    }

    public ClocksPart Clocks(TakedownCase subject) => new(
        [.. subject.Clocks.OrderBy(clock => clock.EndedAt is not null).ThenBy(clock => clock.DueAt)],
        subject.Places.ToDictionary(place => place.Id, place => place.Ordinal));

    /// <summary>Why one clock is due when it is, why its law applies, and what became of it since. Needs clocks and places.</summary>
    public async Task<TracePart> TraceAsync(TakedownCase subject, CaseReading reading, CaseClock clock, CancellationToken cancellationToken)
    {
        var entries = await history.PageAsync(reading, LedgerLane.Case, null, MostEntries, entry => entry.Kind is "clock.met" or "clock.stopped", cancellationToken);
        var told = entries.Where(entry => Recounts.Contains(entry.Entry.Kind)
            && entry.Entry.Find(LedgerTag.Clock)?.AsGuid() == clock.Id.Value).Reverse().ToList();
        var names = await StaffNames.OfAsync(db, told.SelectMany(EventWords.Named).Select(staff => staff.Value), cancellationToken);
        var basis = clocks.BasisOf(clock);
        var platform = subject.Places.FirstOrDefault(place => place.Id == clock.Place)?.Platform;
        return new TracePart(clock, clocks.Trace(subject, clock, time.Now()))
        {
            Basis = basis,
            Ordinal = subject.Places.FirstOrDefault(place => place.Id == clock.Place)?.Ordinal,
            Why = basis is null || clock.Place is null ? null
                : LawOffers.Seems(basis, platform is null ? null : directory.Find(new PlatformId(platform)), subject.Country).Why,
            Range = clocks.RangeOf(clock),
            Words = reading.Open(SealedFields.ClockWords(clock.Id), clock.Words),
            PausedSince = subject.Waits.All is [.., { To: null, From: var since }] ? since : null,
            Recounts = [.. told.Select(entry => new RecountLine(entry.Entry.At, words.Who(entry, names), words.What(entry, names), words.Said(entry)))],
        };
    }

    public NewClockPart NewClock(TakedownCase subject, Viewer viewer, string zone) => new(
        acts.For(
            subject.Track,
            [.. subject.Places.Select(place => place.Platform).OfType<string>().Distinct(StringComparer.Ordinal)
                .Select(platform => directory.Find(new PlatformId(platform))).OfType<Platform>()],
            subject.Country,
            time.Now()),
        [.. subject.Places.Where(place => place.State != PlaceState.Withdrawn).OrderBy(place => place.Ordinal).Select(place => (place.Id.Value, place.Ordinal))],
        CasePermissions.May(viewer, CaseAction.StartClock) && subject.IsOpen,
        CasePermissions.May(viewer, CaseAction.EnterLimitation) && subject.State != CaseState.Erased,
        zone);

    public async Task<MessagesPart> MessagesAsync(TakedownCase subject, CaseReading reading, CancellationToken cancellationToken)
    {
        var names = await StaffNames.OfAsync(db, subject.Messages.Select(message => message.Staff?.Value).OfType<Guid>(), cancellationToken);
        return new([.. subject.Messages.OrderBy(message => message.WrittenAt).ThenBy(message => message.Id.Value).Select(message => new MessageLine(
            message.By,
            message.Staff is { } staff ? names.GetValueOrDefault(staff) : null,
            reading.Open(SealedFields.MessageText(message.Id), message.Text),
            message.WrittenAt))]);
    }

    public async Task<NotesPart> NotesAsync(
        TakedownCase subject, CaseReading reading, Viewer viewer, CancellationToken cancellationToken)
    {
        var shown = subject.Notes.Where(note => NoteReaders.MayRead(viewer, note.Kind, note.Staff)).ToList();
        var names = await StaffNames.OfAsync(db, shown.Select(note => note.Staff.Value), cancellationToken);
        return new NotesPart(
            [.. shown.OrderByDescending(note => note.WrittenAt).ThenByDescending(note => note.Id.Value).Select(note => new NoteLine(
                note.Kind,
                names.GetValueOrDefault(note.Staff),
                reading.Open(SealedFields.NoteText(note.Id), note.Text),
                note.WrittenAt))],
            subject.Notes.Count - shown.Count,
            [.. Enum.GetValues<NoteKind>().Where(kind => NoteReaders.MayWrite(viewer, kind))]);
    }

    public async Task<PeoplePart> PeopleAsync(TakedownCase subject, CaseReading reading, CancellationToken cancellationToken)
    {
        var colleagues = await db.Users.AsNoTracking()
            .Where(user => user.DisabledAt == null && MayBeWalledOff.Contains(user.Role))
            .OrderBy(user => user.DisplayName)
            .Select(user => new ColleagueLine(user.Id, user.DisplayName)).ToListAsync(cancellationToken);
        var details = Details(subject, reading);
        return new PeoplePart(
            details,
            [.. subject.Consents.OrderBy(consent => consent.GivenAt)],
            [.. subject.Keys.OrderBy(key => key.MadeAt)],
            subject.AuthorityCheckedAt,
            subject.Recusals,
            [.. subject.Glass.OrderByDescending(grant => grant.At)],
            colleagues,
            !string.IsNullOrWhiteSpace(details?.RecoveryAnswer));
    }

    public async Task<StreamPart> StreamAsync(
        CaseReading reading, CaseSection section, long? before, Viewer viewer, CancellationToken cancellationToken)
    {
        var lane = section == CaseSection.Readers ? LedgerLane.Read : LedgerLane.Case;
        var opens = section == CaseSection.Timeline;
        var entries = await history.PageAsync(
            reading, lane, before, PageSize, entry => opens && MayOpen(entry, viewer), cancellationToken);
        var names = await StaffNames.OfAsync(db, entries.SelectMany(EventWords.Named).Select(staff => staff.Value), cancellationToken);
        var lines = entries.Select(entry => new StreamLine(
            entry.Entry.Seq,
            entry.Entry.At,
            entry.Entry.Kind,
            words.Who(entry, names),
            words.What(entry, names),
            words.Said(entry),
            entry.Text(LedgerTag.Certainty) ?? "",
            Convert.ToHexStringLower(ChainHash.Of(CanonicalForm.Write(entry.Entry)))[..16])).ToList();
        var older = lines.Count == PageSize && lines[^1].Seq > 1 ? lines[^1].Seq : (long?)null;
        return new StreamPart(lines, older, before is null);
    }

    private static CaseDetails? Details(TakedownCase subject, CaseReading reading)
        => reading.OpenRecord<CaseDetails>(SealedFields.CaseDetails(subject.Id), subject.Details);

    private static bool MayOpen(LedgerEntry entry, Viewer viewer)
    {
        if (entry.Kind != "note.written")
        {
            return true;
        }

        var author = entry.Find(LedgerTag.Actor) is { } actor ? new StaffId(actor.AsGuid()) : (StaffId?)null;
        return Enum.TryParse<NoteKind>(entry.Find(LedgerTag.ReasonCode)?.AsText(), ignoreCase: true, out var kind)
            && NoteReaders.MayRead(viewer, kind, author);
    }

    private string? PlatformName(string? id) => id is null ? null : directory.Find(new PlatformId(id))?.Name ?? id;
}
