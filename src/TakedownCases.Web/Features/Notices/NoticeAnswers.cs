using Microsoft.AspNetCore.Mvc;
using TakedownCases.Web.Features.Shared.Cases;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Notices;

/// <summary>How outcomes become pages, the same for every controller of the slice.</summary>
public static class NoticeAnswers
{
    public const string DoneKey = "notices.done";
    public const string RefusalKey = "notices.refusal";

    private const string Folder = "/Features/Notices/";

    /// <summary>The page, or why there is none: somebody without a relation to the case is asked why first.</summary>
    public static IActionResult Shown(this Controller controller, string view, Shown shown) => shown switch
    {
        { Status: OpeningStatus.Open, Page: { } page } => controller.View(Folder + view + ".cshtml", page),
        { Status: OpeningStatus.AskWhy } => controller.AskWhy(shown.Number, NoticePath.List(shown.Number)),
        { Status: OpeningStatus.Unlogged } => controller.StatusCode(StatusCodes.Status503ServiceUnavailable),
        { IsForbidden: true } => controller.StatusCode(StatusCodes.Status403Forbidden),
        _ => controller.NotFound(),
    };

    /// <summary>Where a form leads; null when its page is to be shown again with what was typed.</summary>
    public static IActionResult? Answered(this Controller controller, VerbResult result, string done, string next, T texts)
    {
        switch (result)
        {
            case { Status: VerbStatus.Gone }:
                return controller.NotFound();
            case { Status: VerbStatus.Forbidden }:
                return controller.StatusCode(StatusCodes.Status403Forbidden);
            case { Status: VerbStatus.Refused, Code: "purpose" }:
                var number = controller.RouteData.Values["number"] as string ?? "";
                return controller.AskWhy(number, NoticePath.List(number));
            case { Status: VerbStatus.Refused, Field: { } field, Code: { } code }:
                // @keys notices.error.*
                controller.ModelState.AddModelError("Input." + field, texts["notices.error." + code]);
                controller.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return null;
            case { Status: VerbStatus.Refused }:
                controller.TempData[RefusalKey] = result.Code;
                break;
            default:
                controller.TempData[DoneKey] = result.Code ?? done;
                break;
        }

        return controller.Redirect(next);
    }
}

/// <summary>A page of this slice, or why there is none.</summary>
public sealed record Shown(OpeningStatus Status, string Number, object? Page = null, bool IsForbidden = false)
{
    public static Shown Gone(string number) => new(OpeningStatus.Gone, number);

    public static Shown Forbidden(string number) => new(OpeningStatus.Gone, number, IsForbidden: true);
}
