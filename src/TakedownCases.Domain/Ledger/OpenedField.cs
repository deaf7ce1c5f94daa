namespace TakedownCases.Domain.Ledger;

/// <summary>What a commitment of one entry stands for, with the 32 bytes of salt that let anybody check it.</summary>
public sealed record OpenedField(
    LedgerStream Stream,
    long Seq,
    ushort Tag,
    ReadOnlyMemory<byte> Salt,
    ReadOnlyMemory<byte> Value);
