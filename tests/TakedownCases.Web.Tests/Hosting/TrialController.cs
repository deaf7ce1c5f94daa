using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Data.Sqlite;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Tests.Hosting;

/// <summary>Pages that only tests have: a form that answers, and ones that fail.</summary>
[AllowAnonymous]
public sealed class TrialController(IAntiforgery antiforgery) : Controller
{
    [HttpGet("/{lang:lang}/trial/form")]
    public IActionResult Form() => Content(antiforgery.GetAndStoreTokens(HttpContext).RequestToken!);

    [HttpPost("/{lang:lang}/trial/form")]
    public IActionResult Take(string? words) => Content($"took {words}");

    [HttpPost("/{lang:lang}/trial/key")]
    [EnableRateLimiting(RateLimits.Key)]
    public IActionResult Key() => Content("opened");

    [HttpPost("/{lang:lang}/trial/file")]
    [FilingPace]
    public IActionResult File() => Content($"filed {HttpContext.Items[FilingPaceAttribute.Unchecked] ?? "checked"}");

    [IgnoreAntiforgeryToken]
    [HttpPost("/{lang:lang}/trial/broken")]
    public IActionResult Broken() => throw new InvalidOperationException("canary-in-a-message");

    [IgnoreAntiforgeryToken]
    [HttpPost("/{lang:lang}/trial/away")]
    public IActionResult Away() => throw new InvalidOperationException("x", new SqliteException("canary-in-a-message", 14));

    [Indexable]
    [HttpGet("/{lang:lang}/trial/landing")]
    public IActionResult Landing() => Content("welcome");
}
