using System.Text.Json;
using System.Text.Json.Nodes;
using TakedownCases.Data.Seed;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Referrals;

namespace TakedownCases.Data.Tests.Seed;

public sealed class AuthorityFileTests
{
    private static readonly DateTimeOffset At = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly AuthorityDirectory Directory = AuthorityFile.Load();

    [Fact]
    public void The_directory_knows_hotlines_services_regulators_police_and_tribunals()
    {
        Assert.True(Directory.All.Count >= 50);
        Assert.All(Enum.GetValues<AuthorityKind>(), kind => Assert.Contains(Directory.All, authority => authority.Kind == kind));
        foreach (var id in new[] { "ncmec", "iwf", "point-de-contact", "cybertip-ca", "esafety", "report-remove", "take-it-down", "stopncii", "ftc", "ofcom", "gac", "garante" })
        {
            Assert.NotNull(Directory.Find(id));
        }
    }

    [Fact]
    public void What_nobody_verified_says_so_and_no_address_is_a_link() => Assert.All(Directory.All, authority =>
    {
        Assert.True(authority.VerifiedOn is not null || authority.Doubts.Length > 0);
        Assert.DoesNotContain("://", authority.Channel.Where ?? "", StringComparison.Ordinal);
    });

    [Fact]
    public void Every_basis_it_names_is_in_the_catalogue_and_starts_by_the_act_it_says()
    {
        var bases = LegalBasisFile.Load().All.ToLookup(basis => basis.Id);
        Assert.All(Directory.All.SelectMany(authority => authority.ComplaintsUnder), id => Assert.True(bases.Contains(id), id));
        Assert.All(Directory.All.SelectMany(authority => authority.ClocksUnder), id => Assert.Contains(
            bases[id], basis => basis.Trigger is ClockTrigger.AuthorityRequest or ClockTrigger.ComplaintToAuthority));
    }

    [Theory]
    [InlineData("us-tida-removal", Track.Adult, "FR", "ftc")]
    [InlineData("us-tida-removal", Track.Minor, "US", "ftc")]
    [InlineData("uk-osa-ncii-removal", Track.Adult, "GB", "ofcom")]
    [InlineData("eu-dsa-16-notice", Track.Adult, "FR", "arcom")]
    [InlineData("eu-dsa-16-notice", Track.Minor, "PL", "dsa-coordinator")]
    [InlineData("au-osa-88-wait", Track.Adult, null, "esafety")]
    [InlineData("in-it-rules-ncii", Track.Adult, "IN", "gac")]
    public void Each_law_has_somebody_to_complain_to(string basis, Track track, string? country, string expected)
        => Assert.Equal(expected, Directory.ForComplaint(basis, track, country)?.Id);

    [Theory]
    [InlineData("esafety", Track.Adult, true, "au-osa-77-ncii")]
    [InlineData("esafety", Track.Minor, true, "au-osa-77-ncii")]
    [InlineData("esafety", Track.Adult, false, "au-osa-88-wait")]
    [InlineData("esafety", Track.Minor, false, "au-osa-65-wait")]
    [InlineData("ftc", Track.Minor, false, "us-tida-removal")]
    public void A_pack_is_about_the_law_that_fits_the_track_and_what_was_done(string authority, Track track, bool showsImages, string expected)
        => Assert.Equal(expected, PackLaw.For(Directory.Find(authority)!, track, showsImages, [], LegalBasisFile.Load(), At)?.Id);

    [Fact]
    public void A_pack_is_about_the_law_that_the_notice_cites_where_the_authority_hears_of_it()
    {
        var bases = LegalBasisFile.Load();
        var cited = new[] { bases.VersionAt("us-tida-removal", At)!, bases.VersionAt("in-it-rules-ncii", At)! };
        Assert.Equal("in-it-rules-ncii", PackLaw.For(Directory.Find("gac")!, Track.Adult, showsImages: true, cited, bases, At)?.Id);
        Assert.Equal(["au-osa-88-wait", "au-osa-65-wait"], Directory.Find("esafety")!.WaitsUnder);
    }

