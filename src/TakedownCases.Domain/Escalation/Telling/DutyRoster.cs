using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Escalation.Telling;

/// <summary>What a colleague may be told for.</summary>
public enum ColleagueDuty
{
    Casework,

    Supervision,

    /// <summary>Manages people and settings and reads no case: is told counts at most.</summary>
    Administration,
}

/// <summary>A time away, up to and without its end. Throws when it does not end after it begins.</summary>
public sealed record Absence
{
    public Absence(DateTimeOffset from, DateTimeOffset until)
    {
        if (until <= from)
        {
            throw new ArgumentException("A time away must end after it begins.", nameof(until));
        }

        (From, Until) = (from, until);
    }

    public DateTimeOffset From { get; }

    public DateTimeOffset Until { get; }

    public bool Covers(DateTimeOffset instant) => From <= instant && instant < Until;
}

/// <summary>A member of staff as far as telling goes.</summary>
public sealed record Colleague(StaffId Id, ColleagueDuty Duty, bool ClearedForMinors)
{
    public Absence? Away { get; init; }

    /// <summary>Who is told in their place.</summary>
    public StaffId? Deputy { get; init; }

    /// <summary>They hold more open cases than they said they can: what comes up goes to their deputy.</summary>
    public bool IsFull { get; init; }

    public bool IsAway(DateTimeOffset now) => Away?.Covers(now) == true;

    /// <summary>Somebody stands in for them now.</summary>
    public bool IsOut(DateTimeOffset now) => IsFull || IsAway(now);
}

/// <summary>Everybody with an account that works. Throws when somebody is in it twice.</summary>
public sealed class DutyRoster
{
    private readonly Dictionary<StaffId, Colleague> _colleagues = [];

    public DutyRoster(IEnumerable<Colleague> colleagues)
    {
        foreach (var colleague in colleagues)
        {
            if (!_colleagues.TryAdd(colleague.Id, colleague))
            {
                throw new ArgumentException("A colleague is on the roster twice.", nameof(colleagues));
            }
        }
    }

    public IEnumerable<Colleague> All => _colleagues.Values;

    public Colleague? Find(StaffId id) => _colleagues.GetValueOrDefault(id);

    /// <summary>By age of the account, so that the same roster gives the same order.</summary>
    public IEnumerable<Colleague> With(ColleagueDuty duty)
        => _colleagues.Values.Where(colleague => colleague.Duty == duty).OrderBy(colleague => colleague.Id.Value);
}
