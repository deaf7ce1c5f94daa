using System.Text;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Referrals;

/// <summary>A complaint pack in words: what was missed, what we wrote, how we know that they had it, what they answered, what we ask.</summary>
internal static class PackText
{
    public static string Write(PackFacts given)
    {
        var facts = given.Clean();
        var words = PackWording.In(facts.Language);
        var text = new StringBuilder();
        Line(text, PackSpans.Fill(words.Title, facts.Authority.Name));
        Line(text, facts.OrganisationMail is { } mail ? PackSpans.Fill(words.SenderMail, facts.Organisation, mail) : PackSpans.Fill(words.Sender, facts.Organisation));
        Line(text, facts.Track == Track.Minor ? words.Minor : words.Adult);
        Line(text, About(facts, words));
        Section(text, words.Record, Record(facts));
        Section(text, words.Platform, [Platform(facts)]);
        Section(text, words.Law, Law(facts, words));
        Section(text, words.Places, facts.Places.Select(place => PackPlaceText.Line(place, facts, words)));
        Section(text, words.Timeline, facts.Timeline.Select(line => TimelineLine(line, words)));
        Section(text, words.Elements, facts.Elements.Select(element => $"{words.Element(element.Code)}: {(element.Given ? words.Given : words.NotGiven)}"));
        Section(text, words.Proof, Proof(facts.Proof, words));
        Section(text, words.ShowsTitle, Shows(facts));
        Section(text, words.ShowsNotTitle, ShowsNot(facts));
        Section(text, words.AsksTitle, Asks(facts));
        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>What our record says of this, place by place counted: a breach is named only where something is late or was refused.</summary>
    public static IReadOnlyList<string> Record(PackFacts facts)
    {
        var words = PackWording.In(facts.Language);
        List<string> lines = [];
        Add(words.RecordLate, facts.LateUnderLaw);
        Add(words.RecordOwnLate, facts.LateByOurs);
        Add(words.RecordRefused, facts.Refused);
        Add(words.RecordAsked, facts.AskedForIdentity);
        return lines.Count > 0 ? lines : [words.RecordNothing];

        void Add(string sentence, int places)
        {
            if (places > 0)
            {
                lines.Add(PackSpans.Fill(sentence, places, facts.Places.Count));
            }
        }
    }

    /// <summary>That time ran out is said only where it did (practice P21).</summary>
    public static IReadOnlyList<string> Shows(PackFacts facts)
    {
        var words = PackWording.In(facts.Language);
        return facts.LateUnderLaw > 0 ? [words.ShowsRecord, words.ShowsLate] : [words.ShowsRecord];
    }

    /// <summary>That nobody here opened an address is sure on the minor track alone (practice P1).</summary>
    public static IReadOnlyList<string> ShowsNot(PackFacts facts)
    {
        var words = PackWording.In(facts.Language);
        return facts.Track == Track.Minor ? [.. words.ShowsNot, words.NotOpened] : words.ShowsNot;
    }

    public static IReadOnlyList<string> Asks(PackFacts facts)
    {
        var form = PackWording.In(facts.Language).Of(facts.Authority.Pack!.Value);
        IEnumerable<string> asks = [
            .. facts.IsAnyOpen ? form.AsksWhileOpen : [],
            .. facts.LateUnderLaw + facts.Refused > 0 ? form.AsksWhenMissed : [],
            .. form.Asks,
        ];
        return [.. asks.Select(ask => PackSpans.Fill(ask, Platform(facts), facts.Proof.Reference))];
    }

    /// <summary>The platform's name, or why it has none here.</summary>
    public static string Platform(PackFacts facts) => facts.PlatformName ?? PackWording.In(facts.Language).UnnamedPlatform;

    private static string About(PackFacts facts, PackWording words)
        => words.Of(facts.Authority.Pack!.Value) is var form && !facts.LawIsCited && form.AboutUncited is { } uncited ? uncited : form.About;

    private static List<string> Law(PackFacts facts, PackWording words)
    {
        if (facts.Law is not { } law)
        {
            return [words.NoLaw];
        }

        List<string> lines = [LawLine(facts, law, words)];
        if (!facts.LawIsCited)
        {
            lines.Add(words.LawNotCited);
        }

        return lines;
    }

    private static string LawLine(PackFacts facts, LegalBasis law, PackWording words)
    {
        if (law.Duration is not { } duration)
        {
            return PackSpans.Fill(words.LawNoHours, law.Citation);
        }

        var span = PackSpans.Of(duration, words);
        return facts.LawWaits ? PackSpans.Fill(words.LawWaits, law.Citation, span, PackSpans.Long(facts.Waited, words))
            : !law.RunsClocks ? PackSpans.Fill(words.LawUncounted, law.Citation, span)
            : law.Trigger == ClockTrigger.AuthorityRequest ? PackSpans.Fill(words.LawAfterAct, law.Citation, span)
            : PackSpans.Fill(words.LawWithin, law.Citation, span);
    }

    private static string TimelineLine(PackEvent line, PackWording words)
        => line.Reference is { } reference ? $"{PackSpans.Moment(line.At)}: {words.Event(line.What)} ({reference})" : $"{PackSpans.Moment(line.At)}: {words.Event(line.What)}";

    private static List<string> Proof(PackProof proof, PackWording words)
    {
        List<string> lines = [PackSpans.Fill(words.Left, proof.Reference, PackSpans.Moment(proof.LeftAt), words.StartedBy(proof.How))];
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

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            Line(text, title + "\n" + string.Join('\n', all.Select(line => "- " + line)));
        }
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append("\n\n");
}
