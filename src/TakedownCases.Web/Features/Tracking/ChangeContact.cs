using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>A new way to be reached. Who among the adults around a child may be spoken to stays as it was.</summary>
public sealed class ChangeContact(OnceOnly once, OpenCase opening, T texts)
{
    public async Task<Outcome> HandleAsync(KeySession session, ContactForm form, FormNotes notes, CancellationToken cancellationToken)
    {
        var contact = new SafeContact
        {
            Channel = form.Channel ?? ContactChannel.ComesBack,
            Address = notes.Clean("Address", form.Address, FilingLimits.ShortLength, multiline: false),
            Who = notes.Clean("Who", form.Who, FilingLimits.ShortLength, multiline: false),
            SafeWhen = notes.Clean("SafeWhen", form.SafeWhen, FilingLimits.ShortLength, multiline: false),
            NoVoicemail = form.NoVoicemail,
        };
        if (contact is { Channel: not ContactChannel.ComesBack, Address: null } && notes.AreEmpty)
        {
            notes.Miss("Address", texts["tracking.contact.missing"]);
        }

        if (!notes.AreEmpty)
        {
            return FormNotes.Noted;
        }

        var reading = await opening.ReadAsync(session, CaseParts.Contact, cancellationToken);
        return await once.DoAsync(
            session,
            form,
            rights => rights.MayChange,
            (found, now) => found.ChangeContact(contact with { Adults = Adults(found, reading) }, session.Actor, now),
            cancellationToken);
    }

    private static IReadOnlyList<AdultAround> Adults(TakedownCase found, CaseReading reading)
        => reading.OpenRecord<SafeContact>(SealedFields.CaseContact(found.Id), found.Contact)?.Adults ?? [];
}
