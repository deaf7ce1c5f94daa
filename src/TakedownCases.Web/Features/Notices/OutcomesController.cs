using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Web.Features.Notices.Outcomes;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Notices;

/// <summary>What came of notices: how places stand.</summary>
[Authorize(Policy = Policies.CaseReading)]
[Route("staff/cases/{number}")]
public sealed class OutcomesController(OutcomePages pages, T texts) : Controller
{
    [HttpGet("outcomes")]
    public async Task<IActionResult> Outcomes(string number, string? notice, Guid? place, CancellationToken cancellationToken)
        => this.Shown("Outcomes", await pages.OutcomesAsync(number, notice, place, typed: null, cancellationToken));

    [HttpPost("outcomes")]
    public async Task<IActionResult> Outcomes(
        [FromServices] RecordOutcome verb, string number, OutcomeInput input, CancellationToken cancellationToken)
    {
        var result = await verb.HandleAsync(number, input, cancellationToken);
        return this.Answered(result, "outcome", NoticePath.Back(number, input.Notice), texts)
            ?? this.Shown("Outcomes", await pages.OutcomesAsync(number, input.Notice, null, input, cancellationToken));
    }
}
