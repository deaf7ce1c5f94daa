using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared.Cases;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.CaseFile;

/// <summary>One part of a case for a page, or why there is none.</summary>
public sealed record Showing(OpeningStatus Status, string Number, CasePage? Page = null);

/// <summary>Opens a case and fills one part of its page. The number of queries never grows with what the case holds.</summary>
public sealed class ShowCase(
    OpenCase opener, CaseParts parts, TakedownDbContext db, StaffSession session, TimeProvider clock)
{
    public async Task<Showing> HandleAsync(string number, CaseSection section, long? before, CancellationToken cancellationToken)
    {
        var viewer = session.Viewer;
        if (section is CaseSection.Readers or CaseSection.History && !CasePermissions.May(viewer, CaseAction.ReadHistory))
        {
            return new Showing(OpeningStatus.Gone, number);
        }

        var opening = await opener.HandleAsync(number, Codes.Of(section), cases => With(cases, section), cancellationToken);
        return opening is { Status: OpeningStatus.Open, Case: { } subject, Reading: { } reading }
            ? new Showing(opening.Status, opening.Number, await PageAsync(opening, subject, reading, section, before, cancellationToken))
            : new Showing(opening.Status, opening.Number);
    }

    /// <summary>Why one clock is due when it is.</summary>
    public async Task<Showing> TraceAsync(string number, Guid id, CancellationToken cancellationToken)
    {
        var opening = await opener.HandleAsync(number, "clock", cases => With(cases, CaseSection.Clocks), cancellationToken);
        if (opening is not { Status: OpeningStatus.Open, Case: { } subject, Reading: { } reading })
        {
            return new Showing(opening.Status, opening.Number);
        }

        return subject.Clocks.FirstOrDefault(clock => clock.Id == new ClockId(id)) is { } found
            ? new Showing(opening.Status, opening.Number, await PageAsync(
                opening, subject, reading, CaseSection.Clocks, await parts.TraceAsync(subject, reading, found, cancellationToken), cancellationToken))
            : new Showing(OpeningStatus.Gone, opening.Number);
    }

    /// <summary>The page on which a clock is entered; for whoever may enter none it does not exist.</summary>
    public async Task<Showing> NewClockAsync(string number, CancellationToken cancellationToken)
    {
        var viewer = session.Viewer;
        if (!CasePermissions.May(viewer, CaseAction.StartClock))
        {
            return new Showing(OpeningStatus.Gone, number);
        }

        var opening = await opener.HandleAsync(number, "clock", cases => With(cases, CaseSection.Clocks), cancellationToken);
        return opening is { Status: OpeningStatus.Open, Case: { } subject, Reading: { } reading }
            ? new Showing(opening.Status, opening.Number, await PageAsync(
                opening, subject, reading, CaseSection.Clocks, parts.NewClock(subject, viewer, session.Zone.Id), cancellationToken))
            : new Showing(opening.Status, opening.Number);
    }

    private static IQueryable<TakedownCase> With(IQueryable<TakedownCase> cases, CaseSection section) => section switch
    {
        CaseSection.Summary => cases.Include(subject => subject.Clocks),
        CaseSection.Places => cases.Include(subject => subject.Places),
        CaseSection.Clocks or CaseSection.Notices => cases.Include(subject => subject.Clocks).Include(subject => subject.Places),
        CaseSection.Messages => cases.Include(subject => subject.Messages),
        CaseSection.Notes => cases.Include(subject => subject.Notes),
        CaseSection.People => cases.Include(subject => subject.Consents).Include(subject => subject.Keys).Include(subject => subject.Recusals),
        _ => cases,
    };

    private async Task<CasePage> PageAsync(
        Opening opening, TakedownCase subject, CaseReading reading, CaseSection section, long? before, CancellationToken cancellationToken)
    {
        object content = section switch
        {
            CaseSection.Places => parts.Places(subject, reading),
            CaseSection.Notices => await parts.NoticesAsync(subject, cancellationToken),
            CaseSection.Clocks => parts.Clocks(subject),
            CaseSection.Messages => await parts.MessagesAsync(subject, reading, cancellationToken),
            CaseSection.Notes => await parts.NotesAsync(subject, reading, session.Viewer, cancellationToken),
            CaseSection.People => await parts.PeopleAsync(subject, reading, cancellationToken),
            CaseSection.Timeline or CaseSection.Readers or CaseSection.History
                => await parts.StreamAsync(reading, section, before, session.Viewer, cancellationToken),
            _ => parts.Summary(subject, reading),
        };
        return await PageAsync(opening, subject, reading, section, content, cancellationToken);
    }

    private async Task<CasePage> PageAsync(
        Opening opening, TakedownCase subject, CaseReading reading, CaseSection section, object content, CancellationToken cancellationToken)
    {
        var names = await NamesAsync(subject, cancellationToken);
        var contact = reading.OpenRecord<SafeContact>(SealedFields.CaseContact(subject.Id), subject.Contact);
        var identity = new CaseIdentity(
            subject.Number.Value,
            subject.Track,
            subject.State,
            subject.Severity,
            subject.Language,
            subject.Country,
            subject.FiledAt,
            subject.NextDueAt,
            subject.Assignee is { } holder ? names.GetValueOrDefault(holder, "?") : null,
            subject.Assignee == session.Viewer.Staff,
            subject.IsOpen,
            contact,
            subject.State == CaseState.Erased,
            subject.IsOnHold(clock.Now()) ? subject.HoldUntil : null);
        return new CasePage(identity, section, session.Viewer, clock.Now())
        {
            GlassUntil = opening.GlassUntil,
            Content = content,
            Names = names,
        };
    }

    private async Task<Dictionary<StaffId, string>> NamesAsync(TakedownCase subject, CancellationToken cancellationToken)
    {
        List<Guid> ids =
        [
            .. new[] { subject.Assignee }.OfType<StaffId>().Select(id => id.Value),
            .. subject.Glass.SelectMany(grant => new[] { grant.Staff.Value, grant.Approver.Value }),
            .. subject.Recusals.Select(recusal => recusal.Staff.Value),
        ];
        return await StaffNames.OfAsync(db, ids, cancellationToken);
    }
}
