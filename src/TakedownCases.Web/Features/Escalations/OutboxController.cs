using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Escalations;

/// <summary>Notices on their way out: where each stands, and when it is tried next.</summary>
[Authorize(Policy = Policies.Outbox)]
[Route("staff/outbox")]
public sealed class OutboxController(ShowOutbox show) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? shelf, string? after, string? before, CancellationToken cancellationToken)
        => View("/Features/Escalations/Outbox.cshtml", await show.HandleAsync(shelf, after, before, cancellationToken));
}
