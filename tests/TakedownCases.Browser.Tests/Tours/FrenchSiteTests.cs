namespace TakedownCases.Browser.Tests.Tours;

/// <summary>The tour of the site in French; a class of its own, so that both languages run side by side.</summary>
public sealed class FrenchSiteTests(BrowserFixture browser)
{
    [Fact]
    public Task Every_page_passes_axe_in_every_look_and_fits_a_narrow_telephone() => new SiteTour(browser).RunAsync("fr");
}
