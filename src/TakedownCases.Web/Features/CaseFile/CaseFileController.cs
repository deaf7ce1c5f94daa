using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Web.Features.Shared.Cases;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.CaseFile;

/// <summary>The parts of a case, for reading.</summary>
[Authorize(Policy = Policies.CaseReading)]
[Route("staff/cases/{number}")]
public sealed class CaseFileController(ShowCase show, Purposes purposes, T texts) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Summary(string number, CancellationToken cancellationToken)
        => PartAsync(number, CaseSection.Summary, null, cancellationToken);

    [HttpGet("places")]
    public Task<IActionResult> Places(string number, CancellationToken cancellationToken)
        => PartAsync(number, CaseSection.Places, null, cancellationToken);

    [HttpGet("notices")]
    public Task<IActionResult> Notices(string number, CancellationToken cancellationToken)
        => PartAsync(number, CaseSection.Notices, null, cancellationToken);

    [HttpGet("clocks")]
    public Task<IActionResult> Clocks(string number, CancellationToken cancellationToken)
        => PartAsync(number, CaseSection.Clocks, null, cancellationToken);

    [HttpGet("messages")]
    public Task<IActionResult> Messages(string number, CancellationToken cancellationToken)
        => PartAsync(number, CaseSection.Messages, null, cancellationToken);

    [HttpGet("notes")]
    public Task<IActionResult> Notes(string number, CancellationToken cancellationToken)
        => PartAsync(number, CaseSection.Notes, null, cancellationToken);

    [HttpGet("people")]
    public Task<IActionResult> People(string number, CancellationToken cancellationToken)
        => PartAsync(number, CaseSection.People, null, cancellationToken);

    [HttpGet("timeline")]
    public Task<IActionResult> Timeline(string number, long? before, CancellationToken cancellationToken)
        => PartAsync(number, CaseSection.Timeline, before, cancellationToken);

    [HttpGet("readers")]
    [Authorize(Policy = Policies.History)]
    public Task<IActionResult> Readers(string number, long? before, CancellationToken cancellationToken)
        => PartAsync(number, CaseSection.Readers, before, cancellationToken);

    [HttpGet("history")]
    [Authorize(Policy = Policies.History)]
    public Task<IActionResult> History(string number, long? before, CancellationToken cancellationToken)
        => PartAsync(number, CaseSection.History, before, cancellationToken);

    [HttpGet("clocks/{id:guid}")]
    public async Task<IActionResult> Trace(string number, Guid id, CancellationToken cancellationToken)
        => this.Shown(await show.TraceAsync(number, id, cancellationToken));

    [HttpPost("purpose")]
    public async Task<IActionResult> Purpose(string number, CaseInput input, CancellationToken cancellationToken)
    {
        var result = await purposes.HandleAsync(number, input.Purpose, cancellationToken);
        var back = LocalPath.Of(input.Back);
        return result.Status == VerbStatus.Done && back is not null
            ? Redirect(back)
            : this.Answered(result, number, CaseSection.Summary, texts) ?? View("Purpose", new PurposePage(number, back));
    }

    private async Task<IActionResult> PartAsync(string number, CaseSection section, long? before, CancellationToken cancellationToken)
        => this.Shown(await show.HandleAsync(number, section, before, cancellationToken));
}
