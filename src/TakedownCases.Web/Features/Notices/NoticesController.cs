using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Domain.Notices;
using TakedownCases.Web.Features.Notices.Compose;
using TakedownCases.Web.Features.Notices.Sending;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Notices;

/// <summary>Notices of one case: written, shown, approved, followed. Each form is one verb.</summary>
[Authorize(Policy = Policies.CaseReading)]
[Route("staff/cases/{number}/notices")]
public sealed class NoticesController(ComposePages compose, NoticePages pages, T texts) : Controller
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string number, string? platform, NoticeKind? kind, CancellationToken cancellationToken)
        => platform is null
            ? this.Shown("Start", await compose.StartAsync(number, cancellationToken))
            : this.Shown("Compose", await compose.NewAsync(number, platform, kind ?? NoticeKind.Removal, typed: null, cancellationToken));

    [HttpPost("")]
    public async Task<IActionResult> Write(
        [FromServices] WriteNotice verb, string number, NoticeInput input, CancellationToken cancellationToken)
    {
        var (result, reference) = await verb.HandleAsync(number, input, cancellationToken);
        var next = reference is null ? NoticePath.List(number) : new NoticePath(number, reference).ToString();
        return this.Answered(result, "written", next, texts) ?? this.Shown("Compose", await compose.NewAsync(
            number, input.Platform, input.Kind ?? NoticeKind.Removal, input, cancellationToken));
    }

    [HttpGet("{reference}")]
    public async Task<IActionResult> Show(string number, string reference, CancellationToken cancellationToken)
        => this.Shown("Notice", await pages.HandleAsync(new NoticePath(number, reference), cancellationToken));

    [HttpGet("{reference}/change")]
    public async Task<IActionResult> Change(string number, string reference, CancellationToken cancellationToken)
        => this.Shown("Compose", await compose.ChangeAsync(new NoticePath(number, reference), typed: null, cancellationToken));

    [HttpPost("{reference}/change")]
    public async Task<IActionResult> Change(
        [FromServices] ChangeNotice verb, string number, string reference, NoticeInput input, CancellationToken cancellationToken)
    {
        var path = new NoticePath(number, reference);
        return this.Answered(await verb.HandleAsync(path, input, cancellationToken), "changed", path.ToString(), texts)
            ?? this.Shown("Compose", await compose.ChangeAsync(path, input, cancellationToken));
    }

    [HttpPost("{reference}/approve")]
    public Task<IActionResult> Approve(
        [FromServices] ApproveNotice verb, string number, string reference, NoticeInput input, CancellationToken cancellationToken)
        => AfterAsync(new NoticePath(number, reference), path => verb.HandleAsync(path, input, cancellationToken), "approved", cancellationToken);

    [HttpPost("{reference}/log")]
    public Task<IActionResult> Log(
        [FromServices] LogFiling verb, string number, string reference, NoticeInput input, CancellationToken cancellationToken)
        => AfterAsync(new NoticePath(number, reference), path => verb.HandleAsync(path, input, cancellationToken), "filed", cancellationToken);

    [HttpPost("{reference}/stop")]
    public Task<IActionResult> Stop(
        [FromServices] StopNotice verb, string number, string reference, NoticeInput input, CancellationToken cancellationToken)
        => AfterAsync(new NoticePath(number, reference), path => verb.HandleAsync(path, input, cancellationToken), "stopped", cancellationToken);

    [HttpPost("{reference}/decide")]
    public Task<IActionResult> Decide(
        [FromServices] DecideSending verb, string number, string reference, NoticeInput input, CancellationToken cancellationToken)
        => AfterAsync(new NoticePath(number, reference), path => verb.HandleAsync(path, input, cancellationToken), "decided", cancellationToken);

    private async Task<IActionResult> AfterAsync(
        NoticePath path, Func<NoticePath, Task<VerbResult>> verb, string done, CancellationToken cancellationToken)
        => this.Answered(await verb(path), done, path.ToString(), texts)
            ?? this.Shown("Notice", await pages.HandleAsync(path, cancellationToken));
}
