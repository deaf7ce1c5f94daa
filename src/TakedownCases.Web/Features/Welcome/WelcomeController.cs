using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Features.Welcome;

/// <summary>Pages that ask nothing, keep nothing and set no cookie.</summary>
[AllowAnonymous]
public sealed class WelcomeController(ReportingDuties duties) : Controller
{
    [Indexable]
    [HttpGet("/{lang:lang}")]
    public ViewResult Landing() => View();

    [HttpGet("/{lang:lang}/help")]
    public ViewResult Help(string? country, [FromServices] ShowHelp show) => View(show.Handle(country));

    [HttpGet("/{lang:lang}/about")]
    public ViewResult About() => View(duties.For(minor: true));

    [HttpGet("/{lang:lang}/privacy")]
    public ViewResult Privacy() => View();

    [HttpGet("/sitemap.xml")]
    public ContentResult Sitemap([FromServices] ListLandingPages list) => Content(list.Handle(Request), "application/xml");
}
