using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>
/// Opens a case for a visit: first the entry in the read stream, then the words. When the entry cannot be written, nothing
/// is opened and the page says to come back in a few minutes.
/// </summary>
public sealed class OpenCase(
    TakedownDbContext db, ReadLog reads, RecentOpenings openings, OpenPlaces places, SentNotices sent, ToldOthers told, TimeProvider clock, T texts)
{
    public Task<CaseView?> HandleAsync(KeySession session, CaseParts parts, CancellationToken cancellationToken)
        => OpenAsync(session, parts, null, cancellationToken);

    /// <summary>The case with the words of one letter that left; without them where this key may not read them.</summary>
    public Task<CaseView?> HandleLetterAsync(KeySession session, int number, CancellationToken cancellationToken)
        => OpenAsync(session, CaseParts.Notices | CaseParts.Letter, number, cancellationToken);

    private async Task<CaseView?> OpenAsync(KeySession session, CaseParts parts, int? letter, CancellationToken cancellationToken)
    {
        var reading = await ReadAsync(session, parts, cancellationToken);
        if (await LoadAsync(session, parts, cancellationToken) is not { } found)
        {
            return null;
        }

        var rights = KeyRights.Of(session.Holder, found);
        var details = reading.OpenRecord<CaseDetails>(SealedFields.CaseDetails(found.Id), found.Details) ?? new CaseDetails();
        var isMinor = found.Track == Track.Minor && details.AdultToday != true && !rights.IsFiler;
        var notices = parts.HasFlag(CaseParts.Notices) && !(rights.IsFiler && details.Filer == FilerKind.Bystander)
            ? await sent.ListAsync(found, rights, cancellationToken) : [];
        return new CaseView
        {
            Words = new VoicedTexts(texts, isMinor),
            Rights = rights,
            Number = found.Number,
            Track = found.Track,
            State = found.State,
            FiledAt = found.FiledAt,
            ErasureDueAt = rights.SeesStatus ? found.ErasureDueAt : null,
            ErasureKeepsProof = found.ErasureKeepsProof,
            KeyIsSafe = found.Keys.Any(key => key.ConfirmedAt is not null && key.Lookup.SequenceEqual(session.LookupBytes)),
            KeyWasSpoken = session.Spoken,
            FilerMayLookIn = found.Keys.Any(key => key is { Holder: KeyHolder.Filer, EndedAt: null }),
            Zone = ReaderZone.Of(found.Country),
            Next = parts.HasFlag(CaseParts.Places) ? WhatIsNext.Of(
                found, rights, notices, await told.MayReadOfAsync(found, rights, cancellationToken), clock.GetUtcNow()) : [],
            Places = parts.HasFlag(CaseParts.Places) ? await places.ListAsync(found, rights, notices, reading, cancellationToken) : [],
            Notices = notices,
            Letter = letter is { } number ? await sent.ReadAsync(found, notices, number, reading, cancellationToken) : null,
            Messages = [.. found.Messages.Where(rights.Sees).OrderBy(message => message.WrittenAt)
                .Select(message => Message(message, reading))],
            Consents = [.. found.Consents.Where(consent => consent.IsInForce).Select(consent => consent.Action)],
            Contact = parts.HasFlag(CaseParts.Contact) && rights.SeesContact
                ? reading.OpenRecord<SafeContact>(SealedFields.CaseContact(found.Id), found.Contact) : null,
            Told = parts.HasFlag(CaseParts.Notices) ? await told.ListAsync(found, rights, cancellationToken) : [],
            OwnWords = parts.HasFlag(CaseParts.Words) && rights.SeesWords ? details.Words : null,
            Openings = parts.HasFlag(CaseParts.Openings) ? await openings.ListAsync(found.Id, rights, cancellationToken) : [],
        };
    }

    /// <summary>Commits the read entry. Fails closed: no entry, no page (design law 4).</summary>
    public async Task<CaseReading> ReadAsync(KeySession session, CaseParts parts, CancellationToken cancellationToken)
    {
        var fields = parts == CaseParts.None ? "details" : $"details, {parts.ToString().ToLowerInvariant()}";
        try
        {
            return await reads.OpenAsync(session.CaseId, session.Actor, fields, null, cancellationToken);
        }
        catch (DbUpdateException error)
        {
            throw new BadHttpRequestException("The read entry could not be written.", StatusCodes.Status503ServiceUnavailable, error);
        }
    }

    private async Task<TakedownCase?> LoadAsync(KeySession session, CaseParts parts, CancellationToken cancellationToken)
    {
        var cases = db.Cases.AsNoTracking().AsSplitQuery().Include(one => one.Clocks).Include(one => one.Consents).Include(one => one.Keys).AsQueryable();
        cases = parts.HasFlag(CaseParts.Places) ? cases.Include(one => one.Places) : cases;
        cases = parts.HasFlag(CaseParts.Messages) ? cases.Include(one => one.Messages) : cases;
        var found = await cases.SingleOrDefaultAsync(one => one.Id == session.CaseId, cancellationToken);
        return found is not null && found.State != CaseState.Erased
            && found.Keys.Any(key => key.EndedAt is null && key.Lookup.SequenceEqual(session.LookupBytes)) ? found : null;
    }

    private static MessageView Message(CaseMessage message, CaseReading reading)
        => new(message.By == ActorKind.Staff, reading.Open(SealedFields.MessageText(message.Id), message.Text) ?? "", message.WrittenAt);
}
