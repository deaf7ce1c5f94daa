using Microsoft.AspNetCore.Mvc;
using TakedownCases.Web.Features.Shared.Cases;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Referrals;

/// <summary>How outcomes become pages, the same for every controller of the slice.</summary>
public static class ReferralAnswers
{
    public const string DoneKey = "referrals.done";
    public const string RefusalKey = "referrals.refusal";

    private const string Folder = "/Features/Referrals/";

    /// <summary>The page, or why there is none: somebody without a relation to the case is asked why first.</summary>
    public static IActionResult Shown(this Controller controller, string view, ShownReferral shown) => shown switch
    {
        { Status: OpeningStatus.Open, Page: { } page } => controller.View(Folder + view + ".cshtml", page),
        { Status: OpeningStatus.AskWhy } => controller.AskWhy(shown.Number, ReferralPath.List(shown.Number)),
        { Status: OpeningStatus.Unlogged } => controller.StatusCode(StatusCodes.Status503ServiceUnavailable),
        { IsForbidden: true } => controller.StatusCode(StatusCodes.Status403Forbidden),
        _ => controller.NotFound(),
    };

    /// <summary>Which error belongs to which field of the form that passes something on; null for what no field is to blame for.</summary>
    public static (string Error, string Field)? FieldOf(string refusal) => refusal switch
    {
        "text-changed" => ("text-changed", nameof(ReferralInput.Items)),
        "referral.not-allowed" => ("not-theirs", nameof(ReferralInput.Items)),
        "referral.no-consent" or "consent.none" or "referral.second-person" => ("ground", nameof(ReferralInput.Ground)),
        "referral.no-duty" => ("no-duty", nameof(ReferralInput.Ground)),
        "referral.bystander" => ("bystander", nameof(ReferralInput.Ground)),
        "referral.before-filing" => ("before-filing", nameof(ReferralInput.MadeAt)),
        _ => null,
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
            case { Status: VerbStatus.Refused, Field: "", Code: { } }:
                return null;
            case { Status: VerbStatus.Refused, Code: "purpose" }:
                var number = controller.RouteData.Values["number"] as string ?? "";
                return controller.AskWhy(number, ReferralPath.List(number));
            case { Status: VerbStatus.Refused, Field: { } field, Code: { } code }:
                // @keys referrals.error.*
                controller.ModelState.AddModelError("Input." + field, texts["referrals.error." + code]);
                controller.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return null;
            case { Status: VerbStatus.Refused, Code: "referral.wrong-track" }:
                // Their page is no longer there for this case.
                controller.TempData[RefusalKey] = result.Code;
                break;
            case { Status: VerbStatus.Refused }:
                controller.TempData[RefusalKey] = result.Code;
                controller.Response.StatusCode = StatusCodes.Status409Conflict;
                return null;
            default:
                controller.TempData[DoneKey] = result.Code ?? done;
                break;
        }

        return controller.Redirect(next);
    }
}

/// <summary>A page of this slice, or why there is none.</summary>
public sealed record ShownReferral(OpeningStatus Status, string Number, object? Page = null, bool IsForbidden = false)
{
    public static ShownReferral Gone(string number) => new(OpeningStatus.Gone, number);

    public static ShownReferral Forbidden(string number) => new(OpeningStatus.Gone, number, IsForbidden: true);
}
