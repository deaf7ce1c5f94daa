using System.Text.RegularExpressions;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Tests.Localization;

/// <summary>Views hold structure; words come from the texts, and styles and scripts from files.</summary>
public sealed partial class ViewTests
{
    private static readonly (string View, string Html)[] Views = [.. CompiledViews.Literals(typeof(TextCatalogue).Assembly)];

    [Fact]
    public void The_scan_sees_what_views_write()
        => Assert.Contains(Views, v => v.View.Contains("Error", StringComparison.Ordinal) && v.Html.Contains("<h1>\uFFFC</h1>", StringComparison.Ordinal));

    [Fact]
    public void No_view_writes_words_of_its_own()
        => Empty(v => Letters().Match(Entity().Replace(Tag().Replace(v, " "), " ")));

    [Fact]
    public void No_view_writes_words_into_attributes_people_read()
        => Empty(v => ReadAttribute().Match(v));

    [Fact]
    public void No_view_carries_inline_script_or_style()
        => Empty(v => Inline().Match(v));

    [Theory]
    [InlineData("<p>Hello</p>", true)]
    [InlineData("<p class=\"note\">\uFFFC &middot; 12</p>", false)]
    public void The_scan_for_words_tells_them_from_markup(string html, bool found)
        => Assert.Equal(found, Letters().IsMatch(Entity().Replace(Tag().Replace(html, " "), " ")));

    [Theory]
    [InlineData("<p style=\"color:red\">")]
    [InlineData("<a onclick=\"x()\">")]
    [InlineData("<style>")]
    [InlineData("<script>")]
    [InlineData("<a href=\"javascript:x\">")]
    public void The_scan_for_inline_code_finds_it(string html) => Assert.Matches(Inline(), html);

    private static void Empty(Func<string, Match> find)
    {
        var problems = Views.Select(v => (v.View, Match: find(v.Html))).Where(v => v.Match.Success).ToArray();
        Assert.True(problems.Length == 0, string.Join("\n", problems.Select(p => $"{p.View}: {p.Match.Value}")));
    }

    [GeneratedRegex(@"<[^>]*>|^[^<>]*=""[^<>]*>|<[^>]*$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Tag();

    [GeneratedRegex("&[a-z0-9#]+;", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Entity();

    [GeneratedRegex(@"\p{L}+", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Letters();

    [GeneratedRegex(@"\s(title|alt|placeholder|aria-label|aria-description)=""[^""\uFFFC]*\p{L}[^""]*""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex ReadAttribute();

    [GeneratedRegex(@"<style|<script(?![^>]*\ssrc=)|\sstyle=|\son[a-z]+=|javascript:", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Inline();
}
