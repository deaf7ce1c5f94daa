using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Data;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared.Cases;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.CaseFile.Approvals;

/// <summary>Asking for access without a relation to a case.</summary>
[Authorize(Policy = Policies.CaseReading)]
[Route("staff/glass")]
public sealed class GlassController(AskForGlass ask, TimeProvider clock, T texts) : Controller
{
    [HttpGet("")]
    public IActionResult Form() => Page(new GlassInput());

    [HttpPost("")]
    public async Task<IActionResult> Ask(GlassInput input, CancellationToken cancellationToken)
    {
        var result = await ask.HandleAsync(input, cancellationToken);
        if (result is { Status: VerbStatus.Refused, Code: { } code })
        {
            ModelState.AddModelError("Input." + (result.Field ?? nameof(GlassInput.Number)), texts["casefile.error." + code]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page(input);
        }

        TempData[CaseAnswers.Notice] = result.Code;
        return Redirect("/staff/glass");
    }

    private ViewResult Page(GlassInput input)
        => View("/Features/CaseFile/Glass.cshtml", new GlassPage(input, CommandId.New(clock.Now()).Value));
}
