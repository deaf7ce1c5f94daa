using System.Globalization;
using System.Text;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Referrals;

/// <summary>
/// What is passed on, as a text to paste into a form or to read out: our reference, who we are, and each chosen item. Nothing else of
/// the case can get into it.
/// </summary>
public static class ReferralText
{
    /// <summary>The text in the language of the facts. Items that may not be passed on are left out whatever was chosen.</summary>
    public static string Of(ReferralFacts facts, IReadOnlyList<PassedItem> items)
    {
        var words = ReferralWording.In(facts.Language);
        var allowed = PassedItems.Allowed(facts.Authority, facts.Track);
        var chosen = items.Where(allowed.Contains).ToHashSet();
        var text = new StringBuilder();
        Line(text, string.Format(CultureInfo.InvariantCulture, words.Opening, facts.Reference.Value));
        Line(text, string.Format(CultureInfo.InvariantCulture, words.Sender, facts.Organisation, facts.OrganisationMail ?? words.NoMail));
        Line(text, facts.Track == Track.Minor ? words.Minor : words.Adult);
        if (chosen.Contains(PassedItem.Harms) && facts.Harms.Count > 0)
        {
            Section(text, words.Harms, facts.Harms.Select(harm => words.Harm(harm)));
            Line(text, facts.Edited ? words.Edited : null);
        }

        Section(text, words.Places, facts.Places.Select(place => PlaceLine(place, chosen, words)));
        if (chosen.Contains(PassedItem.Dates) && facts.FiledAt is { } filed)
        {
            Line(text, $"{words.Filed} {Day(filed)}");
        }

        if (chosen.Contains(PassedItem.Country) && facts.Country is { } country)
        {
            Line(text, $"{words.Country} {country}");
        }

        if (chosen.Contains(PassedItem.Notices))
        {
            Section(text, words.Notices, facts.Notices.Select(notice => $"{notice.Reference}, {notice.Platform}, {Moment(notice.LeftAt)}"));
        }

        if (chosen.Contains(PassedItem.OwnWords) && !string.IsNullOrWhiteSpace(facts.OwnWords))
        {
            Section(text, words.OwnWords, facts.OwnWords.Split('\n').Select(line => "> " + line), mark: "");
        }

        Line(text, chosen.Contains(PassedItem.Name) && facts.Name is { Length: > 0 } name ? $"{words.Name} {name}" : null);
        Line(text, chosen.Contains(PassedItem.Contact) && facts.Contact is { Length: > 0 } contact ? $"{words.Contact} {contact}" : null);
        Line(text, words.NoPicture);
        Line(text, string.Format(CultureInfo.InvariantCulture, words.Ask, facts.Reference.Value));
        return text.ToString().TrimEnd('\n');
    }

    private static string PlaceLine(ReferredPlace place, HashSet<PassedItem> chosen, ReferralWording words)
    {
        var withAddress = chosen.Contains(PassedItem.Addresses);
        var platform = place.Platform is { } name && (withAddress || chosen.Contains(PassedItem.Notices)) ? $" ({name})" : "";
        var number = string.Format(CultureInfo.InvariantCulture, words.Place, place.Ordinal);
        return withAddress && !string.IsNullOrWhiteSpace(place.Address) ? $"{number}{platform}: {place.Address}" : $"{number}{platform}";
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines, string mark = "- ")
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            Line(text, title + "\n" + string.Join('\n', all.Select(line => mark + line)));
        }
    }

    private static void Line(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            text.Append(line).Append("\n\n");
        }
    }

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
