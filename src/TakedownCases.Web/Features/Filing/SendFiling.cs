using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Filing;

/// <summary>
/// Files what was checked. The draft's id is the command: sent twice, or after a commit nobody heard of, it leads to
/// the one case and the one key.
/// </summary>
public sealed class SendFiling(
    DraftStore drafts,
    CaseFiling filing,
    TakedownDbContext db,
    FilingPage page,
    T texts,
    Languages languages,
    FormGuard guard,
    TakedownMetrics metrics,
    TimeProvider clock,
    IHttpContextAccessor http)
{
    private HttpContext Context => http.HttpContext!;

    public async Task<FilingAnswer> HandleAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        var lang = texts.Language.Code;
        if (await drafts.FindAsync(cancellationToken) is not { } draft)
        {
            return FilingAnswer.Page("Expired", false);
        }

        var check = FilingFlow.NumberOf(draft.Answers, FilingStep.Check);
        if (languages.Find(form["language"]) is { } language)
        {
            return FilingAnswer.To(FilingAddress.Of(language.Code, check));
        }

        if (draft.Answers.Sent is not null)
        {
            return FilingAnswer.To(FilingAddress.Key(lang));
        }

        if (FilingFlow.FirstOpen(draft.Answers) is not FilingStep.Check and var open)
        {
            return FilingAnswer.To(FilingAddress.Of(lang, FilingFlow.NumberOf(draft.Answers, open)) + "?e=1");
        }

        page.Set(FilingStep.Check, draft.Answers, draft.Row.Version, Context.Request);
        if (new Posted(form).Index("version") != draft.Row.Version)
        {
            // What another window changed must be seen before it is sent.
            return FilingAnswer.Page(FilingStep.Check, draft.Answers, [new StepProblem("", "filing.check.changed")]);
        }

        return await FileAsync(draft, form, cancellationToken) is { } filed
            ? await DoneAsync(draft, filed, lang, cancellationToken)
            : FilingAnswer.Page(FilingStep.Check, draft.Answers, [new StepProblem("", "filing.check.not-sent")]);
    }

    private async Task<FiledCase?> FileAsync(Draft draft, IFormCollection form, CancellationToken cancellationToken)
    {
        if (await filing.FindAsync(draft.Command, cancellationToken) is { } known)
        {
            return known;
        }

        var isUnchecked = draft.Answers.Odd || guard.Check(form) != FormMarks.None || Context.Items.ContainsKey(FilingPaceAttribute.Unchecked);
        var request = FilingRequests.Of(draft, texts.Language.Code, page.Statement, isUnchecked, clock.Now());
        Outcome<FiledCase> outcome;
        try
        {
            outcome = await filing.FileAsync(request, cancellationToken);
        }
        catch (Exception error) when (error is DbUpdateException || DatabaseTrouble.Is(error))
        {
            // Nobody knows whether it was committed. Ask; if even that fails, the 503 page keeps the form.
            db.ChangeTracker.Clear();
            return await filing.FindAsync(draft.Command, cancellationToken);
        }

        if (!outcome.IsDone)
        {
            throw new InvalidOperationException($"A checked draft was refused: {outcome.Refusal.Code}.");
        }

        metrics.Filed();
        return outcome.Value;
    }

    private async Task<FilingAnswer> DoneAsync(Draft draft, FiledCase filed, string lang, CancellationToken cancellationToken)
    {
        await KeyKeeping.MarkSentAsync(drafts, draft, filed, clock.Now(), cancellationToken);
        return FilingAnswer.To(FilingAddress.Key(lang));
    }
}
