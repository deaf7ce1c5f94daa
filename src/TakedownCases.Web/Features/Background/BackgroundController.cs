using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Background;

/// <summary>Whether what runs by itself runs, and how late it is.</summary>
[Authorize(Policy = Policies.BackgroundWork)]
[Route("staff/background")]
public sealed class BackgroundController(ShowBackground show) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(await show.HandleAsync(cancellationToken));
}
