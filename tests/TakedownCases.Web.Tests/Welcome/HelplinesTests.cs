using TakedownCases.Data.Seed;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Tests.Welcome;

public sealed class HelplinesTests
{
    private static readonly Helplines Lines = new();

    public static TheoryData<string> Countries() => [.. Lines.Countries, "XX"];

    [Fact]
    public void The_countries_this_build_promises_are_there()
        => Assert.Equal(
            ["AU", "BE", "CA", "CH", "DE", "ES", "FR", "GB", "IE", "IT", "LU", "NL", "NZ", "US"],
            Lines.Countries.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Countries))]
    public void Every_country_has_somebody_for_every_need_at_every_age(string country)
        => Assert.All(HelplineNeeds.All, need =>
        {
            Assert.NotEmpty(Lines.For(country, minor: true, need));
            Assert.True(need == HelplineNeeds.Child || Lines.For(country, minor: false, need).Count > 0, need);
        });

    [Theory]
    [MemberData(nameof(Countries))]
    public void Danger_and_dark_thoughts_have_a_number_to_call(string country)
    {
        Assert.Contains(Lines.For(country, minor: false, HelplineNeeds.Danger), line => line.Phone is not null);
        Assert.True(
            country == "XX" || Lines.For(country, minor: false, HelplineNeeds.Suicide).Any(line => line.Phone is not null), country);
    }

    [Fact]
    public void An_adult_is_not_sent_to_a_line_for_children_and_a_child_sees_those_first()
    {
        Assert.DoesNotContain(Lines.For("GB", minor: false, HelplineNeeds.Suicide), line => line.ForMinorsOnly);
        Assert.Equal("Childline", Lines.For("GB", minor: true, HelplineNeeds.Suicide)[0].Name);
        Assert.DoesNotContain(Lines.For("GB", minor: true, HelplineNeeds.Ncii), line => line.Name == "Revenge Porn Helpline");
    }

    [Fact]
    public void Phone_is_digits_to_dial_and_number_is_as_people_write_it()
    {
        var line = Assert.Single(Lines.For("US", minor: false, HelplineNeeds.Ncii), line => line.Phone == "18448782274");

        Assert.Equal("1-844-878-2274", line.Number);
    }

    [Fact]
    public void What_nobody_verified_says_so_in_the_data()
        => Assert.All(
            HelplineFile.Load().Where(line => line.VerifiedOn is null),
            line => Assert.Contains("operator must check", line.Note, StringComparison.Ordinal));

    [Theory]
    [InlineData("\"phone\": \"999\"", "\"phone\": \"call us\"", "digits")]
    [InlineData("\"country\": \"GB\"", "\"country\": \"uk\"", "capital letters")]
    [InlineData("\"danger\"", "\"dangerous\"", "for must hold")]
    [InlineData("\"note\": \"n\"", "\"note\": \"\"", "note")]
    public void A_wrong_record_is_refused_with_its_name(string right, string wrong, string reason)
    {
        const string Json = """
            {"notice": "", "records": [{"id": "gb-999", "name": "999", "phone": "999", "url": null, "hours": "24/7",
            "country": "GB", "audience": "all", "for": ["danger"], "verifiedOn": null, "note": "n"}]}
            """;
        Assert.Single(HelplineFile.Read(Json));

        var error = Assert.Throws<InvalidDataException>(() => HelplineFile.Read(Json.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Contains("gb-999", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Duties_begin_with_the_organisations_own_and_nobody_has_reviewed_any()
    {
        var duties = new ReportingDuties();

        Assert.Equal("organisation-life", duties.For(minor: true)[0].Id);
        Assert.Contains(duties.For(minor: true), duty => duty.Id == "fr-cp-434-3");
        Assert.DoesNotContain(duties.For(minor: false), duty => duty.TrackScope == "minor");
        Assert.All(DutyFile.Load(), duty => Assert.Null(duty.ReviewedBy));
    }

    [Theory]
    [InlineData("\"people\": 1", "\"people\": 3", "people must be 1 or 2")]
    [InlineData("\"recipientIds\": []", "\"recipientIds\": [\"other\"]", "names its recipients")]
    [InlineData("\"recipientKinds\": [\"police\"]", "\"recipientKinds\": [\"neighbour\"]", "JSON")]
    [InlineData(", \"people\": 1", "", "people")]
    public void A_duty_that_binds_nobody_in_particular_is_refused(string right, string wrong, string reason)
    {
        const string Json = """
            {"notice": "", "records": [{"id": "a-duty", "country": "*", "track": "both", "who": "w", "trigger": "t", "within": "at once", "toWhom": "p",
            "recipientKinds": ["police"], "recipientIds": [], "people": 1, "source": "s", "reviewedBy": null, "asOf": "2027-01-01"}]}
            """;
        Assert.Single(DutyFile.Read(Json));

        var error = Assert.Throws<InvalidDataException>(() => DutyFile.Read(Json.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Contains("a-duty", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_duty_names_bodies_that_are_in_the_directory()
    {
        var directory = AuthorityFile.Load();
        Assert.All(DutyFile.Load().SelectMany(duty => duty.RecipientIds), id => Assert.NotNull(directory.Find(id)));
        Assert.Equal(2, DutyFile.Load().Single(duty => duty.Id == "organisation-child").People);
    }
}
