using System.Text.Json;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Notices.Texts;
using static TakedownCases.Domain.Tests.Notices.NoticeSamples;

namespace TakedownCases.Domain.Tests.Notices;

public sealed class NoticeFormAndPreviewTests
{
    [Fact]
    public void Fields_stand_in_one_order_and_none_is_empty()
    {
        foreach (var kind in Enum.GetValues<NoticeKind>())
        {
            var fields = Composed(As(Adult, kind)).Fields;

            Assert.Equal(NoticeFieldNames.All.Where(name => fields.Any(field => field.Name == name)), fields.Select(field => field.Name));
            Assert.All(fields, field => Assert.NotEmpty(field.Value));
        }
    }

    [Fact]
    public void Addresses_are_pasted_one_a_line_in_the_form_that_opens()
    {
        var fields = Composed(Adult).Fields;

        Assert.Equal("https://example.com/p/1\nhttps://example.com/p/2\n@mara.leaks", fields.Single(field => field.Name == NoticeFieldNames.Addresses).Value);
        Assert.Equal("Mara Lindqvist", fields.Single(field => field.Name == NoticeFieldNames.Name).Value);
    }

    [Fact]
    public void The_preview_says_what_an_adult_s_notice_carries_before_it_is_complete()
    {
        var preview = NoticePreview.Of(Adult with { Places = [PlaceAt(1, "x", null, "words")], Bases = [] });

        Assert.Equal(
            [
                "reference", "organisation", "organisation-mail", "organisation-contact", "addresses", "place-words", "harm", "edited", "statement",
                "name", "signature",
            ],
            preview.Recipient);
        Assert.Equal(preview.Recipient, preview.Platform);
        Assert.Equal(["nothing-from-us", "what-the-platform-passes-on"], preview.Host);
        Assert.Equal(["nothing-from-us", "platform-asked-not-to-tell", "unknown-what-the-platform-tells"], preview.Uploader);
    }

    [Fact]
    public void A_channel_that_tells_the_uploader_is_named_with_what_it_may_tell()
    {
        var preview = NoticePreview.Of(Adult with { DisclosesToUploader = "the reporter's name" });

        Assert.Equal("the reporter's name", preview.Discloses);
        Assert.Contains("platform-tells", preview.Uploader);
        Assert.Contains("name-may-reach-uploader", preview.Uploader);
        Assert.DoesNotContain("name-may-reach-uploader", NoticePreview.Of(ByOrganisation with { DisclosesToUploader = "the name" }).Uploader);
    }

    [Fact]
    public void A_complaint_shows_the_platform_what_the_authority_passes_on()
        => Assert.Equal(["nothing-from-us", "what-the-authority-passes-on"], NoticePreview.Of(As(Adult, NoticeKind.Complaint)).Platform);

    [Fact]
    public void Both_languages_have_words_for_everything()
    {
        foreach (var words in new[] { EnglishWording.Words, FrenchWording.Words })
        {
            Assert.Equal(12, words.Months.Count);
            Assert.Equal(Enum.GetValues<HarmKind>().Order(), words.Reasons.Adult.Keys.Order());
            Assert.Equal(Enum.GetValues<HarmKind>().Order(), words.Reasons.Minor.Keys.Order());
            Assert.Equal(Enum.GetValues<ContactCode>().Order(), words.Complaint.History.Keys.Order());
            Assert.Equal(Enum.GetValues<NoticeLawFamily>().Order(), words.Laws.Keys.Order());
            Assert.Equal(Enum.GetValues<NoticeLawFamily>().Order(), NoticeLaw.All.Select(law => law.Family).Order());
        }
    }

    [Fact]
    public void Each_law_is_a_record_of_the_seed()
    {
        var seed = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "legal-bases.json")));
        var ids = seed.RootElement.GetProperty("records").EnumerateArray().Select(record => record.GetProperty("id").GetString()).ToHashSet();

        Assert.All(NoticeLaw.All.SelectMany(law => law.BasisIds), id => Assert.Contains(id, ids));
    }

    [Fact]
    public void A_gap_that_nothing_fills_is_a_bug()
    {
        Assert.Equal("a {y} b", WordTemplate.Fill("a {x} b", ("x", "{y}"), ("y", "no")));
        Assert.Throws<InvalidOperationException>(() => WordTemplate.Fill("{x}"));
    }
}
