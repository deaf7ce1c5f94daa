using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Filing;

/// <summary>The form without account: before it starts, its screens, sending, and the key.</summary>
[AllowAnonymous]
[FilingPace]
[Route("/{lang:lang}/f")]
public sealed class FilingController(T texts) : Controller
{
    [HttpGet("")]
    public IActionResult Start() => View();

    [HttpGet("{n:int}")]
    public async Task<IActionResult> Step(int n, [FromServices] ShowStep show, CancellationToken cancellationToken)
        => Answer(await show.HandleAsync(n, cancellationToken));

    [HttpPost("{n:int}")]
    public async Task<IActionResult> Step(
        int n, IFormCollection form, [FromServices] SaveStep save, CancellationToken cancellationToken)
        => Answer(await save.HandleAsync(n, form, cancellationToken));

    [HttpGet("{n:int}/h")]
    public async Task<IActionResult> Help(int n, [FromServices] ShowStep show, CancellationToken cancellationToken)
        => Answer(await show.HelpAsync(n, cancellationToken));

    [HttpPost("send")]
    public async Task<IActionResult> Send(IFormCollection form, [FromServices] SendFiling send, CancellationToken cancellationToken)
        => Answer(await send.HandleAsync(form, cancellationToken));

    [HttpGet("key")]
    public async Task<IActionResult> Key([FromServices] ShowKey show, CancellationToken cancellationToken)
        => Answer(await show.HandleAsync("Key", cancellationToken));

    [HttpGet("card")]
    public async Task<IActionResult> Card([FromServices] ShowKey show, CancellationToken cancellationToken)
        => Answer(await show.HandleAsync("Card", cancellationToken));

    /// <summary>The key as a text file with a name that tells nothing.</summary>
    [HttpGet("note.txt")]
    public async Task<IActionResult> Note([FromServices] ShowKey show, CancellationToken cancellationToken)
    {
        var answer = await show.HandleAsync("Card", cancellationToken);
        return answer.Model is KeyForm { Key: { } key }
            ? File(Encoding.UTF8.GetBytes($"{key}\n{Request.Host}/{texts.Language.Code}\n"), "text/plain; charset=utf-8", "note.txt")
            : Answer(answer);
    }

    [HttpPost("key")]
    public async Task<IActionResult> Key(IFormCollection form, [FromServices] ConfirmKey confirm, CancellationToken cancellationToken)
        => Answer(await confirm.HandleAsync(form, cancellationToken));

    [HttpGet("end")]
    public IActionResult End() => View();

    private IActionResult Answer(FilingAnswer answer)
    {
        // Only our messages: what a browser posted is shown from the draft, cleaned.
        ModelState.Clear();
        foreach (var problem in answer.Problems)
        {
            ModelState.AddModelError(problem.Field, texts[problem.Key, problem.Arguments]);
        }

        return answer.Location is { } location ? LocalRedirect(location) : View(answer.View, answer.Model);
    }
}
