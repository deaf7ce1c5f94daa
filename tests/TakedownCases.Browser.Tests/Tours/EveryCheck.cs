namespace TakedownCases.Browser.Tests.Tours;

/// <summary>Several checks of one visit: the way to a page costs more than a look at it.</summary>
internal sealed class EveryCheck(params PageCheck[] checks) : PageCheck
{
    public IReadOnlyList<string> All => [.. Problems, .. checks.SelectMany(check => check.Problems)];

    public override async Task LookAsync(Visitor visitor, string name)
    {
        Pages++;
        foreach (var check in checks)
        {
            await check.LookAsync(visitor, name);
        }
    }
}
