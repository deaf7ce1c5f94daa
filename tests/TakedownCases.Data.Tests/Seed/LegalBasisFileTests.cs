using System.Text.Json.Nodes;
using TakedownCases.Data.Seed;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Data.Tests.Seed;

public sealed class LegalBasisFileTests
{
    private static readonly LegalBasisCatalogue Catalogue = LegalBasisFile.Load();

    // The date of the research the file was made from (reference of 2026-11-22).
    private static readonly DateTimeOffset Researched = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_basis_of_the_research_is_there_with_a_citation_a_verification_and_a_place_to_turn_to()
    {
        Assert.Equal(39, Catalogue.All.Count);
        Assert.All(Catalogue.All, basis =>
        {
            Assert.NotEmpty(basis.Citation);
            Assert.NotEmpty(basis.EscalationIfMissed);
            Assert.NotEmpty(basis.ClockStart);
            Assert.True(Enum.IsDefined(basis.Verification));
            Assert.Equal("2026-11-22", basis.Version);
            Assert.Equal(BasisReviewState.Unreviewed, basis.ReviewState);
        });
    }

    [Fact]
    public void Exactly_the_bases_in_force_sure_enough_and_with_a_length_run_clocks()
    {
        string[] expected =
        [
            "au-osa-65-removal", "au-osa-65-wait", "au-osa-77-ncii", "au-osa-88-removal", "au-osa-88-wait",
            "eu-dsa-20-complaint-window", "eu-dsa-21-dispute", "eu-gdpr-17-erasure",
            "in-it-rules-ncii", "in-it-rules-order", "it-garante-144bis",
            "uk-csea-preserve", "uk-osa-ncii-removal", "us-2258a-preserve", "us-dmca-counter-notice", "us-tida-removal",
        ];

        Assert.Equal(expected, Catalogue.All.Where(basis => basis.RunsClocks).Select(basis => basis.Id));
    }

    [Theory]
    [InlineData("ca-c16-48h")] // a bill
    [InlineData("kr-regulator-24h")] // announced, state unverified
    [InlineData("uk-osa-ncii-search")] // commencement not seen
    [InlineData("in-meity-sop-ncii")] // overtaken by the two-hour rule
    [InlineData("it-cyberbullying-71-2017")] // nobody here has read it
    [InlineData("fr-lcen-csam-ofac")] // medium confidence
    [InlineData("org-iwf-report-remove")] // a service target, not law
    [InlineData("eu-dsa-22-annual-report")] // the flagger's own duty, belongs to no case
    public void What_is_not_law_or_not_sure_runs_no_clock(string id)
    {
        var basis = Catalogue.Find(id, "2026-11-22");

        Assert.NotNull(basis);
        Assert.False(basis.RunsClocks);
    }

    [Fact]
    public void A_clock_that_an_authority_starts_is_not_started_by_our_notice()
    {
        var byNotice = Catalogue.All.Where(b => b.RunsClocks && b.Trigger == ClockTrigger.NoticeReceived).Select(b => b.Id);

        Assert.Equal(
            ["au-osa-65-wait", "au-osa-88-wait", "eu-gdpr-17-erasure", "in-it-rules-ncii", "uk-osa-ncii-removal", "us-tida-removal"],
            byNotice);
    }

    [Theory]
    [InlineData("us-tida-removal", "2026-05-19T03:59:59Z", false)]
    [InlineData("us-tida-removal", "2026-05-19T04:00:00Z", true)] // midnight in New York
    [InlineData("in-it-rules-ncii", "2026-02-19T18:29:59Z", false)]
    [InlineData("in-it-rules-ncii", "2026-02-19T18:30:00Z", true)] // midnight in India
    [InlineData("uk-osa-ncii-removal", "2026-06-28T22:59:59Z", false)]
    [InlineData("uk-osa-ncii-removal", "2026-06-28T23:00:00Z", true)] // midnight in London, in summer
    [InlineData("ca-c16-48h", "2026-11-22T12:00:00Z", false)]
    public void A_basis_counts_from_local_midnight_of_its_first_day(string id, string instant, bool inForce)
        => Assert.Equal(inForce, Catalogue.VersionAt(id, DateTimeOffset.Parse(instant)) is not null);

