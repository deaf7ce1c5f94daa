using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Administration;

/// <summary>How many open cases each colleague can hold: their supervisors say so, as they themselves do in their profile.</summary>
[Authorize(Policy = Policies.Supervision)]
[Route("staff/capacity")]
public sealed class CapacityController(SetCapacity capacity, T texts) : Controller
{
    private const string Page = "/Features/Administration/Capacity.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(Page, await capacity.ListAsync(cancellationToken));

    [HttpPost("")]
    public async Task<IActionResult> Set(CapacityForm form, CancellationToken cancellationToken)
    {
        var done = await capacity.HandleAsync(form, cancellationToken);
        return done.IsDone ? Redirect("/staff/capacity") : await AgainAsync(done.Refusal.Code, form, cancellationToken);
    }

    // @keys administration.capacity.*
    private async Task<IActionResult> AgainAsync(string code, CapacityForm form, CancellationToken cancellationToken)
    {
        ModelState.AddModelError(code == "number" ? "Most" : "Person", texts["administration.capacity." + code]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(Page, await capacity.ListAsync(cancellationToken) with { Person = form.Person, Most = form.Most });
    }
}
