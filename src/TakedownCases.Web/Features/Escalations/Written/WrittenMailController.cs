using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Escalations.Written;

/// <summary>The files that stand for mail while trying out. Development only; see <see cref="WithoutWrittenMail"/>.</summary>
[Authorize(Policy = Policies.CaseReading)]
[Route(Path)]
public sealed class WrittenMailController(ShowWrittenMail show) : Controller
{
    public const string Path = "/staff/mail";

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
        => View("/Features/Escalations/Written/Mails.cshtml", await show.HandleAsync(cancellationToken));

    [HttpGet("{name}")]
    public async Task<IActionResult> One(string name, CancellationToken cancellationToken)
        => await show.OneAsync(name, cancellationToken) is { } page ? View("/Features/Escalations/Written/Mail.cshtml", page) : NotFound();
}
