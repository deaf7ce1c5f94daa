namespace TakedownCases.Browser.Tests.Tours;

/// <summary>What is asked of every page a tour comes to; it collects, so that one run tells everything.</summary>
internal abstract class PageCheck
{
    public List<string> Problems { get; } = [];

    public int Pages { get; protected set; }

    public abstract Task LookAsync(Visitor visitor, string name);

    // Said at once as well: a tour is long, and what it found must not wait for its end.
    protected void Say(Visitor visitor, string name, string problem)
    {
        Problems.Add($"{name} {visitor.Lang} {visitor.Path}: {problem}");
        Console.WriteLine($"found: {Problems[^1]}");
    }
}
