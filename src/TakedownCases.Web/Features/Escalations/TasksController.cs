using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Domain;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Escalations;

/// <summary>"Next for me": what the reader is asked to do, and saying that it is done.</summary>
[Authorize(Policy = Policies.CaseWork)]
[Route("staff/tasks")]
public sealed class TasksController(ShowTasks show, FinishTask finish) : Controller
{
    public const string Note = "escalations.note";

    [HttpGet("")]
    public async Task<IActionResult> Index(string? after, string? before, CancellationToken cancellationToken)
        => View("/Features/Escalations/Tasks.cshtml", await show.HandleAsync(after, before, cancellationToken));

    [HttpPost("{number}/{id:guid}")]
    public async Task<IActionResult> Finish(string number, Guid id, [FromForm] Guid command, CancellationToken cancellationToken)
        => After(await finish.HandleAsync(number, id, command, cancellationToken));

    private IActionResult After(TaskAnswer answer)
    {
        if (answer == TaskAnswer.Gone)
        {
            return NotFound();
        }

        TempData[Note] = Codes.Of(answer);
        return LocalRedirect("/staff/tasks");
    }
}
