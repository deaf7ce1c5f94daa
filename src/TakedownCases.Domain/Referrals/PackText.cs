using System.Globalization;
using System.Text;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Referrals;

/// <summary>A complaint pack in words: what was missed, what we wrote, how we know that they had it, what they answered, what we ask.</summary>
internal static class PackText
{
    private const int MinutesAnHour = 60;
    private const int HoursADay = 24;

    public static string Write(PackFacts given)
    {
        var facts = given.Clean();
        var words = PackWording.In(facts.Language);
        var form = words.Of(facts.Authority.Pack!.Value);
        var text = new StringBuilder();
        Line(text, Fill(words.Title, facts.Authority.Name));
        Line(text, Fill(words.Sender, facts.Organisation, facts.OrganisationMail ?? "-"));
        Line(text, facts.Track == Track.Minor ? words.Minor : words.Adult);
        Line(text, form.About);
        Section(text, words.Platform, [facts.PlatformName]);
        Section(text, words.Law, [Law(facts, words)]);
        Section(text, words.Places, facts.Places.Select(place => PlaceLine(place, facts, words)));
        Section(text, words.Timeline, facts.Timeline.Select(line => TimelineLine(line, words)));
        Section(text, words.Elements, facts.Elements.Select(element => $"{words.Element(element.Code)}: {(element.Given ? words.Given : words.NotGiven)}"));
        Section(text, words.Proof, Proof(facts.Proof, words));
        Section(text, words.ShowsTitle, Shows(facts));
        Section(text, words.ShowsNotTitle, ShowsNot(facts));
        Section(text, words.AsksTitle, Asks(facts));
        Section(text, words.FirstTitle, form.First);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>That time ran out is said only where it did (practice P21).</summary>
    public static IReadOnlyList<string> Shows(PackFacts facts)
    {
        var words = PackWording.In(facts.Language);
        return facts.Places.Any(place => place.LateBy(facts.MadeAt) is not null) ? [words.ShowsRecord, words.ShowsLate] : [words.ShowsRecord];
    }

    public static IReadOnlyList<string> ShowsNot(PackFacts facts) => PackWording.In(facts.Language).ShowsNot;

    public static IReadOnlyList<string> Asks(PackFacts facts)
        => [.. PackWording.In(facts.Language).Of(facts.Authority.Pack!.Value).Asks.Select(ask => Fill(ask, facts.PlatformName, facts.Proof.Reference))];

    public static TimeSpan WholeMinutes(TimeSpan span) => TimeSpan.FromMinutes(Math.Floor(span.TotalMinutes));

    private static string Law(PackFacts facts, PackWording words)
        => facts.Law is not { } law ? words.NoLaw
            : law is { RunsClocks: true, Duration: { } duration } ? Fill(words.LawWithin, law.Citation, Span(duration.Text, words))
            : Fill(words.LawNoHours, law.Citation);

    private static string PlaceLine(PackPlace place, PackFacts facts, PackWording words)
    {
        var line = new StringBuilder(Fill(words.Place, place.Number));
        line.Append(place.Address is { Length: > 0 } address ? $" {address}. " : " ").Append(words.State(place.State));
        line.Append(place.Since is { } since ? $" ({Moment(since)})." : ".");
        if (place is { StartedAt: { } started, ExpiredAt: { } expired })
        {
            line.Append(' ').Append(Fill(words.Clock, Moment(started), words.StartedBy(place.StartedBy), Moment(expired)));
            line.Append(place.LateBy(facts.MadeAt) is { } late ? " " + Fill(words.Late, Long(late, words))
                : place.IsMet ? " " + words.Met : "");
        }

        line.Append(place.Answer is { Length: > 0 } answer ? $" {words.Answer} \"{answer.ReplaceLineEndings(" ")}\"" : "");
        return line.ToString();
    }

    private static string TimelineLine(PackEvent line, PackWording words)
        => line.Reference is { } reference ? $"{Moment(line.At)}: {words.Event(line.What)} ({reference})" : $"{Moment(line.At)}: {words.Event(line.What)}";

    private static List<string> Proof(PackProof proof, PackWording words)
    {
        List<string> lines = [Fill(words.Left, proof.Reference, Moment(proof.LeftAt), words.StartedBy(proof.How))];
        Add(words.MessageId, proof.MessageId);
        Add(words.Sha256, proof.Sha256);
        Add(words.ServerAnswer, proof.ServerAnswer);
        Add(words.FormReference, proof.FormReference);
        return lines;

        void Add(string label, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                lines.Add($"{label} {value.ReplaceLineEndings(" ")}");
            }
        }
    }

    private static string Span(string duration, PackWording words)
        => duration.StartsWith("PT", StringComparison.Ordinal) && duration.EndsWith('H') ? Fill(words.Hours, duration[2..^1]) : duration;

    private static string Long(TimeSpan late, PackWording words)
    {
        var minutes = (long)late.TotalMinutes;
        var (days, hours, rest) = (minutes / MinutesAnHour / HoursADay, minutes / MinutesAnHour % HoursADay, minutes % MinutesAnHour);
        return days > 0 ? Fill(words.DaysHours, days, hours) : Fill(words.HoursMinutes, hours, rest);
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            Line(text, title + "\n" + string.Join('\n', all.Select(line => "- " + line)));
        }
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append("\n\n");

    private static string Fill(string words, params object[] values) => string.Format(CultureInfo.InvariantCulture, words, values);

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
