using Microsoft.AspNetCore.Mvc;

namespace TakedownCases.Benchmarks.Bare;

/// <summary>The page that the queue is measured against: fifty rows of text through Razor, no database, no sign-in.</summary>
public sealed class BareController : Controller
{
    private const int Rows = 50;

    [HttpGet("/bare")]
    public IActionResult Show(int size)
        => View("/Bare/Bare.cshtml", Enumerable.Range(1, Rows).Select(row => new string('x', Math.Max(1, (size / Rows) - 20))).ToList());
}
