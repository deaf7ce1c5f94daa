namespace TakedownCases.Web.Jobs;

/// <summary>Whether this process runs sweeps at all: not while somebody looks through a restored copy first.</summary>
public sealed class JobOptions
{
    public const string Section = "Jobs";

    public bool Run { get; set; } = true;
}
