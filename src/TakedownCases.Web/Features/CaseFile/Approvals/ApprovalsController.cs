using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Web.Features.Shared.Cases;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.CaseFile.Approvals;

/// <summary>The second person's page.</summary>
[Authorize(Policy = Policies.Supervision)]
[Route("staff/approvals")]
public sealed class ApprovalsController(ListApprovals list, DecideApproval decide) : Controller
{
    private const string Folder = "/Features/CaseFile/";

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
        => View(Folder + "Approvals.cshtml", await list.HandleAsync(cancellationToken));

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Decide(Guid id, DecisionInput input, CancellationToken cancellationToken)
    {
        var decision = await decide.HandleAsync(id, input, cancellationToken);
        return decision.NewKey is { } key ? View(Folder + "NewKey.cshtml", key) : After(decision.Result);
    }

    private IActionResult After(VerbResult result)
    {
        if (result.Status is VerbStatus.Gone or VerbStatus.Forbidden)
        {
            return result.Status == VerbStatus.Gone ? NotFound() : StatusCode(StatusCodes.Status403Forbidden);
        }

        TempData[result.Status == VerbStatus.Refused ? CaseAnswers.Refusal : CaseAnswers.Notice] = result.Code;
        return Redirect("/staff/approvals");
    }
}
