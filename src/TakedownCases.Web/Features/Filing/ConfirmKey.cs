using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Sql;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Filing;

/// <summary>"I have it safe": the key is confirmed, how it is kept is noted, and the draft is gone for good.</summary>
public sealed class ConfirmKey(
    DraftStore drafts, TakedownDbContext db, CaseStore cases, ReadLog reads, FilingPage page, T texts, Languages languages,
    CaseClockBook clocks, TimeProvider clock, IHttpContextAccessor http)
{
    private const int MostTries = 5;

    public async Task<FilingAnswer> HandleAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        if (languages.Find(form["language"]) is { } language)
        {
            return FilingAnswer.To(FilingAddress.Key(language.Code));
        }

        if (await drafts.FindAsync(cancellationToken) is not { Answers.Sent: { } sent } draft)
        {
            return FilingAnswer.Page("Gone", null);
        }

        if (!draft.Answers.IsBystander)
        {
            var posted = new Posted(form);
            var kept = posted.One("Kept", [.. KeyForm.Ways]);
            var reach = kept == "unsafe" ? posted.Line("Reach") : null;
            if (Problem(posted, reach) is { } problem)
            {
                page.Set(FilingStep.Check, draft.Answers, draft.Row.Version, http.HttpContext!.Request);
                return FilingAnswer.Page("Key", new KeyForm(sent.Number, CaseKey.Parse(draft.Answers.Key).Show(), kept, reach), problem);
            }

            await ConfirmAsync(new CaseId(sent.Case), draft.Answers, kept, reach, cancellationToken);
        }

        await drafts.ForgetAsync(cancellationToken);
        return FilingAnswer.To($"/{texts.Language.Code}/f/end");
    }

    private static StepProblem? Problem(Posted posted, string? reach)
    {
        if (posted.Pictures.Count > 0)
        {
            return new StepProblem("Reach", "filing.error.picture");
        }

        return reach?.Length > FilingLimits.ShortLength
            ? new StepProblem("Reach", "filing.error.long", ("limit", FilingLimits.ShortLength), ("over", reach.Length - FilingLimits.ShortLength))
            : null;
    }

    private async Task ConfirmAsync(CaseId id, DraftAnswers answers, string? kept, string? reach, CancellationToken cancellationToken)
    {
        var by = answers.Whom == FilerKind.Survivor ? Actor.Survivor : Actor.Filer;
        for (var tries = 1; ; tries++)
        {
            db.ChangeTracker.Clear();
            if (await cases.LoadAsync(id, cancellationToken) is not { } takedownCase)
            {
                return;
            }

            await NoteAsync(takedownCase, by, kept, reach, cancellationToken);
            takedownCase.ConfirmKey(by, clock.Now());
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return;
            }
            catch (DbUpdateException conflict) when (tries < MostTries && DatabaseErrors.IsConflict(conflict))
            {
                // Staff wrote to the case at the same moment: read it anew.
            }
        }
    }

    private async Task NoteAsync(TakedownCase takedownCase, Actor by, string? kept, string? reach, CancellationToken cancellationToken)
    {
        if (kept is null)
        {
            return;
        }

        var reading = await reads.OpenAsync(takedownCase.Id, by, "details", purpose: null, cancellationToken);
        if (reading.OpenRecord<CaseDetails>(SealedFields.CaseDetails(takedownCase.Id), takedownCase.Details) is { } details)
        {
            takedownCase.AddContext(details with { KeyKept = kept }, clocks.Start, by, clock.Now());
        }

        if (reach is not null)
        {
            var contact = reading.OpenRecord<SafeContact>(SealedFields.CaseContact(takedownCase.Id), takedownCase.Contact) ?? new SafeContact();
            takedownCase.ChangeContact(contact with { Channel = ChannelOf(reach), Address = reach }, by, clock.Now());
            takedownCase.GiveConsent(ConsentAction.Contact, by, clock.Now());
        }
    }

    private static ContactChannel ChannelOf(string reach)
        => reach.Contains('@', StringComparison.Ordinal) ? ContactChannel.Mail
            : reach.Count(char.IsAsciiDigit) >= 6 ? ContactChannel.Telephone
            : ContactChannel.ThroughSomeone;
}
