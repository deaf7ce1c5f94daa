using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Data.Law;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Law;

/// <summary>The rules that deadlines are counted by, for administrators and legal staff: what holds, since when, and why.</summary>
[Authorize(Policy = Policies.Law)]
[Route("staff/law")]
public sealed class LawController(ShowLaws laws, ShowRules rules, ShowRule show) : Controller
{
    private const string Folder = "/Features/Law/";

    [HttpGet("")]
    public IActionResult Index(LawAsk ask) => View(Folder + "Index.cshtml", laws.Read(ask));

    [HttpGet("policies")]
    public IActionResult List() => View(Folder + "Policies.cshtml", rules.Policies());

    [HttpGet("ladders")]
    public IActionResult Ladders() => View(Folder + "Rules.cshtml", rules.Ladders());

    [HttpGet("calendars")]
    public IActionResult Calendars() => View(Folder + "Rules.cshtml", rules.Calendars());

    [HttpGet("{kind}/{rule}")]
    public async Task<IActionResult> Rule(RuleKind kind, string rule, string? a, string? b, CancellationToken cancellationToken)
        => ModelState.IsValid && await show.HandleAsync(kind, rule, a, b, cancellationToken) is { } page
            ? View(Folder + "Rule.cshtml", page)
            : NotFound();
}
