using System.Text.RegularExpressions;

namespace TakedownCases.Domain.Tests;

/// <summary>Whoever follows a link in README or docs arrives: at a file, and at the heading that it names.</summary>
public sealed partial class PageLinkTests
{
    private static readonly DirectoryInfo Root = RootOf(new DirectoryInfo(AppContext.BaseDirectory));

    [Fact]
    public void Every_link_leads_to_a_file_and_a_heading()
    {
        var pages = Root.EnumerateFiles("*.md").Concat(new DirectoryInfo(Path.Combine(Root.FullName, "docs")).EnumerateFiles("*.md", SearchOption.AllDirectories));

        Assert.Empty(pages.SelectMany(page => Lost(page.FullName, File.ReadAllText(page.FullName))));
    }

    [Theory]
    [InlineData("[gone](docs/gone.md)", true)]
    [InlineData("[no such heading](docs/ledger.md#nothing-of-the-sort)", true)]
    [InlineData("[here](#a-heading-with-code)", false)]
    [InlineData("[tags](docs/ledger.md#tags)", false)]
    [InlineData("[outside](https://example.org/)", false)]
    [InlineData("```\n[in code](gone.md)\n```", false)]
    public void A_link_to_nowhere_is_found(string text, bool isLost)
        => Assert.Equal(isLost, Lost(Path.Combine(Root.FullName, "README.md"), $"## A heading with `code`\n\n{text}\n").Any());

    private static IEnumerable<string> Lost(string page, string text)
        => from Match link in Link().Matches(Code().Replace(text, ""))
           let parts = link.Groups["to"].Value.Split('#', 2)
           where !parts[0].Contains(':', StringComparison.Ordinal)
           let target = parts[0].Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, parts[0]))
           where !Path.Exists(target) || (parts.Length == 2 && !Headings(target == page ? text : File.ReadAllText(target)).Contains(parts[1]))
           select $"{Path.GetFileName(page)} leads to {link.Groups["to"].Value}";

    // As the usual renderers name them: small letters, blanks as hyphens, everything else but letters, digits and hyphens left out.
    private static HashSet<string> Headings(string text)
        => [.. Heading().Matches(Code().Replace(text, "")).Select(heading => string.Concat(heading.Groups["text"].Value.Trim().ToLowerInvariant()
            .Where(symbol => char.IsLetterOrDigit(symbol) || symbol is ' ' or '-' or '_').Select(symbol => symbol == ' ' ? '-' : symbol)))];

    private static DirectoryInfo RootOf(DirectoryInfo folder)
        => File.Exists(Path.Combine(folder.FullName, "TakedownCases.sln")) ? folder
            : RootOf(folder.Parent ?? throw new InvalidOperationException("There is no TakedownCases.sln above the tests."));

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^ *```.*?^ *```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
