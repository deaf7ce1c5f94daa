using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using TakedownCases.Data.Identity;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Accounts;

/// <summary>The pages behind a one-time link.</summary>
[AllowAnonymous]
[Route("staff/welcome/{token:length(43)}")]
public sealed class EnrolmentController(Enrolment enrolment, T texts, IOptions<InstallationOptions> installation) : Controller
{
    private const string PasswordView = "/Features/Accounts/Welcome.cshtml";
    private const string AppView = "/Features/Accounts/WelcomeApp.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Open(string token, CancellationToken cancellationToken)
        => await enrolment.FindAsync(token, cancellationToken) is { } user
            ? View(PasswordView, new WelcomeForm { Name = user.DisplayName, Email = user.Email })
            : NotFound();

    [HttpPost(""), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Password(string token, WelcomeForm form, CancellationToken cancellationToken)
    {
        if (await enrolment.FindAsync(token, cancellationToken) is not { } user)
        {
            return NotFound();
        }

        var chosen = await enrolment.SetPasswordAsync(user, form.Password, form.PasswordAgain, cancellationToken);
        ModelState.AddRefusal(chosen, texts);
        return chosen.IsDone ? Redirect($"/staff/welcome/{token}/app") : View(PasswordView, new WelcomeForm { Name = user.DisplayName, Email = user.Email });
    }

    [HttpGet("app")]
    public async Task<IActionResult> App(string token, CancellationToken cancellationToken)
        => await enrolment.FindAsync(token, cancellationToken) is not { } user ? NotFound()
            : enrolment.SecretOf(user) is { } secret ? View(AppView, Page(user, secret))
            : Redirect($"/staff/welcome/{token}");

    [HttpPost("app"), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> App(string token, CodeForm form, CancellationToken cancellationToken)
    {
        if (await enrolment.FindAsync(token, cancellationToken) is not { } user || enrolment.SecretOf(user) is not { } secret)
        {
            return NotFound();
        }

        if (await enrolment.HandleAsync(token, user, form.Passcode, cancellationToken))
        {
            return Redirect(StaffDoor.HomeOf(user));
        }

        ModelState.AddModelError(nameof(form.Passcode), texts["accounts.code.error"]);
        return View(AppView, Page(user, secret));
    }

    private AuthenticatorPage Page(StaffUser user, byte[] secret)
        => new(Base32.Encode(secret), QrPicture.Of(TotpCode.OtpAuthUri(installation.Value.NeutralName, user.Email!, secret)));
}

/// <summary>Choosing the password.</summary>
public sealed record WelcomeForm
{
    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Password { get; init; }

    public string? PasswordAgain { get; init; }
}

/// <summary>The secret as text and picture, and the code that proves it arrived.</summary>
public sealed record AuthenticatorPage(string Secret, QrPicture Picture)
{
    public string? Passcode { get; init; }
}
