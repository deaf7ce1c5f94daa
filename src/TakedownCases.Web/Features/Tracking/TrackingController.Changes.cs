using Microsoft.AspNetCore.Mvc;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>The other half: what a visit changes.</summary>
public sealed partial class TrackingController
{
    [HttpPost("messages"), WithKey]
    public Task<IActionResult> Messages(TextForm form, [FromServices] WriteMessage handler, CancellationToken cancellationToken)
        => DoAsync(form, "Messages", CaseParts.Messages, "messages", "message",
            notes => handler.HandleAsync(Visit, form, notes, cancellationToken), cancellationToken);

    [HttpPost("again"), WithKey]
    public Task<IActionResult> Again(KeyForm form, [FromServices] WriteMessage handler, CancellationToken cancellationToken)
        => DoAsync(form, "Case", Overview, "messages", "again",
            _ => handler.AskAgainAsync(Visit, form, cancellationToken), cancellationToken);

    [HttpPost("places"), WithKey]
    public async Task<IActionResult> Places(TextForm form, [FromServices] AddPlaces handler, CancellationToken cancellationToken)
    {
        var answer = await DoAsync(form, "Places", CaseParts.None, "case", "places",
            notes => handler.HandleAsync(Visit, form, notes, cancellationToken), cancellationToken);
        SayCounted(handler.Counted);
        return answer;
    }

    [HttpPost("words"), WithKey]
    public Task<IActionResult> Words(TextForm form, [FromServices] AddWords handler, CancellationToken cancellationToken)
        => DoAsync(form, "Words", CaseParts.Words, "case", "words",
            notes => handler.HandleAsync(Visit, form, notes, cancellationToken), cancellationToken);

    [HttpPost("contact"), WithKey]
    public Task<IActionResult> Contact(ContactForm form, [FromServices] ChangeContact handler, CancellationToken cancellationToken)
        => DoAsync(form, "Contact", CaseParts.Contact, "case", "contact",
            notes => handler.HandleAsync(Visit, form, notes, cancellationToken), cancellationToken);

    [HttpPost("allow"), WithKey]
    public Task<IActionResult> Allow(ConsentForm form, [FromServices] ChangeConsents handler, CancellationToken cancellationToken)
        => DoAsync(form, "Allow", CaseParts.None, "case", "allow",
            _ => handler.HandleAsync(Visit, form, cancellationToken), cancellationToken);

    [HttpPost("stop"), WithKey]
    public async Task<IActionResult> Stop(StopForm form, [FromServices] StopPlaces handler, CancellationToken cancellationToken)
    {
        var answer = await DoAsync(form, "Stop", CaseParts.Places | CaseParts.Notices, "case", "stop",
            notes => handler.HandleAsync(Visit, form, notes, cancellationToken), cancellationToken);
        SayBeyondRecall(handler.BeyondRecall);
        return answer;
    }

    [HttpPost("stop-all"), WithKey]
    public async Task<IActionResult> StopAll(StopForm form, [FromServices] StopPlaces handler, CancellationToken cancellationToken)
    {
        var answer = await DoAsync(form, "Stop", CaseParts.Places | CaseParts.Notices, "case", "stop-all",
            _ => handler.StopAllAsync(Visit, form, cancellationToken), cancellationToken);
        SayBeyondRecall(handler.BeyondRecall);
        return answer;
    }

    [HttpPost("hold"), WithKey]
    public async Task<IActionResult> Hold(StopForm form, [FromServices] StopPlaces handler, CancellationToken cancellationToken)
    {
        var answer = await DoAsync(form, "Sent", CaseParts.Places | CaseParts.Notices, "sent", "hold",
            _ => handler.HoldAsync(Visit, form, cancellationToken), cancellationToken);
        SayBeyondRecall(handler.BeyondRecall);
        return answer;
    }

    [HttpPost("erase"), WithKey]
    public Task<IActionResult> Erase(EraseForm form, [FromServices] EraseCase handler, CancellationToken cancellationToken)
        => DoAsync(form, "Erase", CaseParts.None, "case", "erase",
            notes => handler.HandleAsync(Visit, form, notes, cancellationToken), cancellationToken);

    [HttpPost("keep"), WithKey]
    public Task<IActionResult> Keep(KeyForm form, [FromServices] EraseCase handler, CancellationToken cancellationToken)
        => DoAsync(form, "Case", Overview, "case", "keep",
            _ => handler.UndoAsync(Visit, form, cancellationToken), cancellationToken);

    [HttpPost("new"), WithKey(spokenToo: true)]
    public IActionResult NewKey(NewKeyForm form)
    {
        cookie.Write(HttpContext, ReplaceKey.Make(Visit, form));
        return SeeOther($"/{texts.Language.Code}/k/new");
    }

    [HttpPost("new-not"), WithKey(spokenToo: true)]
    public IActionResult NoNewKey()
    {
        cookie.Write(HttpContext, Visit with { NextKey = null });
        return SeeOther($"/{texts.Language.Code}/k/case");
    }

    [HttpPost("new-safe"), WithKey(spokenToo: true)]
    public Task<IActionResult> NewKeySafe(NewKeyForm form, [FromServices] ReplaceKey handler, CancellationToken cancellationToken)
        => DoAsync(form, "NewKey", CaseParts.None, "case", "new",
            _ => handler.HandleAsync(Visit, form, cancellationToken), cancellationToken);

    [HttpPost("safe"), WithKey]
    public Task<IActionResult> Safe(KeyForm form, [FromServices] ReplaceKey handler, CancellationToken cancellationToken)
        => DoAsync(form, "Case", Overview, "case", "safe",
            _ => handler.ConfirmAsync(Visit, form, cancellationToken), cancellationToken);
}
