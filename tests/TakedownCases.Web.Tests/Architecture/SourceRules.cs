using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TakedownCases.Web.Tests.Architecture;

/// <summary>Rules that are read from the files. Each gives the places that break it.</summary>
internal static partial class SourceRules
{
    public const int MostLines = 300;

    private static readonly string[] TopLevel =
    [
        "src", "tests", "docs", "README.md", "TakedownCases.sln", "Directory.Build.props", "Directory.Packages.props",
        "global.json", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md",
    ];

    private static readonly string[] ForbiddenPackages =
        ["MediatR", "Mediator", "AutoMapper", "Mapster", "Moq", "NSubstitute", "FakeItEasy", "Wolverine", "MassTransit"];

    public static IReadOnlyList<string> UnexpectedAtTheTop(IEnumerable<string> paths)
        => [.. paths.Select(path => path.Split('/')[0]).Distinct()
            .Where(name => !name.StartsWith('.') && !TopLevel.Contains(name))];

    public static IReadOnlyList<string> TooLong(IEnumerable<SourceFile> files)
        => [.. from file in files
               where file.Path.EndsWith(".cs", StringComparison.Ordinal) || file.Path.EndsWith(".cshtml", StringComparison.Ordinal)
               where !file.Path.Contains("/Migrations/", StringComparison.Ordinal)
               let lines = file.Text.TrimEnd('\n').Split('\n').Length
               where lines > MostLines
               select $"{file.Path} has {lines} lines"];

    /// <summary>Law 2: nothing takes a file.</summary>
    public static IReadOnlyList<string> Uploads(IEnumerable<SourceFile> files)
        => [.. from file in Sources(files)
               from Match match in Upload().Matches(file.Text)
               select $"{file.Path}: {match.Value}"];

    /// <summary>Banned symbols may be unbanned only where raw SQL lives, in migrations, and in the command line.</summary>
    public static IReadOnlyList<string> Unbanned(IEnumerable<SourceFile> files)
        => [.. from file in Sources(files)
               where Unban().IsMatch(file.Text) && !MayUnban(file.Path)
               select file.Path];

    /// <summary>Project by project: which others it names, and for the Domain that it names no package.</summary>
    public static IReadOnlyList<string> WrongReferences(
        IEnumerable<SourceFile> files, IReadOnlyDictionary<string, string[]> mayReference)
    {
        var broken = new List<string>();
        foreach (var file in files.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal)))
        {
            var project = file.Name[..^".csproj".Length];
            var items = XDocument.Parse(file.Text).Descendants().ToLookup(item => item.Name.LocalName);
            var packages = items["PackageReference"].Select(item => (string?)item.Attribute("Include") ?? "").ToList();
            broken.AddRange(packages.Where(package => ForbiddenPackages.Any(name => IsOrBelow(package, name)))
                .Select(package => $"{project} uses the package {package}"));
            if (!mayReference.TryGetValue(project, out var allowed))
            {
                broken.AddRange(file.Path.StartsWith("src/", StringComparison.Ordinal) ? [$"{project} is not in the table"] : []);
                continue;
            }

            broken.AddRange(items["ProjectReference"]
                .Select(item => Path.GetFileNameWithoutExtension(((string?)item.Attribute("Include") ?? "").Replace('\\', '/')))
                .Where(name => !allowed.Contains(name))
                .Select(name => $"{project} references {name}"));
            broken.AddRange(project.EndsWith(".Domain", StringComparison.Ordinal)
                ? [.. packages.Select(package => $"{project} uses the package {package}"),
                    .. items["FrameworkReference"].Select(_ => $"{project} references a framework")]
                : []);
        }

        return broken;
    }

    private static bool IsOrBelow(string package, string name)
        => package.Equals(name, StringComparison.OrdinalIgnoreCase)
            || package.StartsWith(name + ".", StringComparison.OrdinalIgnoreCase);

    private static bool MayUnban(string path)
        => path.StartsWith("src/TakedownCases.Data/Sql/", StringComparison.Ordinal)
            || path.StartsWith("src/TakedownCases.Verify/", StringComparison.Ordinal)
            || path.StartsWith("src/TakedownCases.Web/Commands/", StringComparison.Ordinal)
            || path.Contains("/Migrations/", StringComparison.Ordinal);

    private static IEnumerable<SourceFile> Sources(IEnumerable<SourceFile> files)
        => files.Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal));

    [GeneratedRegex("IFormFile\\w*|type=[\"']?file\\b|multipart/form-data|InputFile\\b", RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Upload();

    [GeneratedRegex("(#pragma\\s+warning\\s+disable[^\\n]*|SuppressMessage[^\\n]*|NoWarn>[^<]*)RS0030", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Unban();
}
