using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Web.Features.Escalations.Kept;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Escalations;

/// <summary>What is overdue, and what is drafted and waits for a person.</summary>
[Authorize(Policy = Policies.CaseReading)]
[Route("staff/escalations")]
public sealed class EscalationsController(ShowEscalations show, ShowKept kept) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(EscalationsAsk ask, CancellationToken cancellationToken)
        => View(await show.HandleAsync(ask, cancellationToken));

    [HttpGet("kept")]
    public async Task<IActionResult> Kept(string? platform, CancellationToken cancellationToken)
        => View(await kept.HandleAsync(platform, cancellationToken));
}
