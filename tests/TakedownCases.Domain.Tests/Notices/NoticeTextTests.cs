using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Testing;
using static TakedownCases.Domain.Tests.Notices.NoticeSamples;

namespace TakedownCases.Domain.Tests.Notices;

/// <summary>The whole text of each kind, language and track, as people approved it.</summary>
public sealed class NoticeTextTests
{
    public static TheoryData<NoticeKind, string, Track> Texts
    {
        get
        {
            var texts = new TheoryData<NoticeKind, string, Track>();
            foreach (var kind in Enum.GetValues<NoticeKind>())
            {
                foreach (var language in new[] { "en", "fr" })
                {
                    texts.Add(kind, language, Track.Adult);
                    if (!NoticeKinds.IsBesidePlatform(kind))
                    {
                        texts.Add(kind, language, Track.Minor);
                    }
                }
            }

            return texts;
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Each_kind_has_its_text(NoticeKind kind, string language, Track track)
    {
        var text = Composed(As(track == Track.Minor ? Minor : Adult, kind) with { Language = language });

        await Approved.MatchesAsync($"Texts/{kind}.{track}.{language}", $"{text.Subject}\n\n{text.Body}");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task The_organisation_signs_with_authority(string language)
        => await Approved.MatchesAsync(
            $"Texts/Removal.ByOrganisation.{language}",
            Composed(ByOrganisation with { Language = language, Edited = false, AddedWords = "The account has changed its name twice.\nIt was @old." }).Body);

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task The_organisation_writes_in_its_own_name_about_somebody_perhaps_a_child(string language)
        => await Approved.MatchesAsync(
            $"Texts/Removal.OwnName.Minor.{language}",
            Composed(Minor with { Language = language, HasAuthority = false, MadeAsChild = null, Bases = [], RemindAfter = null, Harms = Enum.GetValues<HarmKind>() }).Body);

    [Fact]
    public async Task Json_form_and_message_of_an_adult_s_notice()
    {
        var text = Composed(Adult);

        await Approved.MatchesAsync("Texts/Json.Adult", text.Json);
        await Approved.MatchesAsync("Texts/Fields.Adult", string.Join("\n", text.Fields.Select(field => $"[{field.Name}]\n{field.Value}")));
        await Approved.MatchesAsync("Texts/Message.Adult", System.Text.Encoding.ASCII.GetString(NoticeMime.Write(text, Envelope)));
    }

    [Fact]
    public async Task Json_of_a_minor_s_complaint()
        => await Approved.MatchesAsync("Texts/Json.Complaint.Minor", Composed(As(Minor, NoticeKind.Complaint)).Json);

    [Fact]
    public void Hours_come_from_the_law_s_record_and_from_nowhere_else()
    {
        var shorter = TakeItDown with { Duration = Domain.Deadlines.BasisDuration.Parse("PT7H", Domain.Deadlines.ClockUnit.Elapsed) };
        var unsure = shorter with { Confidence = Domain.Deadlines.BasisConfidence.Low };

        Assert.Contains("within 7 hours", Composed(Adult with { Bases = [shorter] }).Body, StringComparison.Ordinal);
        var vague = Composed(Adult with { Bases = [unsure], RemindAfter = null });
        Assert.Contains("without undue delay", vague.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("hour", vague.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"within\"", vague.Json, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void No_notice_speaks_of_copyright_perjury_or_an_identity_it_would_send(NoticeKind kind, string language, Track track)
    {
        var text = Everything(As(track == Track.Minor ? Minor : Adult, kind) with { Language = language });

        Assert.DoesNotMatch("(?i)dmca|copyright|perjur|parjure|droit d.auteur|pornograph|victim", text);
        Assert.DoesNotContain("{", Composed(As(track == Track.Minor ? Minor : Adult, kind) with { Language = language }).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_facts_give_the_same_bytes()
    {
        var once = NoticeMime.Write(Composed(Adult), Envelope);
        var again = NoticeMime.Write(Composed(Adult with { Places = [.. Adult.Places.Reverse()] }), Envelope with { });

        Assert.Equal(once, again);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(500)]
    public void Many_places_stand_each_on_a_line_with_its_number(int count)
    {
        var text = Composed(Adult with { Places = ManyPlaces(count) });
        var mail = MimeReader.Read(NoticeMime.Write(text, Envelope));

        var lines = text.Body.Split('\n');
        Assert.All(Enumerable.Range(1, count), number => Assert.Contains($"{number}. https://www.example.com/p/{number}", lines));
        Assert.Equal(text.Body.Replace("\n", "\r\n", StringComparison.Ordinal), mail.Text);
        Assert.Equal(count, System.Text.Json.JsonDocument.Parse(mail.Json).RootElement.GetProperty("places").GetArrayLength());
    }
}
