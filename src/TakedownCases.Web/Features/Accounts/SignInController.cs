using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Accounts;

/// <summary>Signing in with password and code, and out.</summary>
[AllowAnonymous]
[Route("staff")]
public sealed class SignInController : Controller
{
    private const string SignInView = "/Features/Accounts/SignIn.cshtml";
    private const string CodeView = "/Features/Accounts/Code.cshtml";

    [HttpGet("sign-in")]
    public IActionResult Open(string? back)
        => User.Identity?.IsAuthenticated is true ? Redirect("/staff") : View(SignInView, new SignInForm { Back = LocalPath.Of(back) });

    [HttpPost("sign-in"), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Password(
        SignInForm form, [FromServices] CheckPassword check, [FromServices] T texts, CancellationToken cancellationToken)
    {
        if (await check.HandleAsync(form.Email, form.Password, LocalPath.Of(form.Back), cancellationToken))
        {
            return Redirect("/staff/sign-in/code");
        }

        ModelState.AddModelError("", texts["accounts.sign-in.error"]);
        return View(SignInView, form with { Password = null, Back = LocalPath.Of(form.Back) });
    }

    [HttpGet("sign-in/code")]
    public async Task<IActionResult> Code([FromServices] StaffDoor door)
        => await door.HalfWayAsync() is null ? Redirect(StaffScheme.SignInPath) : View(CodeView, new CodeForm());

    [HttpPost("sign-in/code"), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Code(
        CodeForm form, [FromServices] StaffDoor door, [FromServices] CheckCode check, [FromServices] T texts, CancellationToken cancellationToken)
    {
        if (await door.HalfWayAsync() is not { } half)
        {
            return Redirect(StaffScheme.SignInPath);
        }

        if (await check.HandleAsync(half, form.Passcode, cancellationToken) is { } user)
        {
            return Redirect(half.Back ?? StaffDoor.HomeOf(user));
        }

        ModelState.AddModelError(nameof(form.Passcode), texts["accounts.code.error"]);
        return View(CodeView, new CodeForm());
    }

    /// <summary>The first page of whoever comes.</summary>
    [HttpGet("")]
    public IActionResult Home()
        => Redirect(Policies.Admits(Policies.Queue, User) ? "/staff/queue"
            : Policies.Admits(Policies.Administration, User) ? "/staff/people"
            : StaffScheme.SignInPath);

    [HttpPost("sign-out")]
    public async Task<IActionResult> Leave([FromServices] LeaveStaff leave, CancellationToken cancellationToken)
    {
        await leave.HandleAsync(cancellationToken);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Redirect(StaffScheme.SignInPath);
    }

    [HttpPost("language")]
    public async Task<IActionResult> Language(
        string? language, string? back, [FromServices] ChooseLanguage choose, CancellationToken cancellationToken)
    {
        await choose.HandleAsync(language, cancellationToken);
        return Redirect(back is not null && back.StartsWith(StaffScheme.SignInPath, StringComparison.Ordinal)
            ? StaffScheme.SignInPath
            : LocalPath.Of(back) ?? "/staff");
    }
}

/// <summary>The sign-in form. <see cref="Back"/> is where to go on to.</summary>
public sealed record SignInForm
{
    public string? Email { get; init; }

    public string? Password { get; init; }

    public string? Back { get; init; }
}

/// <summary>The code of the authenticator; named so that no error page ever keeps it.</summary>
public sealed record CodeForm
{
    public string? Passcode { get; init; }
}
