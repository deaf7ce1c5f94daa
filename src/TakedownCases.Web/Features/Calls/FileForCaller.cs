using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using TakedownCases.Data;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Platforms;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Calls;

/// <summary>
/// Files what a caller said (practice P16). Whoever is not cleared for minors may file such a call too; the case is then
/// out of their sight, and only its number and key stay on their page until both were read out.
/// </summary>
public sealed class FileForCaller(CallDrafts drafts, CaseFiling filing, StaffSession session, Languages languages, T texts)
{
    /// <summary>Keeps what was typed, whatever comes of it; true once it is filed.</summary>
    public async Task<bool> HandleAsync(CallForm form, ModelStateDictionary problems, CancellationToken cancellationToken)
    {
        if (!await KeepAsync(form, problems, cancellationToken))
        {
            return false;
        }

        var draft = await drafts.FindOrBeginAsync(cancellationToken);
        if (draft.Number is not null)
        {
            return true;
        }

        Check(form, problems);
        if (!problems.IsValid || form.Track is not { } track)
        {
            return false;
        }

        var outcome = await filing.FileAsync(Request(draft with { Form = form }, track), cancellationToken);
        if (!outcome.IsDone)
        {
            throw new InvalidOperationException($"A checked call was refused: {outcome.Refusal.Code}.");
        }

        await drafts.SaveAsync(draft with { Form = form, Number = outcome.Value.Number.Value }, cancellationToken);
        return true;
    }

    /// <summary>Keeps the draft unchecked; false when this browser still shows the key of another call.</summary>
    public async Task<bool> KeepAsync(CallForm form, ModelStateDictionary problems, CancellationToken cancellationToken)
    {
        // What is shown again is what was kept, not what was sent.
        foreach (var name in problems.Where(entry => entry.Value?.Errors.Count == 0).Select(entry => entry.Key).ToList())
        {
            problems.Remove(name);
        }

        var draft = await drafts.FindOrBeginAsync(cancellationToken);
        if (draft.Number is null)
        {
            await drafts.SaveAsync(draft with { Form = form }, cancellationToken);
            return true;
        }

        if (Written(draft.Form) == Written(form))
        {
            return true;
        }

        problems.AddModelError("", texts["calls.error.other-call"]);
        return false;
    }

    private static string Written(CallForm form) => JsonSerializer.Serialize(form, SealedJson.Options);

    private void Check(CallForm form, ModelStateDictionary problems)
    {
        if (form.Track is null)
        {
            problems.AddModelError(nameof(form.AgeWhenMade), texts["calls.error.age"]);
        }

        var places = PastedPlaces.Split(form.Places ?? "");
        if (places.Count > FilingLimits.Places || places.Any(place => place.Length > FilingLimits.AddressLength))
        {
            problems.AddModelError(
                nameof(form.Places), texts[places.Count > FilingLimits.Places ? "calls.error.places" : "calls.error.address"]);
        }

        foreach (var name in form.TooLong())
        {
            problems.AddModelError(name, texts["calls.error.short"]);
        }

        if (form.Words?.Length > FilingLimits.WordsLength)
        {
            problems.AddModelError(nameof(form.Words), texts["calls.error.words"]);
        }

        if (form.Consents is { Count: > 0 } && form.WitnessName is null)
        {
            problems.AddModelError(nameof(form.WitnessName), texts["calls.error.witness"]);
        }

        if (!form.Agreed)
        {
            problems.AddModelError(nameof(form.Agreed), texts["calls.error.agreed"]);
        }

        if (!form.ReadBack)
        {
            problems.AddModelError(nameof(form.ReadBack), texts["calls.error.read-back"]);
        }
    }

    private FilingRequest Request(CallDraft draft, Track track)
    {
        var form = draft.Form;
        var bystander = form.Filer == FilerKind.Bystander;
        return new FilingRequest
        {
            Command = new CommandId(draft.Command),
            Track = track,
            Language = (languages.Find(form.Language) ?? texts.Language).Code,
            Country = form.Country is { Length: 2 } country && country.All(char.IsAsciiLetter) ? country.ToUpperInvariant() : null,
            Details = Details(form, track),
            Contact = bystander ? null : Contact(form),
            Places = [.. PastedPlaces.Split(form.Places ?? "").Select(place => new TypedPlace(place))],
            Consents = bystander ? [] : [.. (form.Consents ?? []).Distinct()],
            Key = bystander ? null : CaseKey.Parse(draft.Key),
            By = session.Viewer.AsActor(),
        };
    }

    private static CaseDetails Details(CallForm form, Track track) => new()
    {
        Filer = form.Filer,
        FilerRelation = form.FilerRelation,
        AdultToday = track == Track.Adult ? true : form.AdultToday,
        AgeUnsure = form.AgeWhenMade == "unsure",
        Danger = new DangerAnswers(form.DangerNow, form.Threatened, form.ThoughtsOfSuicide),
        Harms = [.. (form.Harms ?? []).Distinct()],
        Words = form.Words,
        Caller = new CallerRecord(
            form.CallChannel == "in-person" ? "in-person" : "telephone",
            form.InterpreterLanguage,
            form.InterpreterIsRelativeOrChild,
            form.ReadBack,
            form.Agreed,
            form.WitnessName),
    };

    private static SafeContact Contact(CallForm form) => form.Channel == ContactChannel.ComesBack ? new SafeContact() : new SafeContact
    {
        Channel = form.Channel,
        Address = form.ContactAddress,
        Who = form.ContactWho,
        SafeWhen = form.SafeWhen,
        NoVoicemail = form.NoVoicemail,
    };
}
