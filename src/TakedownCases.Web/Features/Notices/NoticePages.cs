using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;
using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Features.Notices;

/// <summary>The page of one notice, from a logged reading of its case.</summary>
public sealed class NoticePages(
    OpenCase opener,
    TakedownDbContext db,
    NoticeStore notices,
    NoticeFactsReader facts,
    CaseVault vault,
    PlatformDirectory directory,
    LegalBasisCatalogue bases,
    MailSender sender,
    StaffSession session,
    TimeProvider clock)
{
    /// <summary>The name under which the reading is logged.</summary>
    public const string Section = "notice";

    public async Task<Shown> HandleAsync(NoticePath path, CancellationToken cancellationToken)
    {
        var opening = await opener.HandleAsync(
            path.Number,
            Section,
            cases => cases.Include(subject => subject.Places).Include(subject => subject.Clocks).Include(subject => subject.Consents),
            cancellationToken);
        if (opening is not { Status: OpeningStatus.Open, Case: { } subject, Reading: { } reading })
        {
            return new Shown(opening.Status, opening.Number);
        }

        return path.Parse() is (_, var reference) && await notices.FindAsync(subject.Id, reference, cancellationToken) is { } notice
            ? new Shown(opening.Status, opening.Number, await PageAsync(opening.Number, new LoadedNotice(subject, notice), reading, cancellationToken))
            : Shown.Gone(path.Number);
    }

    private async Task<NoticePage> PageAsync(
        string number, LoadedNotice loaded, CaseReading reading, CancellationToken cancellationToken)
    {
        var (subject, notice) = loaded;
        var now = clock.Now();
        var platform = directory.Find(new PlatformId(notice.Platform));
        var choices = reading.OpenRecord<NoticeChoices>(SealedFields.NoticeChoices(notice.Id), notice.Choices);
        var frozen = reading.OpenRecord<FrozenNotice>(SealedFields.NoticeFrozen(notice.Id), notice.Frozen);
        var named = notice.Places.Select(place => place.Place).ToHashSet();
        return new NoticePage
        {
            Number = number,
            Notice = notice,
            PlatformName = choices?.ProviderName ?? platform?.Name ?? choices?.PlatformName ?? notice.Platform,
            Channel = platform?.Channels.FirstOrDefault(channel => channel.Id == notice.Channel),
            Recipient = frozen?.Recipient ?? choices?.Recipient,
            WhyThisRecipient = choices?.WhyThisRecipient,
            Places = [.. subject.Places.Where(place => named.Contains(place.Id)).OrderBy(place => place.Ordinal).Select(place => Line(place, reading))],
            Clocks = [.. subject.Clocks.Where(clock => clock.Notice == notice.Id).OrderBy(clock => clock.DueAt)],
            Names = await StaffNames.OfAsync(
                db, new[] { notice.ComposedBy, notice.ApprovedBy }.OfType<StaffId>().Select(staff => staff.Value), cancellationToken),
            Earlier = await EarlierAsync(notice, cancellationToken),
            Missed = choices?.MissedBasis is { } missed && NoticeDeparture.Cited(missed, bases) is [var basis, ..] ? basis : null,
            Draft = !NoticeStates.IsFrozen(notice.State) && choices is not null
                ? await DraftAsync(loaded, choices, reading, now, cancellationToken)
                : null,
            Frozen = frozen,
            Receipt = reading.Open(SealedFields.NoticeReceipt(notice.Id), notice.Receipt),
            Attempts = await AttemptsAsync(notice, reading, cancellationToken),
            Outbox = await db.Outbox.AsNoTracking()
                .SingleOrDefaultAsync(item => item.CaseId == notice.CaseId && item.Notice == notice.Id, cancellationToken),
            IsOpen = subject.IsOpen,
            Viewer = session.Viewer,
            Now = now,
            Zone = session.Zone.Id,
        };
    }

    private async Task<DraftView> DraftAsync(
        LoadedNotice loaded, NoticeChoices choices, CaseReading reading, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var read = await facts.ReadAsync(loaded, choices, reading, sender.AsNoticeSender(), now, cancellationToken);
        var missing = NoticeValidity.Check(read);
        var composed = NoticeFreezer.Compose(read);
        var text = composed.Value;
        var isMail = loaded.Notice is { ChannelKind: ChannelKind.Mail, Kind: not NoticeKind.Complaint };
        return new DraftView(
            missing,
            missing.Count == 0 ? composed.Refusal?.Code : null,
            text,
            NoticePreview.Of(read),
            text is null ? null : NoticeFreezer.PrintOf(text, read.Recipient),
            Instants.ToUnixMicroseconds(now),
            loaded.Case.HasConsent(NoticeKinds.ConsentFor(loaded.Notice.Kind)),
            !loaded.Notice.NeedsSecond && (!isMail || (choices.Recipient is { } recipient && await notices.IsKnownAsync(vault.RecipientIndex(recipient), cancellationToken))),
            read.Kind == NoticeKind.Complaint ? [.. new[] { read.MissedBasis }.OfType<LegalBasis>()] : read.Bases);
    }

    private async Task<string?> EarlierAsync(Notice notice, CancellationToken cancellationToken)
        => notice.Earlier is not { } id ? null
            : (await db.Notices.AsNoTracking().SingleOrDefaultAsync(
                earlier => earlier.CaseId == notice.CaseId && earlier.Id == id, cancellationToken))?.Reference.Value;

    private async Task<IReadOnlyList<AttemptLine>> AttemptsAsync(Notice notice, CaseReading reading, CancellationToken cancellationToken)
    {
        var attempts = await db.SendAttempts.AsNoTracking()
            .Where(attempt => attempt.CaseId == notice.CaseId && attempt.Notice == notice.Id)
            .OrderBy(attempt => attempt.Number).ToListAsync(cancellationToken);
        return attempts.ConvertAll(attempt => new AttemptLine(
            attempt.Number,
            attempt.Outcome,
            attempt.StartedAt,
            attempt.EndedAt,
            reading.OpenRecord<AttemptEvidence>(SealedFields.AttemptEvidence(attempt.Id), attempt.Evidence)));
    }

    private static NoticedLine Line(Place place, CaseReading reading)
    {
        var details = reading.OpenRecord<PlaceDetails>(SealedFields.PlaceDetails(place.Id), place.Details);
        return new NoticedLine(place.Id.Value, place.Ordinal, place.State, details?.Kind, details?.AsTyped);
    }
}
