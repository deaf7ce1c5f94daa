using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TakedownCases.Domain.Ledger;

namespace TakedownCases.Data.Law;

/// <summary>
/// The rules as they hold now. It looks into the database whether another process changed them: at most every few seconds
/// while pages are asked for, and at the start of each turn of a sweep. The look is one row by its key, the head of the
/// administration's stream, which every activation moves.
/// </summary>
public sealed partial class CurrentLaw(IServiceScopeFactory scopes, TimeProvider clock, ILogger<CurrentLaw> logger) : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _turn = new(1);
    private volatile LawInForce _now = ShippedLaw.Value;
    private DateTimeOffset? _lookedAt;
    private long? _head;

    public LawInForce Now => _now;

    private static Lazy<LawInForce> ShippedLaw { get; } = new(() => LawParts.Shipped.ToLaw());

    /// <summary>Looks, unless somebody did a moment ago or does so now. What cannot be looked at stays as it was.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (IsFresh() || !await _turn.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return;
        }

        try
        {
            if (!IsFresh())
            {
                await ReadAsync(always: false, cancellationToken);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotLookedAt(logger, exception.GetType().Name);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Reads all editions again: after an activation here, and before the first page.</summary>
    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await ReadAsync(always: true, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    // A clock that was set back must not stop us from looking.
    private bool IsFresh() => _lookedAt is { } at && (clock.GetUtcNow() - at).Duration() < LookEvery;

    private async Task ReadAsync(bool always, CancellationToken cancellationToken)
    {
        _lookedAt = clock.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        var (stream, lane) = (LedgerStream.Admin.Scope, LedgerStream.Admin.Lane);

        // The head before the editions: what comes in between is read now and looked at once more.
        var head = await db.LedgerHeads.AsNoTracking().Where(row => row.Scope == stream && row.Lane == lane)
            .Select(row => (long?)row.Seq).SingleOrDefaultAsync(cancellationToken) ?? 0;
        if (!always && head == _head)
        {
            return;
        }

        var (_, law) = LawEditions.Overlay(await LawEditions.HeldAsync(db, cancellationToken));
        foreach (var fault in law.Faults)
        {
            Log.Unreadable(logger, fault.Edition, fault.Kind, fault.RuleId, fault.Version, fault.Why);
        }

        (_now, _head) = (law, head);
    }

    private static partial class Log
    {
        [LoggerMessage(1080, LogLevel.Error, "The edition {Edition} ({Kind} {Rule}, version {Version}) cannot be read and does not hold: {Why}")]
        public static partial void Unreadable(ILogger logger, Guid edition, RuleKind kind, string rule, string version, string why);

        [LoggerMessage(1081, LogLevel.Warning, "Nobody could look whether the rules were changed: {Reason}")]
        public static partial void NotLookedAt(ILogger logger, string reason);
    }
}
