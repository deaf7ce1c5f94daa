using TakedownCases.Data;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Filing;

/// <summary>What the key page asks: how the key will be kept, and, if it cannot be, how to reach the person safely.</summary>
public sealed record KeyForm(string Number, string? Key, string? Kept, string? Reach)
{
    public static readonly IReadOnlyList<string> Ways = ["memory", "paper", "someone", "unsafe"];
}

/// <summary>Shows the key again to the browser that filed, until it is confirmed or half an hour is over.</summary>
public sealed class ShowKey(DraftStore drafts, CaseFiling filing, FilingPage page, T texts, TimeProvider clock, IHttpContextAccessor http)
{
    public async Task<FilingAnswer> HandleAsync(string view, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(cancellationToken) is not { } draft)
        {
            return FilingAnswer.Page("Gone", null);
        }

        if (draft.Answers.Sent is null)
        {
            // The case was committed and the machine fell before it could say so.
            if (await filing.FindAsync(draft.Command, cancellationToken) is not { } filed)
            {
                return FilingAnswer.To(FilingAddress.Of(texts.Language.Code, FilingFlow.NumberOf(draft.Answers, FilingFlow.FirstOpen(draft.Answers))));
            }

            await KeyKeeping.MarkSentAsync(drafts, draft, filed, clock.Now(), cancellationToken);
            return FilingAnswer.To(FilingAddress.Key(texts.Language.Code));
        }

        page.Set(FilingStep.Check, draft.Answers, draft.Row.Version, http.HttpContext!.Request);
        return draft.Answers.IsBystander
            ? FilingAnswer.Page("Receipt", draft.Answers.Sent.Number)
            : FilingAnswer.Page(view, new KeyForm(draft.Answers.Sent.Number, CaseKey.Parse(draft.Answers.Key).Show(), null, null));
    }
}
