using System.Runtime.InteropServices;

namespace TakedownCases.Domain.Ledger;

/// <summary>One entry as it is stored: where it stands, its canonical bytes, and the hash kept beside them.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LedgerRow(LedgerStream Stream, long Seq, ReadOnlyMemory<byte> Body, ReadOnlyMemory<byte> Hash);
