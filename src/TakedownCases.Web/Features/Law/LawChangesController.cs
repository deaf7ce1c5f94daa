using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Data.Law;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Law;

/// <summary>Changes of rules: one person proposes, a second lets them hold.</summary>
[Authorize(Policy = Policies.Law)]
[Route("staff/law")]
public sealed class LawChangesController(ProposeChange propose, DecideChange decide, ShowChanges changes) : Controller
{
    private const string Path = "/staff/law/changes";
    private const string Folder = "/Features/Law/";
    private const string FormView = Folder + "Change.cshtml";
    private const string ProposalView = Folder + "Proposal.cshtml";

    [HttpGet("changes")]
    public async Task<IActionResult> Changes(CancellationToken cancellationToken)
        => View(Folder + "Changes.cshtml", await changes.HandleAsync(cancellationToken));

    [HttpGet("new")]
    public async Task<IActionResult> New(string? law, CancellationToken cancellationToken)
        => await propose.BeginNewAsync(law, cancellationToken) is { } page ? View(FormView, page) : NotFound();

    [HttpPost("new")]
    public async Task<IActionResult> New(string? law, ChangeForm form, CancellationToken cancellationToken)
        => await Proposed(await propose.BeginNewAsync(law, cancellationToken) is { ForLaw: not null } page ? page : null, form, cancellationToken);

    [HttpGet("{kind}/{rule}/change")]
    public async Task<IActionResult> Change(RuleKind kind, string rule, CancellationToken cancellationToken)
        => ModelState.IsValid && await propose.BeginAsync(kind, rule, cancellationToken) is { } page ? View(FormView, page) : NotFound();

    [HttpPost("{kind}/{rule}/change")]
    public async Task<IActionResult> Change(RuleKind kind, string rule, ChangeForm form, CancellationToken cancellationToken)
        => await Proposed(await propose.BeginAsync(kind, rule, cancellationToken), form, cancellationToken);

    [HttpGet("changes/{edition:guid}")]
    public async Task<IActionResult> Proposal(Guid edition, CancellationToken cancellationToken)
        => await changes.FindAsync(edition, cancellationToken) is { } page ? View(ProposalView, page) : NotFound();

    [HttpPost("changes/{edition:guid}/{verb}")]
    public async Task<IActionResult> Decide(Guid edition, RuleVerb verb, string? answer, CancellationToken cancellationToken)
        => ModelState.IsValid && await decide.HandleAsync(edition, verb, answer, ModelState, cancellationToken)
            ? LocalRedirect($"{Path}/{edition}")
            : await changes.FindAsync(edition, cancellationToken) is { } page ? View(ProposalView, page with { Typed = answer }) : NotFound();

    private async Task<IActionResult> Proposed(ChangePage? page, ChangeForm form, CancellationToken cancellationToken)
        => page is null ? NotFound()
            : await propose.HandleAsync(page, form, ModelState, cancellationToken) is { } made ? LocalRedirect($"{Path}/{made}")
            : View(FormView, page.Again(form));
}

/// <summary>What can be done with a proposal.</summary>
public enum RuleVerb
{
    Activate,
    Refuse,
    TakeBack,
}
