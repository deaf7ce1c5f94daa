using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Referrals;

/// <summary>Handing a case to somebody outside, and what they did.</summary>
[Authorize(Policy = Policies.CaseReading)]
[Route("staff/cases/{number}/referrals")]
public sealed class ReferralsController(ReferralPages pages, T texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string number, CancellationToken cancellationToken)
        => this.Shown("Referrals", await pages.ListAsync(number, cancellationToken));

    [HttpGet("new")]
    public async Task<IActionResult> New(string number, string? to, CancellationToken cancellationToken)
        => to is null
            ? this.Shown("Choose", await pages.ChooseAsync(number, cancellationToken))
            : this.Shown("Make", await pages.MakeAsync(number, to, typed: null, cancellationToken));

    [HttpPost("")]
    public async Task<IActionResult> Make(
        [FromServices] MakeReferral verb, string number, ReferralInput input, CancellationToken cancellationToken)
    {
        var result = await verb.HandleAsync(number, input, cancellationToken);
        return this.Answered(result, "made", ReferralPath.List(number), texts)
            ?? this.Shown("Make", await pages.MakeAsync(number, input.To, input, cancellationToken));
    }

    [HttpGet("{reference}")]
    public async Task<IActionResult> One(ReferralPath path, CancellationToken cancellationToken)
        => this.Shown("Referral", await pages.OneAsync(path, typed: null, cancellationToken));

    [HttpPost("{reference}/tell")]
    public async Task<IActionResult> Tell(
        [FromServices] TellReferral verb, ReferralPath path, ReferralStepInput input, CancellationToken cancellationToken)
    {
        var result = await verb.HandleAsync(path, input, cancellationToken);
        return this.Answered(result, "told", path.ToString(), texts)
            ?? this.Shown("Referral", await pages.OneAsync(path, input, cancellationToken));
    }

    [HttpPost("{reference}/withdraw")]
    public async Task<IActionResult> Withdraw(
        [FromServices] TellReferral verb, ReferralPath path, ReferralStepInput input, CancellationToken cancellationToken)
        => this.Answered(await verb.WithdrawAsync(path, input, cancellationToken), "withdrawn", path.ToString(), texts)
            ?? this.Shown("Referral", await pages.OneAsync(path, input, cancellationToken));

    [HttpPost("{reference}/hand-over")]
    public async Task<IActionResult> HandOver(
        [FromServices] HandOverReferral verb, ReferralPath path, ReferralStepInput input, CancellationToken cancellationToken)
        => this.Answered(await verb.HandleAsync(path, input, cancellationToken), "made", path.ToString(), texts)
            ?? this.Shown("Referral", await pages.OneAsync(path, input, cancellationToken));

    [HttpPost("{reference}/agree")]
    public async Task<IActionResult> Agree(
        [FromServices] DecideReferral verb, ReferralPath path, ReferralStepInput input, CancellationToken cancellationToken)
        => this.Answered(await verb.HandleAsync(path, input, agrees: true, cancellationToken), "agreed", path.ToString(), texts)
            ?? this.Shown("Referral", await pages.OneAsync(path, input, cancellationToken));

    [HttpPost("{reference}/refuse")]
    public async Task<IActionResult> Refuse(
        [FromServices] DecideReferral verb, ReferralPath path, ReferralStepInput input, CancellationToken cancellationToken)
        => this.Answered(await verb.HandleAsync(path, input, agrees: false, cancellationToken), "not-agreed", path.ToString(), texts)
            ?? this.Shown("Referral", await pages.OneAsync(path, input, cancellationToken));
}
