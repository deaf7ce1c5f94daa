using TakedownCases.Domain.Cases;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Filing;

/// <summary>Shows one screen with what was answered before.</summary>
public sealed class ShowStep(DraftStore drafts, FilingPage page, T texts, IHttpContextAccessor http)
{
    public async Task<FilingAnswer> HandleAsync(int n, CancellationToken cancellationToken)
    {
        var request = http.HttpContext!.Request;
        var draft = await drafts.FindAsync(cancellationToken);
        var lang = texts.Language.Code;
        if (draft is null)
        {
            if (n > 1)
            {
                return FilingAnswer.Page("Expired", false);
            }

            page.Set(FilingStep.Age, ForOther(new DraftAnswers(), request), 0, request);
            return FilingAnswer.Page(FilingStep.Age, page.Answers, []);
        }

        if (draft.Answers.Sent is not null)
        {
            return FilingAnswer.To(FilingAddress.Key(lang));
        }

        var flow = FilingFlow.Of(draft.Answers);
        var step = flow[Math.Clamp(n, 1, flow.Count) - 1];
        var due = FilingFlow.FirstOpen(draft.Answers);
        if (FilingFlow.NumberOf(draft.Answers, due) < FilingFlow.NumberOf(draft.Answers, step))
        {
            return FilingAnswer.To(FilingAddress.Of(lang, FilingFlow.NumberOf(draft.Answers, due)) + (step == FilingStep.Check ? "?e=1" : ""));
        }

        page.Set(step, step == FilingStep.Age ? ForOther(draft.Answers, request) : draft.Answers, draft.Row.Version, request);
        var problems = request.Query.ContainsKey("e") ? StepProblems.Of(step, draft.Answers) : [];
        return FilingAnswer.Page(step, draft.Answers, problems);
    }

    // The link "for someone else": the most frequent answer stands there already, and is saved only when it is sent.
    private static DraftAnswers ForOther(DraftAnswers answers, HttpRequest request)
    {
        if (request.Query.ContainsKey("o") && answers.Whom == FilerKind.Survivor)
        {
            answers.Whom = FilerKind.Representative;
        }

        return answers;
    }

    /// <summary>The numbers to call, between a yes and the next screen.</summary>
    public async Task<FilingAnswer> HelpAsync(int n, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(cancellationToken) is not { Answers.Sent: null } draft)
        {
            return FilingAnswer.Page("Expired", false);
        }

        page.Set(FilingFlow.Of(draft.Answers)[Math.Clamp(n, 1, FilingFlow.Of(draft.Answers).Count) - 1], draft.Answers, draft.Row.Version, http.HttpContext!.Request);
        return FilingAnswer.Page("Help", draft.Answers);
    }
}
