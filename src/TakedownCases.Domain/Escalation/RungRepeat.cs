namespace TakedownCases.Domain.Escalation;

/// <summary>
/// How a rung comes again while its clock runs: every so many elapsed hours and minutes, and how many times in all, the first
/// included. Throws where that is less than an hour, less than twice or more than <see cref="Limit"/> times.
/// </summary>
public sealed record RungRepeat
{
    /// <summary>What is asked more often than this is no use, and would bury people.</summary>
    public const int Limit = 20;

    public RungRepeat(TimeSpan every, int most)
    {
        if (every < TimeSpan.FromHours(1))
        {
            throw new ArgumentException("A rung is repeated after an hour at the soonest.", nameof(every));
        }

        if (most is < 2 or > Limit)
        {
            throw new ArgumentException($"A rung that is repeated comes 2 to {Limit} times in all.", nameof(most));
        }

        (Every, Most) = (every, most);
    }

    public TimeSpan Every { get; }

    public int Most { get; }
}
