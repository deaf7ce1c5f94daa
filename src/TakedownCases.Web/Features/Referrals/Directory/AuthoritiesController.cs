using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Referrals;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Referrals.Directory;

/// <summary>The directory of hotlines and authorities: everybody on the staff reads it, administrators check it.</summary>
[Route("staff/authorities")]
public sealed class AuthoritiesController(ListAuthorities list, T texts) : Controller
{
    private const string Folder = "/Features/Referrals/";

    [HttpGet("")]
    [Authorize(Policy = Policies.Staff)]
    public async Task<IActionResult> Index(string? country, Track? track, AuthorityKind? kind, CancellationToken cancellationToken)
        => View(Folder + "Authorities.cshtml", await list.HandleAsync(country, track, kind, cancellationToken));

    [HttpGet("{authority}")]
    [Authorize(Policy = Policies.Staff)]
    public async Task<IActionResult> One(string authority, CancellationToken cancellationToken)
        => await list.FindAsync(authority, typed: null, cancellationToken) is { } page ? View(Folder + "Authority.cshtml", page) : NotFound();

    [HttpPost("{authority}")]
    [Authorize(Policy = Policies.Administration)]
    public async Task<IActionResult> Check(
        [FromServices] CheckAuthority verb, string authority, AuthorityInput input, CancellationToken cancellationToken)
    {
        var result = await verb.HandleAsync(authority, input, cancellationToken);
        return this.Answered(result, "checked", "/staff/authorities/" + Uri.EscapeDataString(authority), texts)
            ?? (await list.FindAsync(authority, input, cancellationToken) is { } page ? View(Folder + "Authority.cshtml", page) : NotFound());
    }
}
