using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Accounts;

/// <summary>What passkey.js asks and answers: JSON in, JSON out.</summary>
[Route("staff")]
public sealed class PasskeyController(T texts, PasskeyRules rules) : Controller
{
    private const string JsonType = "application/json";

    [HttpPost("sign-in/passkey/options"), AllowAnonymous, EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> SignInOptions([FromServices] PasskeySignIn signIn)
        => rules.Domain is null ? NotFound() : Content(await signIn.OptionsAsync(), JsonType);

    [HttpPost("sign-in/passkey/finish"), AllowAnonymous, EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> SignIn(
        [FromBody] PasskeyAnswer answer, [FromServices] PasskeySignIn signIn, CancellationToken cancellationToken)
        => await signIn.HandleAsync(answer.Credential, cancellationToken) is { } user
            ? Ok(new { next = LocalPath.Of(answer.Back) ?? StaffDoor.HomeOf(user) })
            : BadRequest(new { error = texts["accounts.passkey.failed"] });

    [HttpPost("profile/passkeys/options"), Authorize(Policy = Policies.Staff), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> MakingOptions(
        [FromBody] PasskeyAnswer answer, [FromServices] PasskeyMaking making, CancellationToken cancellationToken)
    {
        if (rules.Domain is null)
        {
            return NotFound();
        }

        var options = await making.OptionsAsync(answer.Password, cancellationToken);
        return options.IsDone ? Content(options.Value, JsonType) : Refused(options.Refusal.Code);
    }

    [HttpPost("profile/passkeys/finish"), Authorize(Policy = Policies.Staff)]
    public async Task<IActionResult> Make(
        [FromBody] PasskeyAnswer answer, [FromServices] PasskeyMaking making, CancellationToken cancellationToken)
    {
        var made = await making.HandleAsync(answer.Name, answer.Credential, cancellationToken);
        return made.IsDone ? Ok(new { next = "/staff/profile" }) : Refused(made.Refusal.Code);
    }

    // @keys accounts.passkey.*
    private BadRequestObjectResult Refused(string code) => BadRequest(new { error = texts[$"accounts.passkey.{code}"] });
}

/// <summary>The fields of a passkey form and, at the end, what the device said.</summary>
public sealed record PasskeyAnswer(string? Back, string? Name, string? Password, JsonElement Credential);
