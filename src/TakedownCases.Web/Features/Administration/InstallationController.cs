using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Administration;

/// <summary>How this installation is set up, and what its administrators did.</summary>
[Authorize(Policy = Policies.Administration)]
[Route("staff")]
public sealed class InstallationController : Controller
{
    [HttpGet("settings")]
    public IActionResult Settings([FromServices] SettingsOverview overview)
        => View("/Features/Administration/Settings.cshtml", overview.Read());

    [HttpGet("admin-log")]
    public async Task<IActionResult> Log(long? before, [FromServices] AdminLog log, CancellationToken cancellationToken)
        => View("/Features/Administration/Log.cshtml", await log.HandleAsync(before, cancellationToken));
}
