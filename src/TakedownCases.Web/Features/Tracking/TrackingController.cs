using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>Coming back with the key: the pages. What they change stands in the other half of this class.</summary>
[AllowAnonymous]
[Route("/{lang:lang}/k")]
public sealed partial class TrackingController(OpenCase opening, KeyCookie cookie, KeptWords words, TimeProvider clock, T texts)
    : Controller
{
    private const CaseParts Overview = CaseParts.Places | CaseParts.Messages | CaseParts.Contact | CaseParts.Words | CaseParts.Openings
        | CaseParts.Notices;

    [HttpGet("")]
    public IActionResult Key()
    {
        var ended = KeyCookie.IsThere(HttpContext) && cookie.Read(HttpContext) is null;
        return View("Key", new KeyQuestion { Ended = ended });
    }

    [HttpPost("")]
    [EnableRateLimiting(RateLimits.Key)]
    public async Task<IActionResult> Key(KeyQuestion question, [FromServices] KeyDoor door, CancellationToken cancellationToken)
    {
        if (SwitchedLanguage())
        {
            return View("Key", question);
        }

        var (session, problem) = await door.TryAsync(question.Key, cancellationToken);
        return session is null ? AskAgain(question, problem) : Enter(session, question);
    }

    [HttpGet("case"), WithKey]
    public Task<IActionResult> Case(CancellationToken cancellationToken)
        => ShowAsync("Case", Overview, new KeyForm(), cancellationToken);

    [HttpGet("print"), WithKey]
    public Task<IActionResult> Print(CancellationToken cancellationToken)
        => ShowAsync("Print", CaseParts.Places | CaseParts.Notices, new KeyForm(), cancellationToken);

    [HttpGet("sent"), WithKey]
    public Task<IActionResult> Sent(CancellationToken cancellationToken)
        => ShowAsync("Sent", CaseParts.Places | CaseParts.Notices, new StopForm(), cancellationToken);

    [HttpGet("sent/{n:int}"), WithKey]
    public async Task<IActionResult> Letter(int n, CancellationToken cancellationToken)
        => await opening.HandleLetterAsync(Visit, n, cancellationToken) is { Letter: not null } found
            ? View("Letter", found)
            : SeeOther($"/{texts.Language.Code}/k/sent");

    [HttpGet("messages"), WithKey]
    public Task<IActionResult> Messages(CancellationToken cancellationToken)
        => ShowAsync("Messages", CaseParts.Messages, new TextForm(), cancellationToken);

    [HttpGet("places"), WithKey]
    public Task<IActionResult> Places(CancellationToken cancellationToken)
        => ShowAsync("Places", CaseParts.None, new TextForm(), cancellationToken);

    [HttpGet("words"), WithKey]
    public Task<IActionResult> Words(CancellationToken cancellationToken)
        => ShowAsync("Words", CaseParts.Words, new TextForm(), cancellationToken);

    [HttpGet("contact"), WithKey]
    public Task<IActionResult> Contact(CancellationToken cancellationToken)
        => ShowAsync("Contact", CaseParts.Contact, new ContactForm(), cancellationToken);

    [HttpGet("allow"), WithKey]
    public Task<IActionResult> Allow(CancellationToken cancellationToken)
        => ShowAsync("Allow", CaseParts.None, new ConsentForm(), cancellationToken);

    [HttpGet("stop"), WithKey]
    public Task<IActionResult> Stop(CancellationToken cancellationToken)
        => ShowAsync("Stop", CaseParts.Places | CaseParts.Notices, new StopForm(), cancellationToken);

    [HttpGet("erase"), WithKey]
    public Task<IActionResult> Erase(CancellationToken cancellationToken)
        => ShowAsync("Erase", CaseParts.None, new EraseForm(), cancellationToken);

    [HttpGet("new"), WithKey(spokenToo: true)]
    public Task<IActionResult> NewKey(CancellationToken cancellationToken)
        => ShowAsync("NewKey", CaseParts.None, new NewKeyForm(), cancellationToken);

    [HttpPost("leave")]
    public IActionResult Leave()
    {
        KeyCookie.Drop(HttpContext);
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return SeeOther($"/{texts.Language.Code}");
    }

    // One answer for every key that opens nothing. What was typed is shown again only where it cannot be a key.
    // @keys tracking.key.problem.*
    private ViewResult AskAgain(KeyQuestion question, CaseKeyProblem problem)
    {
        if (problem == CaseKeyProblem.None)
        {
            ModelState.Remove(nameof(question.Key));
        }

        ModelState.AddModelError(nameof(question.Key), texts[$"tracking.key.problem.{problem.ToString().ToLowerInvariant()}"]);
        return View("Key", new KeyQuestion { Kept = question.Kept });
    }

    private IActionResult Enter(KeySession session, KeyQuestion question)
    {
        cookie.Write(HttpContext, session);
        return words.Open(question.Kept) is { } kept ? View("Resend", kept) : SeeOther($"/{texts.Language.Code}/k/case");
    }
}