    [Fact]
    public void Every_running_basis_can_be_counted_with_the_calendars_of_this_build()
    {
        var calendars = WorkingCalendarFile.Load();

        Assert.All(Catalogue.InForceAt(Researched).Where(basis => basis.RunsClocks), basis =>
        {
            var calendar = basis.BusinessCalendarId is { } id ? calendars[id] : null;
            Assert.True(DeadlineCalculator.Compute(Researched, "acknowledgement", basis, calendar).Due > Researched);
        });
    }

    [Fact]
    public void A_dmca_counter_notice_warns_at_the_tenth_business_day_over_thanksgiving()
    {
        var basis = Catalogue.Find("us-dmca-counter-notice", "2026-11-22")!;

        var trace = DeadlineCalculator.Compute(Researched, "acknowledgement", basis, WorkingCalendarFile.Load()["us-federal"]);

        // From a Sunday: ten business days without Thursday the 26th, to midnight in New York at the end of 7 December.
        Assert.Equal(new DateTimeOffset(2026, 12, 8, 5, 0, 0, TimeSpan.Zero), trace.Due);
        Assert.Contains("Thanksgiving", trace.ToText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("duration", "P2D", "cannot be counted")]
    [InlineData("duration", null, "stand together")]
    [InlineData("unit", "working", "never for law")]
    [InlineData("unit", "fortnights", "unit")]
    [InlineData("citation", " ", "citation")]
    [InlineData("citation", null, "citation")]
    [InlineData("jurisdictionTimeZone", "Europe/Nowhere", "Europe/Nowhere")]
    [InlineData("inForceUntil", "2026-05-19", "inForceUntil")]
    [InlineData("clock", "first-review", "external")]
    [InlineData("reviewer", "A. Person", "reviewer")]
    [InlineData("unheardOf", "x", "unheardOf")]
    public void A_wrong_record_is_refused_with_its_name_and_the_reason(string property, string? value, string reason)
    {
        var json = Record("us-tida-removal");
        json["records"]![0]![property] = value;

        var error = Assert.Throws<InvalidDataException>(() => LegalBasisFile.Read(json.ToJsonString()));

        Assert.Contains("'us-tida-removal'", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_property_a_version_given_twice_and_a_broken_file_are_refused()
    {
        var missing = Record("us-tida-removal");
        missing["records"]![0]!.AsObject().Remove("trigger");
        var twice = Record("us-tida-removal");
        twice["records"]!.AsArray().Add(twice["records"]![0]!.DeepClone());

        var errors = new[] { missing.ToJsonString(), twice.ToJsonString(), "{", "{}" }
            .Select(text => Assert.Throws<InvalidDataException>(() => LegalBasisFile.Read(text)).Message)
            .ToList();

        Assert.Contains("trigger", errors[0], StringComparison.Ordinal);
        Assert.Contains("twice", errors[1], StringComparison.Ordinal);
        Assert.All(errors, message => Assert.StartsWith("legal-bases.json", message, StringComparison.Ordinal));
    }

    [Fact]
    public void The_schema_in_docs_names_the_properties_the_file_has()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Root(), "docs", "legal-bases.schema.json")))!;
        var record = schema["$defs"]!["record"]!;

        var inFile = Record("us-tida-removal")["records"]![0]!.AsObject().Select(property => property.Key).Order();

        Assert.Equal(inFile, record["properties"]!.AsObject().Select(property => property.Key).Order());
        Assert.Equal(inFile, record["required"]!.AsArray().Select(name => (string)name!).Order());
    }

    [Theory]
    [InlineData("trigger", typeof(ClockTrigger))]
    [InlineData("status", typeof(BasisStatus))]
    [InlineData("kind", typeof(BasisKind))]
    [InlineData("track", typeof(TrackScope))]
    [InlineData("verification", typeof(BasisVerification))]
    [InlineData("confidence", typeof(BasisConfidence))]
    public void The_schema_in_docs_names_the_values_the_code_knows(string property, Type type)
    {
        var schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Root(), "docs", "legal-bases.schema.json")))!;

        var values = schema["$defs"]!["record"]!["properties"]![property]!["enum"]!.AsArray().Select(value => (string)value!);

        Assert.Equal(
            Enum.GetNames(type).Select(System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName).Order(), values.Order());
    }

    private static JsonObject Record(string id)
    {
        var file = JsonNode.Parse(SeedFile.Embedded("legal-bases.json"))!.AsObject();
        var record = file["records"]!.AsArray().Single(node => (string)node!["id"]! == id)!;
        return new JsonObject { ["records"] = new JsonArray(record.DeepClone()) };
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TakedownCases.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder.FullName;
    }
}