    [Fact]
    public void Every_law_whose_missed_hours_are_complained_about_has_a_pack()
        => Assert.All(
            LegalBasisFile.Load().All.Where(basis => basis is { RunsClocks: true, Trigger: ClockTrigger.NoticeReceived, Authority: not null }),
            basis => Assert.NotNull(Directory.ForComplaint(basis.Id, basis.Track == TrackScope.Minor ? Track.Minor : Track.Adult, country: null)));

    [Fact]
    public void Whoever_is_near_the_person_comes_first()
    {
        var french = Directory.For(Track.Minor, "FR").Select(authority => authority.Id).ToList();
        Assert.Equal("point-de-contact", french[0]);
        Assert.True(french.IndexOf("arcom") < french.IndexOf("dsa-coordinator"));
        Assert.True(french.IndexOf("police") < french.IndexOf("ncmec"));
        Assert.DoesNotContain("stopncii", french);
    }

    [Fact]
    public void On_the_minor_track_addresses_go_to_hotlines_and_the_police_only() => Assert.All(Directory.All, authority =>
        Assert.Equal(authority.IsHotlineOrPolice && authority.Id != AuthorityDirectory.Other, authority.MayHaveAddresses(Track.Minor)));

    [Theory]
    [InlineData("country", "\"France\"", "country")]
    [InlineData("channel", "\"fax\"", "channel")]
    [InlineData("where", "\"https://example.org\"", "scheme")]
    [InlineData("doubts", "\" \"", "doubts")]
    [InlineData("tracks", "[]", "tracks")]
    [InlineData("pack", "\"ftc\"", "complaintsUnder")]
    [InlineData("id", "\"No Id\"", "id")]
    [InlineData("kind", "\"friend\"", "kind")]
    public void A_wrong_record_is_refused_by_name(string property, string value, string said)
    {
        var record = Record("iwf");
        record[property] = JsonNode.Parse(value);
        var error = Assert.Throws<InvalidDataException>(() => AuthorityFile.Read(File(record)));
        Assert.StartsWith("authorities.json, record", error.Message, StringComparison.Ordinal);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_given_twice_is_refused()
        => Assert.Contains("taken already", Assert.Throws<InvalidDataException>(() => AuthorityFile.Read(File(Record("iwf"), Record("iwf")))).Message, StringComparison.Ordinal);

    [Fact]
    public void The_schema_in_docs_names_the_properties_and_values_that_the_code_knows()
    {
        var record = JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(Root(), "docs", "authorities.schema.json")))!["$defs"]!["record"]!;
        var inFile = Record("iwf").Select(property => property.Key).Order();
        Assert.Equal(inFile, record["properties"]!.AsObject().Select(property => property.Key).Where(name => name != "waitsUnder").Order());
        Assert.Equal(inFile, record["required"]!.AsArray().Select(name => (string)name!).Order());
        Assert.Equal(Names<AuthorityKind>(), Values(record["properties"]!["kind"]!));
        Assert.Equal(Names<AuthorityPurpose>(), Values(record["properties"]!["purposes"]!["items"]!));
        Assert.Equal(Names<PackForm>(), Values(record["properties"]!["pack"]!));
    }

    private static IEnumerable<string> Names<TEnum>()
        where TEnum : struct, Enum
        => Enum.GetNames<TEnum>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Values(JsonNode property)
        => property["enum"]!.AsArray().Select(value => (string?)value).OfType<string>().Order(StringComparer.Ordinal);

    private static JsonObject Record(string id)
        => JsonNode.Parse(SeedFile.Embedded("authorities.json"))!["records"]!.AsArray().Single(node => (string)node!["id"]! == id)!.DeepClone().AsObject();

    private static string File(params JsonObject[] records)
        => new JsonObject { ["records"] = new JsonArray([.. records.Select(record => (JsonNode)record)]) }.ToJsonString();

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "TakedownCases.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The repository was not found.");
        }

        return folder.FullName;
    }
}
