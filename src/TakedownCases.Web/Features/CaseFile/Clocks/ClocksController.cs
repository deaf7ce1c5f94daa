using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.CaseFile.Clocks;

/// <summary>Clocks that a person begins or ends: what somebody outside did, and the limitation of a claim.</summary>
[Authorize(Policy = Policies.CaseReading)]
[Route("staff/cases/{number}/clocks")]
public sealed class ClocksController(ShowCase show, T texts) : Controller
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string number, CancellationToken cancellationToken)
        => this.Shown(await show.NewClockAsync(number, cancellationToken));

    [HttpPost("new")]
    public Task<IActionResult> Start([FromServices] StartClocks verb, string number, CaseInput input, CancellationToken cancellationToken)
        => AfterAsync(verb.HandleAsync(number, input, cancellationToken), number, cancellationToken);

    [HttpPost("limitation")]
    public Task<IActionResult> Limit([FromServices] EnterLimitation verb, string number, CaseInput input, CancellationToken cancellationToken)
        => AfterAsync(verb.HandleAsync(number, input, cancellationToken), number, cancellationToken);

    [HttpPost("{id:guid}/end")]
    public async Task<IActionResult> End(
        [FromServices] EndClock verb, string number, Guid id, CaseInput input, CancellationToken cancellationToken)
        => this.Answered(await verb.HandleAsync(number, id, input, cancellationToken), number, CaseSection.Clocks, texts)
            ?? this.Shown(await show.TraceAsync(number, id, cancellationToken));

    private async Task<IActionResult> AfterAsync(Task<VerbResult> done, string number, CancellationToken cancellationToken)
        => this.Answered(await done, number, CaseSection.Clocks, texts) ?? this.Shown(await show.NewClockAsync(number, cancellationToken));
}
