using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Calls;

/// <summary>Filing for somebody on the telephone or at the desk.</summary>
[Authorize(Policy = Policies.CaseWork)]
[Route("staff/calls")]
public sealed class CallsController(FileForCaller file, CallDrafts drafts) : Controller
{
    [HttpGet("")]
    public IActionResult Start() => LocalRedirect("/staff/calls/new");

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken cancellationToken)
    {
        var draft = await drafts.FindOrBeginAsync(cancellationToken);
        return draft.Number is null ? View(draft.Form) : LocalRedirect("/staff/calls/done");
    }

    [HttpPost("new")]
    public async Task<IActionResult> New(CallForm form, CancellationToken cancellationToken)
    {
        var typed = form.Cleaned();
        return await file.HandleAsync(typed, ModelState, cancellationToken) ? LocalRedirect("/staff/calls/done") : View(typed);
    }

    [HttpPost("draft")]
    public async Task<IActionResult> Draft(CallForm form, CancellationToken cancellationToken)
    {
        var typed = form.Cleaned();
        return await file.KeepAsync(typed, ModelState, cancellationToken) ? LocalRedirect("/staff/calls/new") : View("New", typed);
    }

    [HttpGet("done")]
    public async Task<IActionResult> Done(CancellationToken cancellationToken)
        => await drafts.FindAsync(cancellationToken) is { Number: not null } draft ? View(draft) : LocalRedirect("/staff/calls/new");

    /// <summary>Read out and written down, or given up: the draft and its key are gone.</summary>
    [HttpPost("forget")]
    public async Task<IActionResult> Forget(CancellationToken cancellationToken)
    {
        await drafts.ForgetAsync(cancellationToken);
        return LocalRedirect("/staff/queue");
    }
}
