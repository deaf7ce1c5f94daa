using Microsoft.Extensions.Options;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Jobs;

/// <summary>Whether this process runs sweeps at all: not while somebody looks through a restored copy first.</summary>
public sealed class JobOptions
{
    public const string Section = "Jobs";

    public bool Run { get; set; } = true;
}

internal sealed class JobOptionsCheck : IValidateOptions<JobOptions>
{
    public ValidateOptionsResult Validate(string? name, JobOptions options) => ValidateOptionsResult.Success;
}
