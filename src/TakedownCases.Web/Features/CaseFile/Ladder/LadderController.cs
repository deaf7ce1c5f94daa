using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.CaseFile.Ladder;

/// <summary>What a case's ladder needs to know from people: that an authority asks us to hold still, and who is behind a site.</summary>
[Authorize(Policy = Policies.CaseReading)]
[Route("staff/cases/{number}")]
public sealed class LadderController(LadderPages pages, T texts) : Controller
{
    [HttpGet("hold")]
    public async Task<IActionResult> Hold(string number, CancellationToken cancellationToken)
        => Shown(await pages.HoldAsync(number, new HoldInput(), cancellationToken));

    [HttpPost("hold")]
    public async Task<IActionResult> Hold([FromServices] AskForHold verb, string number, HoldInput input, CancellationToken cancellationToken)
        => After(await verb.HandleAsync(number, input, cancellationToken), number, "hold")
            ?? Shown(await pages.HoldAsync(number, input, cancellationToken));

    [HttpPost("hold/end")]
    public async Task<IActionResult> EndHold([FromServices] EndHold verb, string number, CaseInput input, CancellationToken cancellationToken)
        => After(await verb.HandleAsync(number, input, cancellationToken), number, "hold")
            ?? Shown(await pages.HoldAsync(number, new HoldInput(), cancellationToken));

    [HttpGet("sites")]
    public async Task<IActionResult> Sites(string number, CancellationToken cancellationToken)
        => Shown(await pages.SitesAsync(number, new SiteInput(), cancellationToken));

    [HttpPost("sites")]
    public async Task<IActionResult> Sites([FromServices] RecordProvider verb, string number, SiteInput input, CancellationToken cancellationToken)
        => After(await verb.HandleAsync(number, input, cancellationToken), number, "sites")
            ?? Shown(await pages.SitesAsync(number, input, cancellationToken));

    [HttpPost("sites/unknown")]
    public async Task<IActionResult> GiveUp([FromServices] GiveUpHost verb, string number, SiteInput input, CancellationToken cancellationToken)
        => After(await verb.HandleAsync(number, input, cancellationToken), number, "sites")
            ?? Shown(await pages.SitesAsync(number, input, cancellationToken));

    [HttpPost("sites/ask")]
    public async Task<IActionResult> Ask([FromServices] AskProvider verb, string number, SiteInput input, CancellationToken cancellationToken)
        => After(await verb.HandleAsync(number, input, cancellationToken), number, "sites")
            ?? Shown(await pages.SitesAsync(number, input, cancellationToken));

    private IActionResult Shown(LadderShown shown) => shown switch
    {
        { Status: OpeningStatus.Open, Page: { } page } => View($"/Features/CaseFile/Ladder/{(page is HoldPage ? "Hold" : "Sites")}.cshtml", page),
        { Status: OpeningStatus.AskWhy } when HttpMethods.IsPost(Request.Method) => this.AskWhyAgain(shown.Number, ""),
        { Status: OpeningStatus.AskWhy } => View("/Features/CaseFile/Purpose.cshtml", new PurposePage(shown.Number, LocalPath.Of(Request.Path))),
        { Status: OpeningStatus.Unlogged } => StatusCode(StatusCodes.Status503ServiceUnavailable),
        _ => NotFound(),
    };

    private IActionResult? After(VerbResult result, string number, string page)
    {
        switch (result)
        {
            case { Status: VerbStatus.Gone }:
                return NotFound();
            case { Status: VerbStatus.Forbidden }:
                return StatusCode(StatusCodes.Status403Forbidden);
            case { Status: VerbStatus.Refused, Field: { } field, Code: { } code }:
                // @keys casefile.error.*
                ModelState.AddModelError("Input." + field, texts["casefile.error." + code]);
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return null;
            default:
                TempData[result.Status == VerbStatus.Refused ? CaseAnswers.Refusal : CaseAnswers.Notice] = result.Code;
                return Redirect($"/staff/cases/{Uri.EscapeDataString(number)}/{page}");
        }
    }
}
