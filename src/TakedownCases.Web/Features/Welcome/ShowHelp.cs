using Microsoft.AspNetCore.Mvc.Rendering;
using TakedownCases.Data.Seed;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Welcome;

/// <summary>Gathers the helplines of a country, and says truthfully whether one of ours is at work.</summary>
public sealed class ShowHelp(Helplines helplines, OfficeHours office, T texts)
{
    public HelpPage Handle(string? country)
    {
        var known = helplines.Known(country);
        return new HelpPage(
            known ?? "",
            Countries(known),
            helplines.For(known, minor: false, HelplineNeeds.Danger),
            helplines.For(known, minor: false, HelplineNeeds.Suicide),
            Both(known, minor: false, HelplineNeeds.Threat, HelplineNeeds.Ncii),
            Young(known),
            Duty());
    }

    private List<Helpline> Both(string? country, bool minor, params string[] needs)
        => [.. needs.SelectMany(need => helplines.For(country, minor, need)).DistinctBy(line => line.Name)];

    // Lines for young people only; the others stand above for everybody. The service that takes pictures made under 18
    // off sites is for every country.
    private List<Helpline> Young(string? country)
    {
        var young = Both(country, minor: true, HelplineNeeds.Child, HelplineNeeds.Suicide, HelplineNeeds.Threat);
        return [.. young.Where(line => line.ForMinorsOnly || line.For.Contains(HelplineNeeds.Child))
            .Concat(helplines.For(null, minor: true, HelplineNeeds.Ncii)).DistinctBy(line => line.Name)];
    }

    // @keys welcome.country.*
    private List<SelectListItem> Countries(string? known)
        => [new SelectListItem(texts["welcome.country.other"], "", known is null),
            .. helplines.Countries
                .Select(code => new SelectListItem(texts["welcome.country." + code], code, code == known))
                .OrderBy(item => item.Text, StringComparer.Create(texts.Language.Culture, ignoreCase: true))];

    private string Duty() => office.IsOpen
        ? texts["welcome.help.duty.open"]
        : texts["welcome.help.duty.closed", ("when", texts.When(office.NextOpening, office.Zone)), ("zone", City())];

    // "Europe/Paris" is "Paris" to people.
    private string City() => office.Zone.Id[(office.Zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
