using Microsoft.AspNetCore.Mvc;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Features.Shared.Cases;

/// <summary>A form that came after the half hour for which a purpose is good: why is asked again, and everything typed goes along.</summary>
public sealed record WhyPage(string Number, KeptForm Kept)
{
    /// <summary>What its own fields begin with; they are not kept.</summary>
    public const string Prefix = "Why.";

    /// <summary>Says that the page was shown: without an answer it says so.</summary>
    public const string Asked = Prefix + "Asked";

    public WhyInput Why { get; } = new();
}

/// <summary>The answer, on its way with the form that it lets through.</summary>
public sealed class WhyInput
{
    public const string Field = WhyPage.Prefix + nameof(Purpose);

    public string? Purpose { get; set; }
}

/// <summary>Makes that page.</summary>
public static class WhyAgain
{
    /// <summary>Asks why and leads to what was asked for: a page by a redirect, a form with everything typed.</summary>
    public static IActionResult AskWhy(this Controller controller, string number, string back)
        => HttpMethods.IsGet(controller.Request.Method)
            ? controller.Redirect(CaseThen(number, controller.Request.Path + controller.Request.QueryString))
            : controller.AskWhyAgain(number, back);

    /// <summary>Asks why; where there is no form to keep, the answer leads to <paramref name="back"/>, or to the case where that is empty.</summary>
    public static IActionResult AskWhyAgain(this Controller controller, string number, string back) => new Page(controller, number, back);

    private static string CaseThen(string number, string back)
        => $"/staff/cases/{Uri.EscapeDataString(number)}{(back.Length > 0 ? "?back=" + Uri.EscapeDataString(back) : "")}";

    private sealed class Page(Controller controller, string number, string back) : ActionResult
    {
        public override async Task ExecuteResultAsync(ActionContext context)
        {
            IActionResult answer = await KeptForm.FromAsync(context.HttpContext) is { } kept
                ? Shown(kept)
                : controller.Redirect(CaseThen(number, back));
            await answer.ExecuteResultAsync(context);
        }

        private ViewResult Shown(KeptForm kept)
        {
            controller.ModelState.Clear();
            if (kept.Fields.Any(field => field.Name == WhyPage.Asked))
            {
                controller.ModelState.AddModelError(
                    WhyInput.Field, controller.HttpContext.RequestServices.GetRequiredService<Localization.T>()["casefile.error.purpose"]);
            }

            controller.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return controller.View("/Features/Shared/Why.cshtml", new WhyPage(number, kept));
        }
    }
}
