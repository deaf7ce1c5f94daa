using System.Buffers.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Accounts;

/// <summary>One's own account.</summary>
[Authorize(Policy = Policies.Staff)]
[Route("staff/profile")]
public sealed class ProfileController(Profile profile, T texts) : Controller
{
    private const string Page = "/Features/Accounts/Profile.cshtml";
    private const string Self = "/staff/profile";
    private const int LongestCredential = 2048;

    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken cancellationToken)
        => View(Page, await profile.PageAsync(cancellationToken));

    [HttpPost("")]
    public async Task<IActionResult> Save(ProfileForm form, CancellationToken cancellationToken)
    {
        await profile.SaveAsync(form, cancellationToken);
        return Redirect(Self);
    }

    [HttpPost("password"), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Password(PasswordForm form, CancellationToken cancellationToken)
    {
        var changed = await profile.ChangePasswordAsync(form, cancellationToken);
        ModelState.AddRefusal(changed, texts);
        return changed.IsDone ? Redirect(Self) : View(Page, await profile.PageAsync(cancellationToken));
    }

    // @keys accounts.telling.*
    [HttpPost("telling")]
    public async Task<IActionResult> Telling(
        [Bind(Prefix = "Telling")] TellingForm form, [FromServices] ChooseTelling choose, CancellationToken cancellationToken)
    {
        var problems = await choose.HandleAsync(form, cancellationToken);
        problems.ToList().ForEach(problem => ModelState.AddModelError("Telling." + problem.Field, texts[problem.Key]));
        return problems.Count == 0 ? Redirect(Self) : View(Page, await profile.PageAsync(cancellationToken) with { Telling = form });
    }

    [HttpPost("sessions")]
    public async Task<IActionResult> EndSessions(CancellationToken cancellationToken)
    {
        await profile.EndSessionsAsync(cancellationToken);
        return Redirect(Self);
    }

    [HttpPost("passkeys/remove")]
    public async Task<IActionResult> RemovePasskey(string? id, [FromServices] PasskeyMaking making, CancellationToken cancellationToken)
    {
        if (id is { Length: > 0 and <= LongestCredential } && Base64Url.IsValid(id))
        {
            await making.RemoveAsync(Base64Url.DecodeFromChars(id), cancellationToken);
        }

        return Redirect(Self);
    }
}
