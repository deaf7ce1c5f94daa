using Microsoft.EntityFrameworkCore;

namespace TakedownCases.Data.Jobs;

/// <summary>
/// What waits for a sweep at this moment: how many, the oldest since when; and since when a mail server has put something off
/// that it was given. Counting stops at <see cref="MostCounted"/>.
/// </summary>
public sealed record Backlog(int Count, DateTimeOffset? Since, DateTimeOffset? PutOffSince = null)
{
    public const int MostCounted = 1_000;

    public static Backlog Nothing { get; } = new(0, null);

    public bool More => Count > MostCounted;

    /// <summary>From the instants since when each thing waits, read along their index: the cost does not grow with what exists.</summary>
    public static async Task<Backlog> OfAsync(IQueryable<DateTimeOffset> since, CancellationToken cancellationToken)
    {
        var oldest = await since.OrderBy(at => at).Take(MostCounted + 1).ToListAsync(cancellationToken);
        return oldest.Count == 0 ? Nothing : new Backlog(oldest.Count, oldest[0]);
    }

    public static Backlog operator +(Backlog one, Backlog other)
        => new(Math.Min(one.Count + other.Count, MostCounted + 1), Earlier(one.Since, other.Since), Earlier(one.PutOffSince, other.PutOffSince));

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;
}
