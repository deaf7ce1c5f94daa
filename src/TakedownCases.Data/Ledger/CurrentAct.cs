using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Ledger;

/// <summary>What a request adds to each of its entries: the form it answers and the session it came in.</summary>
public sealed class CurrentAct
{
    public CommandId? Command { get; set; }

    /// <summary>Keyed hash of the staff session; never set for survivors.</summary>
    public byte[]? Session { get; set; }

    /// <summary>Why, where it was asked for.</summary>
    public string? Purpose { get; set; }
}
