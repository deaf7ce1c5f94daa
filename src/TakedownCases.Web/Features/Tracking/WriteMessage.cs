using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>A message to the people working on the case; also how a stopped case is asked to go on.</summary>
public sealed class WriteMessage(OnceOnly once, CaseClockBook clocks, T texts)
{
    public async Task<Outcome> HandleAsync(KeySession session, TextForm form, FormNotes notes, CancellationToken cancellationToken)
    {
        var text = notes.Clean("Text", form.Text, FilingLimits.MessageLength, multiline: true);
        if (text is null && notes.AreEmpty)
        {
            notes.Miss("Text", texts["tracking.form.empty"]);
        }

        return text is null || !notes.AreEmpty
            ? FormNotes.Noted
            : await SendAsync(session, form, text, cancellationToken);
    }

    /// <summary>A fixed sentence, so that nobody has to find words to ask for their case to go on.</summary>
    public Task<Outcome> AskAgainAsync(KeySession session, KeyForm form, CancellationToken cancellationToken)
        => SendAsync(session, form, texts["tracking.again.message"], cancellationToken);

    private Task<Outcome> SendAsync(KeySession session, KeyForm form, string text, CancellationToken cancellationToken)
        => once.DoAsync(
            session,
            form,
            _ => true,
            (found, now) => found.WriteMessage(text, session.Actor, clocks.Start, now).Refusal is { } refusal ? refusal : Outcome.Done,
            cancellationToken);
}
