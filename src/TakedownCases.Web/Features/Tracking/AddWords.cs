using System.Globalization;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>More of the story, under what was told before and dated: earlier words are never lost.</summary>
public sealed class AddWords(OnceOnly once, OpenCase opening, CaseClockBook clocks, T texts)
{
    /// <summary>All the words of a case; past it, messages take more.</summary>
    private const int MostWords = 10 * FilingLimits.WordsLength;

    private static readonly Refusal TooMany = new("words.too-many", "The case holds as many words as it can.");

    public async Task<Outcome> HandleAsync(KeySession session, TextForm form, FormNotes notes, CancellationToken cancellationToken)
    {
        var text = notes.Clean("Text", form.Text, FilingLimits.WordsLength, multiline: true);
        if (text is null && notes.AreEmpty)
        {
            notes.Miss("Text", texts["tracking.form.empty"]);
        }

        if (text is null || !notes.AreEmpty)
        {
            return FormNotes.Noted;
        }

        var reading = await opening.ReadAsync(session, CaseParts.Words, cancellationToken);
        return await once.DoAsync(session, form, _ => true, (found, now) => Add(session, found, reading, text, now), cancellationToken);
    }

    private Outcome Add(KeySession session, TakedownCase found, CaseReading reading, string text, DateTimeOffset now)
    {
        var details = reading.OpenRecord<CaseDetails>(SealedFields.CaseDetails(found.Id), found.Details);
        if (details is null || found.ErasureDueAt is not null)
        {
            return CaseRefusals.NotOpen;
        }

        var dated = $"[{now.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)}]\n{text}";
        var words = details.Words is { Length: > 0 } before ? $"{before}\n\n{dated}" : dated;
        return words.Length > MostWords ? TooMany : found.AddContext(details with { Words = words }, clocks.Start, session.Actor, now);
    }
}
