using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Escalation.Telling;

/// <summary>
/// When one person is told: their zone (an IANA name), quiet hours, hour of the daily digest, and whether they want mails
/// between digests. Imminent danger ignores all of it. Throws TimeZoneNotFoundException where the zone is unknown.
/// </summary>
public sealed record TellingPlan
{
    /// <summary>
    /// Between two mails to one person: when the house catches up after a downtime, its tasks are two mails, not a storm (law 8).
    /// </summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    private readonly LocalClock _clock;

    public TellingPlan(string timeZone, QuietHours? quiet, TimeOnly digestAt, bool wantsMails = true)
    {
        (TimeZone, Quiet, DigestAt, WantsMails) = (timeZone, quiet, digestAt, wantsMails);
        _clock = LocalClock.In(timeZone);
    }

    public string TimeZone { get; }

    public QuietHours? Quiet { get; }

    public TimeOnly DigestAt { get; }

    /// <summary>False: everything but imminent danger waits for the digest.</summary>
    public bool WantsMails { get; }

    /// <summary>
    /// How and from when they are told of a task raised at <paramref name="since"/>. What is ordinary in a case that is not
    /// urgent waits for the digest, unless its deadline comes first. <paramref name="lastMail"/> is when they last had one.
    /// </summary>
    public TellingTime When(
        TellingKind kind, Severity severity, DateTimeOffset dueAt, DateTimeOffset since, DateTimeOffset? lastMail, DateTimeOffset now)
    {
        if (severity == Severity.Imminent)
        {
            return new TellingTime(TellingMode.ByItself, now);
        }

        var digest = NextDigest(since);
        var endsFirst = since < dueAt && dueAt <= digest;
        if (!WantsMails || (kind == TellingKind.Ordinary && severity == Severity.Standard && !endsFirst))
        {
            return new TellingTime(TellingMode.Digest, digest);
        }

        var at = lastMail + Pause is { } next && next > now ? next : now;
        return new TellingTime(TellingMode.ByItself, Quiet?.EndFrom(at, _clock) ?? at);
    }

    /// <summary>Whether they are to be left alone at an instant.</summary>
    public bool IsQuiet(DateTimeOffset instant) => Quiet?.EndFrom(instant, _clock) is not null;

    /// <summary>
    /// The person's own day whose digest came last, at or before an instant. Each day has one, however often its hour
    /// happens; after a downtime only the last one is of interest.
    /// </summary>
    public DateOnly LastDigestDay(DateTimeOffset now)
    {
        var day = _clock.DateOf(now).AddDays(1);
        while (DigestOf(day) > now)
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>When the digest of a day comes: at its hour, put off to the end of quiet hours that it would fall into.</summary>
    public DateTimeOffset DigestOf(DateOnly day)
    {
        var at = _clock.InstantOf(day.ToDateTime(DigestAt), laterWhenTwice: false).Instant;
        return Quiet?.EndFrom(at, _clock) ?? at;
    }

    /// <summary>The first digest after an instant.</summary>
    public DateTimeOffset NextDigest(DateTimeOffset now) => DigestOf(LastDigestDay(now).AddDays(1));

    /// <summary>The day an instant falls on, where the person is.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => _clock.DateOf(instant);

    /// <summary>When a day begins, where the person is.</summary>
    public DateTimeOffset StartOf(DateOnly day) => _clock.InstantOf(day.ToDateTime(TimeOnly.MinValue), laterWhenTwice: false).Instant;

    /// <summary>The midnight that ends the person's day, up to which a deadline is "due today".</summary>
    public DateTimeOffset EndOfDay(DateTimeOffset now)
        => _clock.InstantOf(_clock.DateOf(now).AddDays(1).ToDateTime(TimeOnly.MinValue), laterWhenTwice: true).Instant;
}
