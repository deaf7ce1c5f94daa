using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Queue;

/// <summary>For whoever sorts what arrives: how urgent a case is and which track it belongs on, without its words.</summary>
[Authorize(Policy = Policies.Queue)]
[Route("staff/queue/{number}")]
public sealed class SortingController(ShowSorting show, ChangeSeverity severity, MoveToMinor minor, AcceptFiling accept) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string number, CancellationToken cancellationToken)
        => await show.HandleAsync(number, cancellationToken) is { } page
            ? View("/Features/Queue/Sorting.cshtml", page)
            : QueueNote.Gone(this);

    [HttpPost("severity")]
    public async Task<IActionResult> Severity(string number, [FromForm] string? to, CancellationToken cancellationToken)
        => QueueNote.Answer(
            this, await severity.HandleAsync(number, Enum.TryParse<Severity>(to, out var read) ? read : null, cancellationToken), "sorted", new QueueAsk());

    [HttpPost("accept")]
    public async Task<IActionResult> Accept(string number, CancellationToken cancellationToken)
        => QueueNote.Answer(this, await accept.HandleAsync(number, cancellationToken), "accepted", new QueueAsk());

    [HttpPost("minor")]
    public async Task<IActionResult> Minor(string number, CancellationToken cancellationToken)
        => QueueNote.Answer(this, await minor.HandleAsync(number, cancellationToken), "moved", new QueueAsk());
}
