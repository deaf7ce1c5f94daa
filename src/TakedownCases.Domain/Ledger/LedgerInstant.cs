namespace TakedownCases.Domain.Ledger;

/// <summary>Instants out of bytes that may be hostile: what the calendar does not reach is refused, not thrown.</summary>
internal static class LedgerInstant
{
    private static readonly long Earliest = Instants.ToUnixMicroseconds(DateTimeOffset.MinValue);

    private static readonly long Latest = Instants.ToUnixMicroseconds(Instants.Cut(DateTimeOffset.MaxValue));

    public static bool TryRead(long microseconds, out DateTimeOffset instant)
    {
        var fits = microseconds >= Earliest && microseconds <= Latest;
        instant = fits ? Instants.FromUnixMicroseconds(microseconds) : default;
        return fits;
    }
}
