namespace TakedownCases.Web.Health;

/// <summary>Something without which pages cannot be served: the database, the keys. Registered by whoever owns it.</summary>
public sealed record ReadinessCheck(string Name, Func<IServiceProvider, CancellationToken, Task<bool>> IsReadyAsync);

/// <summary>The same for the sweeps, whose lateness must be seen but must not close filing; each says in a line how it stands.</summary>
public sealed record JobsCheck(string Name, Func<IServiceProvider, CancellationToken, Task<JobsAnswer>> AskAsync);

/// <summary>How one sweep stands, in words for an operator: times and reasons, nothing of any case.</summary>
public sealed record JobsAnswer(bool IsOnTime, string Line);
