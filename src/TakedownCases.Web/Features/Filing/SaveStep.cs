using TakedownCases.Domain.Cases;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Filing;

/// <summary>Saves one screen into the draft and says where to go. Whatever happens, what was typed is shown again.</summary>
public sealed class SaveStep(DraftStore drafts, FilingPage page, T texts, Languages languages, FormGuard guard, IHttpContextAccessor http)
{
    private HttpContext Context => http.HttpContext!;

    private string Lang => texts.Language.Code;

    public async Task<FilingAnswer> HandleAsync(int n, IFormCollection form, CancellationToken cancellationToken)
    {
        var draft = await drafts.FindAsync(cancellationToken);
        var posted = new Posted(form);
        if (draft?.Answers.Sent is not null)
        {
            return FilingAnswer.To(FilingAddress.Key(Lang));
        }

        var isNew = draft is null;
        draft ??= drafts.New();
        var step = StepOf(n, draft.Answers, posted);
        var before = DraftStore.Text(draft.Answers);
        var placesBefore = draft.Answers.Places.Count;
        StepAnswers.Take(step, draft.Answers, posted);
        if (!isNew && posted.Index("version") != draft.Row.Version && DraftStore.Text(draft.Answers) != before)
        {
            return Show(step, draft, [new StepProblem("", "filing.conflict")]);
        }

        Mark(draft.Answers, form);
        if (!await drafts.SaveAsync(draft, cancellationToken))
        {
            return await ShowConflictAsync(step, posted, cancellationToken);
        }

        if (isNew && step != FilingStep.Age)
        {
            return FilingAnswer.Page("Expired", true);
        }

        return Next(step, draft, posted, form, draft.Answers.Places.Count > placesBefore);
    }

    private FilingAnswer Next(FilingStep step, Draft draft, Posted posted, IFormCollection form, bool morePlaces)
    {
        var answers = draft.Answers;
        var here = FilingAddress.Of(Lang, FilingFlow.NumberOf(answers, step));
        if (languages.Find(form["language"]) is { } language)
        {
            return FilingAnswer.To(FilingAddress.Of(language.Code, FilingFlow.NumberOf(answers, step)) + Context.Request.QueryString);
        }

        var pictures = posted.Pictures.Select(field => new StepProblem(field, "filing.error.picture")).ToList();
        if (pictures.Count > 0)
        {
            return Show(step, draft, pictures);
        }

        var change = Context.Request.Query.ContainsKey("c") ? "c=1" : "";
        if (posted.Index("open") is { } open)
        {
            return FilingAnswer.To(FormattableString.Invariant($"{here}?p={open}&{change}#p{open}"));
        }

        if (posted.Has("remove") || (posted.Has("add") && answers.Where is null))
        {
            return FilingAnswer.To($"{here}?{change}#list");
        }

        var problems = StepProblems.Of(step, answers);
        if (problems.Count > 0)
        {
            return Show(step, draft, problems);
        }

        if (step == FilingStep.Where && morePlaces && answers is { Track: Track.Adult, IsBystander: false })
        {
            return FilingAnswer.To($"{here}?{change}#list");
        }

        if (step == FilingStep.Danger && answers.NeedsHelpNow)
        {
            return FilingAnswer.To($"{here}/h?{change}");
        }

        return FilingAnswer.To(After(step, answers, change.Length > 0));
    }

    private string After(FilingStep step, DraftAnswers answers, bool change)
        => FilingAddress.Of(Lang, change ? FilingFlow.NumberOf(answers, FilingFlow.FirstOpen(answers)) : FilingFlow.NumberOf(answers, step) + 1);

    private async Task<FilingAnswer> ShowConflictAsync(FilingStep step, Posted posted, CancellationToken cancellationToken)
    {
        var latest = await drafts.FindAsync(cancellationToken) ?? drafts.New();
        if (latest.Answers.Sent is not null)
        {
            return FilingAnswer.To(FilingAddress.Key(Lang));
        }

        StepAnswers.Take(step, latest.Answers, posted);
        return Show(step, latest, [new StepProblem("", "filing.conflict")]);
    }

    private FilingAnswer Show(FilingStep step, Draft draft, IReadOnlyList<StepProblem> problems)
    {
        page.Set(step, draft.Answers, draft.Row.Version, Context.Request);
        return FilingAnswer.Page(step, draft.Answers, problems);
    }

    // The form says which question it is: the number may mean another one since an answer changed in another window.
    private static FilingStep StepOf(int n, DraftAnswers answers, Posted posted)
    {
        var flow = FilingFlow.Of(answers);
        return Enum.TryParse<FilingStep>(posted.One("step", Enum.GetNames<FilingStep>()), out var named)
            ? named
            : flow[Math.Clamp(n, 1, flow.Count) - 1];
    }

    private void Mark(DraftAnswers answers, IFormCollection form)
    {
        answers.Started ??= form[FormGuard.StartField].ToString() is { Length: > 0 and < 1000 } started ? started : null;
        answers.Odd |= guard.Check(form).HasFlag(FormMarks.HoneypotFilled) || Context.Items.ContainsKey(FilingPaceAttribute.Unchecked);
    }
}
