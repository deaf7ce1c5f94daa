using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Escalations;

/// <summary>What is overdue, and what is drafted and waits for a person.</summary>
[Authorize(Policy = Policies.CaseReading)]
[Route("staff/escalations")]
public sealed class EscalationsController(ShowEscalations show) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(EscalationsAsk ask, CancellationToken cancellationToken)
        => View(await show.HandleAsync(ask, cancellationToken));
}
