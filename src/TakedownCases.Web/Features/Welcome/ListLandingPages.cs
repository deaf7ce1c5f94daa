using System.Xml.Linq;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Welcome;

/// <summary>The sitemap: the landing page in every language, each naming the others, and nothing else.</summary>
public sealed class ListLandingPages(Languages languages)
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    public string Handle(HttpRequest request)
    {
        var shown = languages.All.Where(language => !language.IsPseudo).ToList();
        var others = shown.Select(language => new XElement(
            Html + "link",
            new XAttribute("rel", "alternate"),
            new XAttribute("hreflang", language.Code),
            new XAttribute("href", Address(request, language)))).ToList();
        return new XElement(
            Map + "urlset",
            new XAttribute(XNamespace.Xmlns + "xhtml", Html),
            shown.Select(language => new XElement(
                Map + "url", new XElement(Map + "loc", Address(request, language)), others))).ToString();
    }

    private static string Address(HttpRequest request, Language language)
        => $"{request.Scheme}://{request.Host}/{language.Code}";
}
