using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Referrals.Packs;

/// <summary>Complaint packs: made, read, taken out as files whose names say nothing.</summary>
[Authorize(Policy = Policies.CaseReading)]
[Route("staff/cases/{number}/packs")]
public sealed class PacksController(PackPages pages, T texts) : Controller
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string number, string? notice, string? authority, CancellationToken cancellationToken)
        => this.Shown("NewPack", await pages.NewAsync(number, new PackInput { Notice = notice, Authority = authority }, cancellationToken));

    [HttpPost("")]
    public async Task<IActionResult> Make([FromServices] MakePack verb, string number, PackInput input, CancellationToken cancellationToken)
    {
        var (result, made) = await verb.HandleAsync(number, input, cancellationToken);
        var next = made == default ? ReferralPath.List(number) : $"{ReferralPath.Case(number)}/packs/{made.Value}";
        return this.Answered(result, "packed", next, texts) ?? this.Shown("NewPack", await pages.NewAsync(number, input, cancellationToken));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> One(string number, Guid id, CancellationToken cancellationToken)
        => this.Shown("Pack", await pages.OneAsync(number, id, cancellationToken));

    [HttpGet("{id:guid}/text")]
    public async Task<IActionResult> Text(string number, Guid id, CancellationToken cancellationToken)
        => Saved(await pages.OneAsync(number, id, cancellationToken), page => page.Text, "text/plain; charset=utf-8", "complaint.txt");

    [HttpGet("{id:guid}/json")]
    public async Task<IActionResult> Json(string number, Guid id, CancellationToken cancellationToken)
        => Saved(await pages.OneAsync(number, id, cancellationToken), page => page.Json, "application/json", "complaint-pack.json");

    private IActionResult Saved(ShownReferral shown, Func<PackPage, string> content, string type, string name)
        => shown.Page is PackPage { IsWithheld: true } ? NotFound() : shown.Page is PackPage page ? File(Encoding.UTF8.GetBytes(content(page)), type, name) : this.Shown("Pack", shown);
}
