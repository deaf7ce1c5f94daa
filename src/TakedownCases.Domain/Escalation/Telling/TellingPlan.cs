using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Escalation.Telling;

/// <summary>
/// When one person is told: their zone (an IANA name), quiet hours and hour of the daily digest. Imminent danger ignores
/// all three. Throws TimeZoneNotFoundException where the zone is unknown.
/// </summary>
public sealed record TellingPlan
{
    /// <summary>A rung climbed later than this was missed by a system that stood still, not by a slow run (law 8: 60 s).</summary>
    public static readonly TimeSpan CatchUpAfter = TimeSpan.FromMinutes(15);

    private readonly LocalClock _clock;

    public TellingPlan(string timeZone, QuietHours? quiet, TimeOnly digestAt)
    {
        (TimeZone, Quiet, DigestAt) = (timeZone, quiet, digestAt);
        _clock = LocalClock.In(timeZone);
    }

    public string TimeZone { get; }

    public QuietHours? Quiet { get; }

    public TimeOnly DigestAt { get; }

    /// <summary>Why a rung that is due at `now` is told of.</summary>
    public static TellingKind KindOf(RungDue due, DateTimeOffset now)
    {
        if (now - due.At > CatchUpAfter)
        {
            return TellingKind.CatchUp;
        }

        return due.IsSkipped ? TellingKind.Information : due.Rung.Action switch
        {
            RungAction.WarnAssignee => TellingKind.Warning,
            RungAction.TellAssignee => TellingKind.Overdue,
            RungAction.TellSupervisor => TellingKind.Supervision,
            RungAction.DraftComplaint or RungAction.ReferToHotline => TellingKind.Task,
            RungAction.RemindPlatform or RungAction.SecondChannel => TellingKind.Information,
            _ => throw new ArgumentOutOfRangeException(nameof(due)),
        };
    }

    /// <summary>
    /// How and when they are told. A warning waits for the digest only where that comes before the deadline and the case
    /// is not urgent; what is caught up is one digest as soon as the quiet hours allow.
    /// </summary>
    public TellingTime When(TellingKind kind, Severity severity, DateTimeOffset? dueAt, DateTimeOffset now)
    {
        if (severity == Severity.Imminent)
        {
            return new TellingTime(TellingMode.AtOnce, now);
        }

        var quietUntil = Quiet?.EndFrom(now, _clock);
        if (kind == TellingKind.CatchUp)
        {
            return new TellingTime(TellingMode.Digest, quietUntil ?? now);
        }

        var digest = NextDigest(now);
        if (kind == TellingKind.Information || (kind == TellingKind.Warning && severity == Severity.Standard && !(dueAt <= digest)))
        {
            return new TellingTime(TellingMode.Digest, digest);
        }

        return quietUntil is { } end
            ? new TellingTime(TellingMode.AfterQuietHours, end)
            : new TellingTime(TellingMode.AtOnce, now);
    }

    /// <summary>The next digest after an instant: once each local day, put off to the end of quiet hours that it would fall into.</summary>
    public DateTimeOffset NextDigest(DateTimeOffset now)
    {
        for (var day = _clock.DateOf(now).AddDays(-1); ; day = day.AddDays(1))
        {
            var at = _clock.InstantOf(day.ToDateTime(DigestAt), laterWhenTwice: false).Instant;
            at = Quiet?.EndFrom(at, _clock) ?? at;
            if (at > now)
            {
                return at;
            }
        }
    }

    /// <summary>The midnight that ends the person's day, up to which a deadline is "due today".</summary>
    public DateTimeOffset EndOfDay(DateTimeOffset now)
        => _clock.InstantOf(_clock.DateOf(now).AddDays(1).ToDateTime(TimeOnly.MinValue), laterWhenTwice: true).Instant;
}
