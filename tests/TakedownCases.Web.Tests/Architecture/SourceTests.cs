namespace TakedownCases.Web.Tests.Architecture;

/// <summary>The rules that are read from the files: true here, and seen to fail on files that break them.</summary>
public sealed class SourceTests
{
    private static readonly Dictionary<string, string[]> MayReference = new(StringComparer.Ordinal)
    {
        ["TakedownCases.Domain"] = [],
        ["TakedownCases.Data"] = ["TakedownCases.Domain"],
        ["TakedownCases.Web"] = ["TakedownCases.Data", "TakedownCases.Domain"],
        ["TakedownCases.Verify"] = ["TakedownCases.Domain"],
        ["TakedownCases.Domain.Tests"] = ["TakedownCases.Domain", "TakedownCases.Verify"],
    };

    [Fact]
    public void The_repository_is_read()
    {
        Assert.Contains(Repository.Files, file => file.Path == "src/TakedownCases.Domain/Outcome.cs");
        Assert.Contains("TakedownCases.sln", Repository.Paths);
    }

    [Fact]
    public void Only_the_agreed_names_stand_at_the_top()
    {
        Assert.Empty(SourceRules.UnexpectedAtTheTop(Repository.Paths));
        Assert.Equal(["scripts", "notes.txt"], SourceRules.UnexpectedAtTheTop(
            ["src/a.cs", ".ci/run", "README.md", "scripts/a.sh", "scripts/b.sh", "notes.txt"]));
    }

    [Fact]
    public void No_file_is_too_long()
    {
        Assert.Empty(SourceRules.TooLong(Repository.Files));
        var lines = string.Join('\n', Enumerable.Repeat("// line", SourceRules.MostLines + 1));
        Assert.Equal(["src/Long.cs has 301 lines"], SourceRules.TooLong(
            [new("src/Long.cs", lines + "\n"), new("src/Fits.cs", lines[8..]), new("src/A/Migrations/Long.cs", lines)]));
    }

    [Theory]
    [InlineData("public IFormFile? Picture { get; init; }")]
    [InlineData("<input type=\"file\" name=\"a\">")]
    [InlineData("<form enctype='multipart/form-data'>")]
    public void Nothing_takes_a_file(string breaking)
    {
        Assert.Empty(SourceRules.Uploads(Repository.Files));
        Assert.Single(SourceRules.Uploads([new("src/TakedownCases.Web/A.cshtml", breaking)]));
    }

    [Theory]
    [InlineData("src/TakedownCases.Data/Mappings/A.cs", 1)]
    [InlineData("src/TakedownCases.Web/Features/Queue/A.cs", 1)]
    [InlineData("src/TakedownCases.Data/Sql/A.cs", 0)]
    [InlineData("src/TakedownCases.Web/Commands/A.cs", 0)]
    [InlineData("src/TakedownCases.Data/Sqlite/Migrations/A.cs", 0)]
    public void Banned_symbols_are_unbanned_in_their_rooms_only(string path, int expected)
    {
        Assert.Empty(SourceRules.Unbanned(Repository.Files));
        Assert.Equal(expected, SourceRules.Unbanned([new(path, "#pragma warning disable CA1000, RS0030 // why")]).Count);
    }

    [Fact]
    public void Projects_reference_inwards_only()
    {
        Assert.Empty(SourceRules.WrongReferences(Repository.Files, MayReference));
    }

    [Theory]
    [InlineData("Domain", "<ProjectReference Include='../TakedownCases.Data/TakedownCases.Data.csproj' />")]
    [InlineData("Domain", "<PackageReference Include='Newtonsoft.Json' />")]
    [InlineData("Domain", "<FrameworkReference Include='Microsoft.AspNetCore.App' />")]
    [InlineData("Data", "<ProjectReference Include='..\\TakedownCases.Web\\TakedownCases.Web.csproj' />")]
    [InlineData("Web", "<PackageReference Include='MediatR' />")]
    [InlineData("Unheard", "")]
    public void A_project_that_references_outwards_is_found(string name, string item)
        => Assert.Single(SourceRules.WrongReferences(
            [new($"src/TakedownCases.{name}/TakedownCases.{name}.csproj", $"<Project><ItemGroup>{item}</ItemGroup></Project>")],
            MayReference));
}
