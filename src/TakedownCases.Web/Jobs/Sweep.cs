using TakedownCases.Data.Jobs;

namespace TakedownCases.Web.Jobs;

/// <summary>
/// One kind of work that the database says is due. It takes no arguments and keeps no state: running it twice, late, or on
/// two machines at once does each thing once (design section 3).
/// </summary>
internal abstract class Sweep
{
    public abstract Task<SweepResult> RunAsync(CancellationToken cancellationToken);

    /// <summary>
    /// What is due and not done, asked of the database and of no run: a sweep that nobody runs any more, or that breaks off each
    /// time, is late by this all the same.
    /// </summary>
    public abstract Task<Backlog> WaitingAsync(CancellationToken cancellationToken);
}

/// <summary>
/// What one run did, and how late the oldest thing it found was. <see cref="Delivered"/>: a mail server took something.
/// </summary>
internal sealed record SweepResult(int Done, TimeSpan Lateness)
{
    public static SweepResult Nothing { get; } = new(0, TimeSpan.Zero);

    public bool Delivered { get; init; }
}
