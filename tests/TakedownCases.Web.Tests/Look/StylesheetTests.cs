using System.Text.RegularExpressions;

namespace TakedownCases.Web.Tests.Look;

public sealed partial class StylesheetTests
{
    [Theory]
    [InlineData("css/site.css")]
    [InlineData("css/staff.css")]
    public void Stylesheets_use_logical_properties_only(string path)
    {
        var physical = Physical().Matches(Assets.Read(path)).Select(m => m.Value.Trim());

        Assert.Empty(physical);
    }

    [Theory]
    [InlineData("margin-left: 1px;")]
    [InlineData("{ width: 1px;")]
    [InlineData(" max-height: 1px;")]
    [InlineData("text-align: right;")]
    [InlineData("padding: 1px 2px 3px 4px;")]
    public void The_rule_knows_a_physical_property_when_it_sees_one(string declaration)
        => Assert.Matches(Physical(), declaration);

    [Theory]
    [InlineData("css/site.css")]
    [InlineData("css/staff.css")]
    public void Stylesheets_stay_short_and_fetch_nothing(string path)
    {
        var css = Assets.Read(path);

        Assert.InRange(css.Count(c => c == '\n'), 1, 299);
        Assert.DoesNotContain("url(", css, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", css, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void All_styles_together_stay_within_ten_kilobytes()
        => Assert.InRange(Assets.BrotliSize("css/site.css") + Assets.BrotliSize("css/staff.css"), 1, 10 * 1024);

    [Fact]
    public void The_script_of_the_public_pages_stays_within_three_kilobytes()
        => Assert.InRange(Assets.BrotliSize("js/site.js"), 1, 3 * 1024);

    [Fact]
    public void Scripts_of_staff_pages_stay_within_fifteen_kilobytes()
        => Assert.InRange(Assets.BrotliSize("js/staff.js") + Assets.BrotliSize("js/passkey.js"), 1, 15 * 1024);

    [Theory]
    [InlineData("js/site.js")]
    [InlineData("js/staff.js")]
    [InlineData("js/passkey.js")]
    public void Scripts_never_turn_text_into_markup_or_code(string path)
    {
        var script = Assets.Read(path);

        foreach (var sink in (string[])["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", ".style"])
        {
            Assert.DoesNotContain(sink, script, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(
        @"(margin|padding|border)-(left|right|top|bottom)|[\s;{](left|right|top|bottom|((min|max)-)?(width|height)):|(text-align|float|clear): *(left|right)|(margin|padding|inset):( +[^\s;]+){4};",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Physical();
}
