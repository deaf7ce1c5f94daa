using System.Reflection;

namespace TakedownCases.Web.Tests.Architecture;

/// <summary>The directions of design section 3, each seen to fail on a fixture that breaks it.</summary>
public sealed class RoomTests
{
    private const string FixtureRoot = "TakedownCases.Web.Tests.Architecture.Fixtures.Rooms";

    private static readonly Dictionary<string, string[]> Rooms = new(StringComparer.Ordinal)
    {
        ["Deadlines"] = [],
        ["Platforms"] = [],
        ["Ledger"] = [],
        ["Cases"] = ["Deadlines", "Platforms"],
        ["Access"] = ["Cases"],
        ["Escalation"] = ["Cases", "Deadlines"],
        ["Notices"] = ["Cases", "Deadlines", "Platforms"],
        ["Referrals"] = ["Cases", "Deadlines", "Platforms"],
    };

    private static readonly RoomRule Domain = new("TakedownCases.Domain", Rooms);

    private static readonly RoomRule Slices = new(
        "TakedownCases.Web.Features",
        new Dictionary<string, string[]>(StringComparer.Ordinal) { ["*"] = ["Shared"] },
        Slices: true);

    private static readonly RoomRule Web = new("TakedownCases.Web", new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Health"] = [],
        ["Localization"] = [],
        ["Mail"] = ["Hosting"],
        ["Hosting"] = ["Health", "Localization", "Mail"],
        ["Features"] = ["Hosting", "Localization", "Mail"],
        ["Jobs"] = ["Features", "Health", "Hosting", "Localization", "Mail"],
        ["Commands"] = ["Features", "Hosting"],
        ["Demo"] = ["Features", "Jobs", "Mail"],
    });

    private static Type[] DomainTypes => typeof(TakedownCases.Domain.Outcome).Assembly.GetTypes();

    private static Type[] WebTypes => typeof(Program).Assembly.GetTypes();

    private static Type[] OwnTypes => Assembly.GetExecutingAssembly().GetTypes();

    [Fact]
    public void Rooms_of_the_domain_use_only_what_the_table_allows()
    {
        Assert.Empty(Domain.Broken(DomainTypes));
        Assert.Empty(Domain.Broken(Repository.Files, "src/TakedownCases.Domain"));
        Assert.Empty(Domain.Unknown(DomainTypes));
    }

    [Fact]
    public void A_room_that_uses_another_is_found_in_compiled_code()
    {
        var broken = (Domain with { Root = FixtureRoot }).Broken(OwnTypes);

        Assert.Contains(FixtureRoot + ".Ledger.Entry uses Cases: Matter", broken);
        Assert.Contains(FixtureRoot + ".RootType uses Ledger: Entry", broken);
        Assert.Equal(2, broken.Count);
    }

    [Fact]
    public void A_use_inside_a_lambda_or_an_async_method_is_found()
    {
        var strict = new RoomRule(FixtureRoot, new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["Cases"] = [], ["Deadlines"] = [], ["Ledger"] = ["Cases"], ["Unheard"] = [],
        });

        Assert.Contains(strict.Broken(OwnTypes), line => line.EndsWith("uses Deadlines: Term", StringComparison.Ordinal));
    }

    [Fact]
    public void A_room_that_mentions_another_is_found_in_the_text()
    {
        SourceFile[] files =
        [
            new("src/TakedownCases.Domain/Ledger/Entry.cs", "using TakedownCases.Domain.Cases;"),
            new("src/TakedownCases.Domain/Cases/Matter.cs", "using TakedownCases.Domain.Deadlines;"),
        ];

        Assert.Equal(
            ["src/TakedownCases.Domain/Ledger/Entry.cs mentions TakedownCases.Domain.Cases"],
            Domain.Broken(files, "src/TakedownCases.Domain"));
    }

    [Fact]
    public void A_room_the_table_does_not_name_is_found()
        => Assert.Contains("Unheard", (Domain with { Root = FixtureRoot }).Unknown(OwnTypes));

    [Fact]
    public void Slices_of_the_web_never_use_each_other()
    {
        Assert.Empty(Slices.Broken(WebTypes));
        Assert.Empty(Slices.Broken(Repository.Files, "src/TakedownCases.Web/Features"));
    }

    [Fact]
    public void Nothing_that_serves_uses_what_runs_beside_it_and_mail_knows_only_its_settings()
    {
        Assert.Empty(Web.Broken(Repository.Files.Where(file => file.Name != "Program.cs"), "src/TakedownCases.Web"));
        Assert.Single(Web.Broken([new("src/TakedownCases.Web/Mail/Sender.cs", "using TakedownCases.Web.Features.Notices;")], "src/TakedownCases.Web"));
    }

    [Fact]
    public void A_slice_that_uses_another_is_found_in_code_and_in_views()
    {
        SourceFile[] files =
        [
            new("src/TakedownCases.Web/Features/Queue/Index.cshtml", "@model TakedownCases.Web.Features.Filing.Answers"),
            new("src/TakedownCases.Web/Features/Queue/_Row.cshtml", "@using TakedownCases.Web.Features.Shared"),
        ];

        Assert.Single(Slices.Broken(files, "src/TakedownCases.Web/Features"));
        Assert.Contains(
            (Slices with { Root = FixtureRoot }).Broken(OwnTypes),
            line => line.EndsWith("Ledger.Entry uses Cases: Matter", StringComparison.Ordinal));
    }
}
