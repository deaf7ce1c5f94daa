using Microsoft.AspNetCore.Mvc;
using TakedownCases.Domain;
using TakedownCases.Web.Features.CaseFile.Clocks;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.CaseFile;

/// <summary>How outcomes become pages, the same for every controller of the slice.</summary>
public static class CaseAnswers
{
    public const string Notice = "casefile.notice";
    public const string Refusal = "casefile.refusal";

    private const string Folder = "/Features/CaseFile/";

    /// <summary>The page, or the status that says why there is none.</summary>
    public static IActionResult Shown(this Controller controller, Showing showing) => showing switch
    {
        { Status: OpeningStatus.Open, Page: { } page } => controller.View(
            Folder + (page.Content switch { TracePart => "Trace", NewClockPart => "NewClock", _ => "Case" }) + ".cshtml", page),
        { Status: OpeningStatus.AskWhy } when HttpMethods.IsPost(controller.Request.Method) => controller.AskWhyAgain(showing.Number, ""),
        { Status: OpeningStatus.AskWhy } => controller.View(Folder + "Purpose.cshtml", new PurposePage(showing.Number, controller.Asked())),
        { Status: OpeningStatus.Unlogged } => controller.StatusCode(StatusCodes.Status503ServiceUnavailable),
        _ => controller.NotFound(),
    };

    /// <summary>The page somebody came for, named by another slice or this one itself; never an address of somebody else.</summary>
    private static string? Asked(this Controller controller)
        => LocalPath.Of(controller.Request.Query["back"])
            ?? (HttpMethods.IsGet(controller.Request.Method) ? LocalPath.Of(controller.Request.Path) : null);

    /// <summary>Where a form leads; null when its page is to be shown again with what was typed.</summary>
    public static IActionResult? Answered(
        this Controller controller, VerbResult result, string number, CaseSection section, T texts)
    {
        switch (result)
        {
            case { Status: VerbStatus.Gone }:
                return controller.NotFound();
            case { Status: VerbStatus.Forbidden }:
                return controller.StatusCode(StatusCodes.Status403Forbidden);
            case { Status: VerbStatus.Refused, Code: "purpose", Field: null }:
                return controller.AskWhyAgain(number, "");
            case { Status: VerbStatus.Refused, Field: { } field, Code: { } code }:
                // @keys casefile.error.*
                controller.ModelState.AddModelError("Input." + field, texts["casefile.error." + code]);
                controller.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return null;
            case { Status: VerbStatus.Refused }:
                controller.TempData[Refusal] = result.Code;
                break;
            default:
                controller.TempData[Notice] = result.Code;
                break;
        }

        var part = section == CaseSection.Summary ? "" : "/" + Codes.Of(section);
        return controller.Redirect($"/staff/cases/{Uri.EscapeDataString(number)}{part}");
    }
}
