using System.Text.RegularExpressions;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;

namespace TakedownCases.Domain.Tests;

/// <summary>The pictures of docs/architecture.md say what the code does.</summary>
public sealed partial class DiagramTests
{
    private const string Outside = "[*]";

    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "architecture.md"));

    [Fact]
    public void The_life_of_a_case_is_the_table_of_its_states()
    {
        var drawn = Arrows("Life of a case");

        Assert.All(
            from one in Enum.GetValues<CaseState>() from other in Enum.GetValues<CaseState>() select (one, other),
            pair => Assert.Equal(CaseStates.MayFollow(pair.one, pair.other), drawn.Contains(($"{pair.one}", $"{pair.other}"))));
    }

    [Fact]
    public void The_life_of_a_notice_has_every_state_and_stops_where_it_can_be_stopped()
    {
        var drawn = Arrows("Life of a notice");

        Assert.Equal(
            Enum.GetNames<NoticeState>().Order(),
            drawn.SelectMany(arrow => new[] { arrow.From, arrow.To }).Where(state => state != Outside).Distinct().Order());
        Assert.All(
            Enum.GetValues<NoticeState>(),
            state => Assert.Equal(NoticeStates.CanBeStopped(state), drawn.Contains(($"{state}", nameof(NoticeState.Stopped)))));
    }

    private static List<(string From, string To)> Arrows(string heading)
    {
        var diagram = Page[Page.IndexOf($"## {heading}\n", StringComparison.Ordinal)..].Split("```")[1];
        return [.. Arrow().Matches(diagram).Select(arrow => (arrow.Groups["from"].Value, arrow.Groups["to"].Value))];
    }

    [GeneratedRegex(@"^ +(?<from>\S+) --> (?<to>[^\s:]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Arrow();
}
