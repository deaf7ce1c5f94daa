using Microsoft.AspNetCore.Mvc.Rendering;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Platforms;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Filing;

/// <summary>What stands around a question: where one is, in which voice the page speaks, what a place was read as.</summary>
public sealed class FilingPage(T texts, Helplines helplines, PlatformDirectory platforms, FormGuard guard)
{
    public DraftAnswers Answers { get; private set; } = new();

    public FilingStep Step { get; private set; }

    public int N { get; private set; } = 1;

    public int Of { get; private set; } = 1;

    /// <summary>The row's version the page was made from; an older one means another window was first.</summary>
    public int Version { get; private set; }

    /// <summary>Asks for whom it is, on the first screen.</summary>
    public bool ForOther => Answers.Whom != FilerKind.Survivor;

    /// <summary>The place whose details are shown, if any.</summary>
    public int? Open { get; private set; }

    public string Started => Answers.Started ?? guard.Start();

    public string Lang => texts.Language.Code;

    public bool IsMinor => Answers.Track == Track.Minor;

    public void Set(FilingStep step, DraftAnswers answers, int version, HttpRequest request)
    {
        var flow = FilingFlow.Of(answers);
        (Step, Answers, Version) = (step, answers, version);
        (N, Of) = (FilingFlow.NumberOf(answers, step), flow.Count);
        Open = int.TryParse(request.Query["p"], System.Globalization.CultureInfo.InvariantCulture, out var open)
            && open >= 0 && open < answers.Places.Count ? open : null;
    }

    public string Address(int n) => FilingAddress.Of(Lang, n);

    public string Change(FilingStep step) => FilingAddress.Of(Lang, FilingFlow.NumberOf(Answers, step)) + "?c=1";

    /// <summary>Where "Back" leads: the screen before, or the page before the first one.</summary>
    public string Back => N > 1 ? Address(N - 1) : FilingAddress.Start(Lang);

    // @keys filing.adult.*
    // @keys filing.minor.*
    // @keys filing.other.*

    /// <summary>A text in the voice for this person: a child is "tu" and short words.</summary>
    public string Voice(string key) => texts[$"filing.{(Answers.SpeaksToChild ? "minor" : "adult")}.{key}"];

    /// <summary>The same where it is about somebody else than the reader.</summary>
    public string About(string key) => Answers.Whom == FilerKind.Survivor ? Voice(key) : texts[$"filing.other.{key}"];

    public IReadOnlyList<Helpline> HelplinesFor(string need)
        => helplines.For(Answers.Country, IsMinor && Answers.Today != "yes", need);

    /// <summary>The site's name, where the address tells.</summary>
    public string? PlatformOf(DraftPlace place)
        => PlaceText.Read(place.Text).Address is { } address ? platforms.Recognise(address)?.Name : null;

    // @keys filing.kind.*

    /// <summary>The kind in words: the one chosen, or what the address suggests.</summary>
    public string KindOf(DraftPlace place) => texts[$"filing.kind.{place.Kind ?? PlaceText.Read(place.Text).SuggestedKind.ToString()}"];

    // @keys filing.hint.*

    /// <summary>What looks odd about a place; it never stops anybody.</summary>
    public string? HintOf(DraftPlace place)
        => PlaceText.Read(place.Text).Hint is { } hint ? texts[$"filing.hint.{hint.Code}"] : null;

    // @keys filing.contact.way.*

    /// <summary>The chosen way of contact in words, for the check screen.</summary>
    public string ContactInWords => texts[$"filing.contact.way.{Answers.Channel ?? nameof(ContactChannel.ComesBack)}"];

    public string? ContactAddress => Answers.Channel switch
    {
        nameof(ContactChannel.Mail) => Answers.Mail,
        nameof(ContactChannel.Telephone) => Answers.Phone,
        nameof(ContactChannel.ThroughSomeone) => $"{Answers.Someone}, {Answers.SomeoneAddress}",
        _ => null,
    };

    public IReadOnlyList<SelectListItem> CountryItems => Countries.Items(texts.Language, texts["filing.country.none"]);

    // @keys filing.rule.*

    /// <summary>Whether we may speak with an adult around the child; asking first is where nothing was chosen.</summary>
    public IEnumerable<SelectListItem> Rules
        => new[] { ContactRule.AskFirst, ContactRule.Never, ContactRule.MayContact }
            .Select(rule => new SelectListItem(texts[$"filing.rule.{rule}"], rule.ToString()));

    /// <summary>The words a platform will be shown, exactly.</summary>
    public string Statement => Answers.Whom == FilerKind.Survivor ? texts["filing.statement.survivor"] : texts["filing.statement.representative"];
}

/// <summary>The addresses of the form: a number says nothing to whoever reads a history.</summary>
internal static class FilingAddress
{
    public static string Start(string lang) => $"/{lang}/f";

    public static string Of(string lang, int n) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/{lang}/f/{n}");

    public static string Key(string lang) => $"/{lang}/f/key";
}
