using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using TakedownCases.Data;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>How what handlers say becomes an answer; the same for every page of a visit.</summary>
public sealed partial class TrackingController
{
    private KeySession Visit => HttpContext.Features.Get<KeySession>()
        ?? throw new InvalidOperationException("This page is only for a visit.");

    private async Task<IActionResult> ShowAsync<TForm>(string view, CaseParts parts, TForm form, CancellationToken cancellationToken)
        where TForm : KeyForm
    {
        if (await opening.HandleAsync(Visit, parts, cancellationToken) is not { } found)
        {
            return SeeOther($"/{texts.Language.Code}/k");
        }

        form.Case = found;
        form.Command ??= CommandId.New(clock.Now()).Value.ToString("D");
        Fill(form, found);
        return View(view, form);
    }

    private async Task<IActionResult> DoAsync<TForm>(
        TForm form, string view, CaseParts parts, string next, string said, Func<FormNotes, Task<Outcome>> act,
        CancellationToken cancellationToken)
        where TForm : KeyForm
    {
        if (SwitchedLanguage() || !ModelState.IsValid)
        {
            return await ShowAsync(view, parts, form, cancellationToken);
        }

        var outcome = await act(new FormNotes(ModelState, texts));
        if (outcome.IsDone)
        {
            // @keys tracking.said.*
            TempData["Said"] = texts[$"tracking.said.{said}"];
            return SeeOther($"/{texts.Language.Code}/k/{next}");
        }

        if (OnceOnly.IsEnd(outcome.Refusal))
        {
            return SeeOther($"/{texts.Language.Code}/k");
        }

        if (outcome.Refusal != FormNotes.Noted)
        {
            // @keys tracking.refused.*
            ModelState.AddModelError("", texts[$"tracking.refused.{outcome.Refusal.Code}"]);
        }

        return await ShowAsync(view, parts, form, cancellationToken);
    }

    private void Fill(KeyForm form, CaseView found)
    {
        var isNew = HttpMethods.IsGet(Request.Method);
        switch (form)
        {
            case ContactForm contact when isNew && found.Contact is not null:
                contact.Show(found.Contact);
                break;
            case ConsentForm consents when isNew:
                consents.Allowed = found.Consents;
                break;
            case NewKeyForm key:
                key.Shown = Visit.NextKey;
                break;
            default:
                break;
        }
    }

    // The same page in the other language, with everything typed still in it.
    private bool SwitchedLanguage()
    {
        var languages = HttpContext.RequestServices.GetRequiredService<Languages>();
        if (!Request.HasFormContentType || languages.Find(Request.Form["language"]) is not { } language)
        {
            return false;
        }

        PageLanguage.Choose(HttpContext, language);
        foreach (var entry in ModelState.Values)
        {
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Valid;
        }

        return true;
    }

    private void SayCounted((int Added, int Known) counted)
    {
        if (counted.Added > 0)
        {
            TempData["Said"] = texts.Plural("tracking.said.added", counted.Added, ("count", counted.Added));
        }

        if (counted.Known > 0)
        {
            TempData["Known"] = texts.Plural("tracking.said.known", counted.Known, ("count", counted.Known));
        }
    }

    private void SayBeyondRecall(int count)
    {
        if (count > 0)
        {
            TempData["Known"] = texts.Plural("tracking.said.left", count, ("count", count));
        }
    }

    private StatusCodeResult SeeOther(string path)
    {
        Response.Headers.Location = path;
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
