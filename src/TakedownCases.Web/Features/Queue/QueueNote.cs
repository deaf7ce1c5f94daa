using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace TakedownCases.Web.Features.Queue;

/// <summary>What the list says at its top after a form: a code and the number it is about, kept for the next page only.</summary>
public sealed record QueueNote(string Code, string? Number)
{
    private const string CodeField = "queue.note";
    private const string NumberField = "queue.about";
    private const int LongestNumber = 32;

    public bool IsGood => Code is "claimed" or "released" or "sorted" or "moved" or "accepted";

    /// <summary>How the note is shown.</summary>
    public string Look => IsGood ? "ok" : "warn";

    public static QueueNote? Take(ITempDataDictionary kept)
        => kept[CodeField] is string code ? new QueueNote(code, kept[NumberField] as string) : null;

    public static void Leave(ITempDataDictionary kept, string code, string? number)
    {
        kept[CodeField] = code;
        kept[NumberField] = number is { Length: > LongestNumber } ? number[..LongestNumber] : number;
    }

    /// <summary>Back to the list with what came of it; 404, without a word more, where there is no such case.</summary>
    public static IActionResult Answer(Controller controller, QueueAnswer answer, string whenDone, QueueAsk back)
    {
        if (answer == QueueAnswer.Gone)
        {
            return Gone(controller);
        }

        Leave(controller.TempData, answer.IsDone ? whenDone : answer.Code, answer.Number);
        return controller.LocalRedirect(back.ToAddress());
    }

    public static IActionResult Gone(Controller controller)
    {
        controller.Response.StatusCode = StatusCodes.Status404NotFound;
        return controller.View("/Features/Queue/Gone.cshtml");
    }
}
