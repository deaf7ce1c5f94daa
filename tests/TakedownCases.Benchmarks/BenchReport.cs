using System.Text.Json;

namespace TakedownCases.Benchmarks;

/// <summary>Collects figures, and prints them as JSON lines and as a table with the budgets of design section 7.</summary>
internal sealed class BenchReport
{
    private readonly List<Line> _lines = [];

    public bool AllPass => _lines.TrueForAll(line => line.Pass is not false);

    public void Figure(string name, double value, string unit) => _lines.Add(new Line(name, value, unit, null, null));

    public void AtLeast(string name, double value, string unit, double target)
        => _lines.Add(new Line(name, value, unit, $">= {target:0.##}", value >= target));

    public void AtMost(string name, double value, string unit, double target)
        => _lines.Add(new Line(name, value, unit, $"<= {target:0.##}", value <= target));

    public void Print()
    {
        foreach (var line in _lines)
        {
            Console.WriteLine(JsonSerializer.Serialize(line, JsonSerializerOptions.Web));
        }

        Console.WriteLine();
        Console.WriteLine($"{"what",-58} {"measured",14} {"target",10}");
        foreach (var line in _lines)
        {
            var verdict = line.Pass switch { true => "pass", false => "FAIL", null => "" };
            Console.WriteLine($"{line.Name,-58} {line.Value,9:0.###} {line.Unit,-4} {line.Target,10} {verdict}");
        }
    }

    private sealed record Line(string Name, double Value, string Unit, string? Target, bool? Pass);
}
