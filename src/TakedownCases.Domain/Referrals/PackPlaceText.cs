using System.Text;

namespace TakedownCases.Domain.Referrals;

/// <summary>One place of a complaint pack in words: how it stands, and how its time went.</summary>
internal static class PackPlaceText
{
    public static string Line(PackPlace place, PackFacts facts, PackWording words)
    {
        var line = new StringBuilder(PackSpans.Fill(words.Place, place.Number));
        line.Append(place.Address is { Length: > 0 } address ? $" {address} - " : " ").Append(words.State(place.State));
        line.Append(place.Since is { } since ? $" ({PackSpans.Moment(since)})." : ".");
        if (place.Clock is { } clock)
        {
            line.Append(' ').Append(PackSpans.Fill(
                clock.IsPolicy ? words.OwnClock : words.Clock, PackSpans.Moment(clock.StartedAt), words.StartedBy(clock.StartedBy), PackSpans.Moment(clock.DueAt)));
            line.Append(' ').Append(How(clock, facts.MadeAt, words));
        }

        if (place.HasAnswered)
        {
            line.Append(' ').Append(place.Answer is { Length: > 0 } answer ? $"{words.Answer} \"{answer.ReplaceLineEndings(" ")}\"" : words.AnswerKept);
        }

        return line.ToString();
    }

    private static string How(PackClock clock, DateTimeOffset madeAt, PackWording words)
        => (clock.LateBy(madeAt), clock.EndedAt is { } ended && ended <= madeAt, clock.WasDone) switch
        {
            ({ } late, true, true) => PackSpans.Fill(words.DoneLate, PackSpans.Long(late, words)),
            (null, true, true) => words.Met,
            ({ } late, true, false) => PackSpans.Fill(words.StoppedLate, PackSpans.Long(late, words)),
            (null, true, false) => words.Stopped,
            ({ } late, false, _) => PackSpans.Fill(words.Late, PackSpans.Long(late, words)),
            (null, false, _) => words.Running,
        };
}
