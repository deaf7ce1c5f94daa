using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Web.Features.CaseFile.Approvals;
using TakedownCases.Web.Features.CaseFile.Verbs;
using TakedownCases.Web.Features.Shared.Cases;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.CaseFile;

/// <summary>What can be done with a case. Each form is one verb; what it may do is asked of the role and of the case.</summary>
[Authorize(Policy = Policies.CaseReading)]
[Route("staff/cases/{number}")]
public sealed class CaseVerbsController(ShowCase show, StaffSession session, T texts) : Controller
{
    private const string Queue = "/staff/queue";

    [HttpPost("claim")]
    public Task<IActionResult> Claim([FromServices] ClaimCase verb, string number, CaseInput input, CancellationToken cancellationToken)
        => AfterAsync(verb.HandleAsync(number, input, cancellationToken), number, CaseSection.Summary, cancellationToken);

    [HttpPost("release")]
    public Task<IActionResult> Release([FromServices] ReleaseCase verb, string number, CaseInput input, CancellationToken cancellationToken)
        => AfterAsync(verb.HandleAsync(number, input, cancellationToken), number, CaseSection.Summary, cancellationToken);

    [HttpPost("review")]
    public Task<IActionResult> Review([FromServices] ReviewCase verb, string number, CaseInput input, CancellationToken cancellationToken)
        => AfterAsync(verb.HandleAsync(number, input, cancellationToken), number, CaseSection.Summary, cancellationToken);

    [HttpPost("severity")]
    public Task<IActionResult> Severity([FromServices] ChangeSeverity verb, string number, CaseInput input, CancellationToken cancellationToken)
        => AfterAsync(verb.HandleAsync(number, input, cancellationToken), number, CaseSection.Summary, cancellationToken);

    [HttpPost("minor")]
    public async Task<IActionResult> Minor(
        [FromServices] MoveToMinor verb, string number, CaseInput input, CancellationToken cancellationToken)
    {
        var result = await verb.HandleAsync(number, input, cancellationToken);
        return result.Status == VerbStatus.Done && !session.Viewer.ClearedForMinors
            ? Redirect(Queue)
            : await AfterAsync(Task.FromResult(result), number, CaseSection.Summary, cancellationToken);
    }

    [HttpPost("adult")]
    public Task<IActionResult> Adult([FromServices] AskForAdultTrack verb, string number, CaseInput input, CancellationToken cancellationToken)
        => AfterAsync(verb.HandleAsync(number, input, cancellationToken), number, CaseSection.People, cancellationToken);

    [HttpPost("message")]
    public Task<IActionResult> Message([FromServices] WriteMessage verb, string number, CaseInput input, CancellationToken cancellationToken)
        => AfterAsync(verb.HandleAsync(number, input, cancellationToken), number, CaseSection.Messages, cancellationToken);

    [HttpPost("ask")]
    public Task<IActionResult> Ask([FromServices] AskAndWait verb, string number, CaseInput input, CancellationToken cancellationToken)
        => AfterAsync(verb.HandleAsync(number, input, cancellationToken), number, CaseSection.Messages, cancellationToken);

    [HttpPost("answered")]
    public Task<IActionResult> Answered([FromServices] StopWaiting verb, string number, CaseInput input, CancellationToken cancellationToken)
        => AfterAsync(verb.HandleAsync(number, input, cancellationToken), number, CaseSection.Messages, cancellationToken);

    [HttpPost("note")]
    public Task<IActionResult> Note([FromServices] WriteNote verb, string number, CaseInput input, CancellationToken cancellationToken)
        => AfterAsync(verb.HandleAsync(number, input, cancellationToken), number, CaseSection.Notes, cancellationToken);

    [HttpPost("places/check")]
    public Task<IActionResult> Check([FromServices] CheckPlace verb, string number, CaseInput input, CancellationToken cancellationToken)
        => AfterAsync(verb.HandleAsync(number, input, cancellationToken), number, CaseSection.Places, cancellationToken);

    [HttpPost("places/add")]
    public Task<IActionResult> Add([FromServices] AddPlaces verb, string number, CaseInput input, CancellationToken cancellationToken)
        => AfterAsync(verb.HandleAsync(number, input, cancellationToken), number, CaseSection.Places, cancellationToken);

    [HttpPost("places/withdraw")]
    public Task<IActionResult> WithdrawOne([FromServices] WithdrawPlace verb, string number, CaseInput input, CancellationToken cancellationToken)
        => AfterAsync(verb.HandleAsync(number, input, cancellationToken), number, CaseSection.Places, cancellationToken);

    [HttpPost("close")]
    public Task<IActionResult> Close([FromServices] CloseCase verb, string number, CaseInput input, CancellationToken cancellationToken)
        => AfterAsync(verb.HandleAsync(number, input, cancellationToken), number, CaseSection.Summary, cancellationToken);

    [HttpPost("reopen")]
    public Task<IActionResult> Reopen([FromServices] ReopenCase verb, string number, CaseInput input, CancellationToken cancellationToken)
        => AfterAsync(verb.HandleAsync(number, input, cancellationToken), number, CaseSection.Summary, cancellationToken);

    [HttpPost("authority")]
    public Task<IActionResult> Authority([FromServices] CheckAuthority verb, string number, CaseInput input, CancellationToken cancellationToken)
        => AfterAsync(verb.HandleAsync(number, input, cancellationToken), number, CaseSection.People, cancellationToken);

    [HttpPost("recuse")]
    public async Task<IActionResult> Recuse(
        [FromServices] RecuseColleague verb, string number, CaseInput input, CancellationToken cancellationToken)
    {
        var result = await verb.HandleAsync(number, input, cancellationToken);
        return result.Status == VerbStatus.Done && input.Colleague == session.Viewer.Staff.Value
            ? Redirect(Queue)
            : await AfterAsync(Task.FromResult(result), number, CaseSection.People, cancellationToken);
    }

    [HttpPost("look")]
    public Task<IActionResult> Look([FromServices] AskForLook verb, string number, CaseInput input, CancellationToken cancellationToken)
        => AfterAsync(verb.HandleAsync(number, input, cancellationToken), number, CaseSection.Places, cancellationToken);

    [HttpPost("key")]
    public Task<IActionResult> Key([FromServices] AskForNewKey verb, string number, CaseInput input, CancellationToken cancellationToken)
        => AfterAsync(verb.HandleAsync(number, input, cancellationToken), number, CaseSection.People, cancellationToken);

    private async Task<IActionResult> AfterAsync(
        Task<VerbResult> done, string number, CaseSection section, CancellationToken cancellationToken)
        => this.Answered(await done, number, section, texts)
            ?? this.Shown(await show.HandleAsync(number, section, before: null, cancellationToken));
}
