using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Administration;

/// <summary>People: who works here, as what, and who lets them in.</summary>
[Authorize(Policy = Policies.Administration)]
[Route("staff/people")]
public sealed class PeopleController(PeopleList people, ChangePerson change, T texts) : Controller
{
    private const string Folder = "/Features/Administration/";
    private const string ListView = Folder + "People.cshtml";
    private const string PersonView = Folder + "Person.cshtml";
    private const string InviteView = Folder + "Invite.cshtml";
    private const string LinkView = Folder + "Link.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> List(CancellationToken cancellationToken)
        => View(ListView, await people.HandleAsync(cancellationToken));

    [HttpGet("invite")]
    public IActionResult Invite() => View(InviteView, new InviteForm());

    [HttpPost("invite")]
    public async Task<IActionResult> Invite(InviteForm form, [FromServices] InvitePerson invite, CancellationToken cancellationToken)
    {
        var done = await invite.HandleAsync(form.Name, form.Email, form.Role, cancellationToken);
        return Refused(done) ? View(InviteView, form) : Answer(done);
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken)
        => await people.FindAsync(id, cancellationToken) is { } page ? View(PersonView, page) : NotFound();

    [HttpPost("{id:guid}/disable")]
    public async Task<IActionResult> Disable(Guid id, CancellationToken cancellationToken)
        => await AnswerAsync(id, await change.DisableAsync(id, cancellationToken), cancellationToken);

    [HttpPost("{id:guid}/role")]
    public async Task<IActionResult> Role(Guid id, StaffRole role, CancellationToken cancellationToken)
        => await AnswerAsync(id, await change.AskRoleAsync(id, role, cancellationToken), cancellationToken);

    [HttpPost("{id:guid}/clearance")]
    public async Task<IActionResult> Clearance(Guid id, bool cleared, CancellationToken cancellationToken)
        => await AnswerAsync(id, await change.ChangeClearanceAsync(id, cleared, cancellationToken), cancellationToken);

    [HttpPost("{id:guid}/link")]
    public async Task<IActionResult> Link(Guid id, CancellationToken cancellationToken)
        => await AnswerAsync(id, await change.RenewLinkAsync(id, cancellationToken), cancellationToken);

    [HttpPost("requests/{id:guid}")]
    public async Task<IActionResult> Decide(Guid id, bool granted, [FromServices] DecideRequest decide, CancellationToken cancellationToken)
    {
        var done = await decide.HandleAsync(id, granted, cancellationToken);
        return Refused(done) ? View(ListView, await people.HandleAsync(cancellationToken)) : Answer(done);
    }

    private async Task<IActionResult> AnswerAsync(Guid id, Outcome<AdminDone> done, CancellationToken cancellationToken)
        => !Refused(done) ? Answer(done, $"/staff/people/{id}")
            : await people.FindAsync(id, cancellationToken) is { } page ? View(PersonView, page)
            : NotFound();

    private IActionResult Answer(Outcome<AdminDone> done, string next = "/staff/people")
        => done.Value is { Link: { } link } made
            ? View(LinkView, new LinkPage($"{Request.Scheme}://{Request.Host}{link}", made.LinkFor!))
            : Redirect(next);

    // @keys administration.refused.*
    private bool Refused(Outcome<AdminDone> done)
    {
        if (!done.IsDone)
        {
            var field = done.Refusal.Code is "email" or "exists" ? "Email" : done.Refusal.Code is "name" ? "Name" : "";
            ModelState.AddModelError(field, texts[$"administration.refused.{done.Refusal.Code}"]);
        }

        return !done.IsDone;
    }
}

/// <summary>Somebody new.</summary>
public sealed record InviteForm
{
    public string? Name { get; init; }

    public string? Email { get; init; }

    public StaffRole Role { get; init; } = StaffRole.Advocate;
}

/// <summary>A one-time link, shown once to whoever hands it over.</summary>
public sealed record LinkPage(string Address, string Name);
