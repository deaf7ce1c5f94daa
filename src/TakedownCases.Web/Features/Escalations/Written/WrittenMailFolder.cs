using Microsoft.Extensions.Options;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Features.Escalations.Written;

/// <summary>The folder of Mail__Directory, newest file first. A name is looked for among what lies there, never made into a path.</summary>
public sealed class WrittenMailFolder(IOptions<MailOptions> options, IHostEnvironment environment)
{
    public const int MostShown = 50;

    private const string Extension = ".eml";

    public bool IsUsed => options.Value.Transport == MailTransport.Files;

    public IReadOnlyList<(string Name, DateTimeOffset At)> List()
    {
        var folder = new DirectoryInfo(Path.Combine(environment.ContentRootPath, options.Value.Directory));
        return folder.Exists
            ? [.. folder.EnumerateFiles("*" + Extension).Where(file => !file.Name.StartsWith('.'))
                .OrderByDescending(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal).Take(MostShown)
                .Select(file => (file.Name[..^Extension.Length], new DateTimeOffset(file.LastWriteTimeUtc)))]
            : [];
    }

    public async Task<WrittenMail?> ReadAsync(string name, CancellationToken cancellationToken)
        => List().Any(file => string.Equals(file.Name, name, StringComparison.Ordinal))
            ? WrittenMail.Read(await File.ReadAllBytesAsync(
                Path.Combine(environment.ContentRootPath, options.Value.Directory, name + Extension), cancellationToken))
            : null;
}
