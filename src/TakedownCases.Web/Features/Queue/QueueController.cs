using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Queue;

/// <summary>The list of cases by deadline, and taking and giving back without opening one.</summary>
[Authorize(Policy = Policies.Queue)]
[Route("staff/queue")]
public sealed class QueueController(ShowQueue show, FindCase find, TakeNext next, ClaimCase claim, ReleaseCase release) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(QueueAsk ask, CancellationToken cancellationToken)
        => View(await show.HandleAsync(ask, cancellationToken));

    [HttpGet("find")]
    public async Task<IActionResult> Find(string? number, CancellationToken cancellationToken)
    {
        if (await find.HandleAsync(number, cancellationToken) is { } address)
        {
            return LocalRedirect(address);
        }

        QueueNote.Leave(TempData, "not-found", number);
        return LocalRedirect(new QueueAsk().ToAddress());
    }

    [Authorize(Policy = Policies.CaseWork)]
    [HttpPost("next")]
    public async Task<IActionResult> Next(CancellationToken cancellationToken)
        => QueueNote.Answer(this, await next.HandleAsync(cancellationToken), "claimed", new QueueAsk { Tab = "mine" });

    [Authorize(Policy = Policies.CaseWork)]
    [HttpPost("claim")]
    public async Task<IActionResult> Claim([FromQuery] QueueAsk ask, [FromForm] string? number, CancellationToken cancellationToken)
        => QueueNote.Answer(this, await claim.HandleAsync(number, cancellationToken), "claimed", ask);

    [Authorize(Policy = Policies.CaseWork)]
    [HttpPost("release")]
    public async Task<IActionResult> Release([FromQuery] QueueAsk ask, [FromForm] string? number, CancellationToken cancellationToken)
        => QueueNote.Answer(this, await release.HandleAsync(number, cancellationToken), "released", ask);
}
