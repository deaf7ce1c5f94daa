using Microsoft.AspNetCore.Mvc.ModelBinding;
using TakedownCases.Data.Law;
using TakedownCases.Domain;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Law;

/// <summary>A second person decides on a proposal, or whoever made it takes it back.</summary>
public sealed class DecideChange(RuleChanges changes, StaffSession session, LawWords words)
{
    public async Task<bool> HandleAsync(
        Guid edition, RuleVerb verb, string? answer, ModelStateDictionary state, CancellationToken cancellationToken)
    {
        var by = session.Viewer.AsActor();
        var outcome = await (verb switch
        {
            RuleVerb.Activate => changes.ActivateAsync(edition, by, cancellationToken),
            RuleVerb.Refuse => changes.RefuseAsync(edition, answer, by, cancellationToken),
            RuleVerb.TakeBack => changes.TakeBackAsync(edition, by, cancellationToken),
            _ => Task.FromResult<Outcome>(RuleRefusals.NotFound),
        });
        if (!outcome.IsDone)
        {
            state.AddModelError(outcome.Refusal == RuleRefusals.NoReason ? "answer" : "", words.Refused(outcome.Refusal));
        }

        return outcome.IsDone;
    }
}
