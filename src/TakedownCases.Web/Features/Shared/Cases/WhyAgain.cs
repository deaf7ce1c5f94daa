using Microsoft.AspNetCore.Mvc;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Features.Shared.Cases;

/// <summary>A form that came after the half hour for which a purpose is good: why is asked again, and everything typed goes along.</summary>
public sealed record WhyPage(string Number, KeptForm Kept)
{
    /// <summary>What its own fields begin with; they are not kept.</summary>
    public const string Prefix = "Why.";

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
    /// <summary>Asks why; where there is no form to keep, the answer leads to <paramref name="back"/>, or to the case where that is empty.</summary>
    public static IActionResult AskWhyAgain(this Controller controller, string number, string back) => new Page(controller, number, back);

    private sealed class Page(Controller controller, string number, string back) : ActionResult
    {
        public override async Task ExecuteResultAsync(ActionContext context)
        {
            IActionResult answer = await KeptForm.FromAsync(context.HttpContext) is { } kept
                ? Shown(kept)
                : controller.Redirect($"/staff/cases/{Uri.EscapeDataString(number)}{(back.Length > 0 ? "?back=" + Uri.EscapeDataString(back) : "")}");
            await answer.ExecuteResultAsync(context);
        }

        private ViewResult Shown(KeptForm kept)
        {
            controller.ModelState.Clear();
            if (kept.Fields.Any(field => field.Name == WhyPage.Prefix + "Asked"))
            {
                controller.ModelState.AddModelError(
                    WhyInput.Field, controller.HttpContext.RequestServices.GetRequiredService<Localization.T>()["casefile.error.purpose"]);
            }

            controller.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return controller.View("/Features/Shared/Why.cshtml", new WhyPage(number, kept));
        }
    }
}
