namespace TakedownCases.Data.Notices;

/// <summary>How fast the outbox goes, and how long it waits.</summary>
public sealed record OutboxPace
{
    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2)];

    /// <summary>Notices to one recipient within an hour; more wait.</summary>
    public int PerRecipientAnHour { get; init; } = 60;

    /// <summary>After which a worker counts as gone. Longer than <c>SmtpTimeouts.Longest</c>; a test holds both together.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a copy may take to reach the archive (security 4.1).</summary>
    public TimeSpan ArchiveLag { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often a healthy archive must not hold it before it is sent again.</summary>
    public int ArchiveLooks { get; init; } = 2;

    /// <summary>A server that cannot take it for so long is a case for a person.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromHours(48);

    /// <summary>When to try again after that many attempts.</summary>
    public static TimeSpan WaitAfter(int attempts) => Waits[Math.Min(attempts, Waits.Length) - 1];
}
