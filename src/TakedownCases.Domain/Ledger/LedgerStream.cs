using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;

namespace TakedownCases.Domain.Ledger;

/// <summary>One chain of the ledger, written "case/018f…": lane in lower case, then the scope as a hyphenated id.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LedgerStream(Guid Scope, LedgerLane Lane)
{
    private const int LongestName = 64;

    public static LedgerStream Admin { get; } = new(Guid.Empty, LedgerLane.Admin);

    public static LedgerStream System { get; } = new(Guid.Empty, LedgerLane.System);

    public override string ToString() => $"{NameOf(Lane)}/{Scope:D}";

    public static LedgerStream Parse(string text)
        => TryParse(text, out var stream) ? stream : throw new FormatException("Not the name of a ledger stream.");

    /// <summary>Only the exact form that <see cref="ToString"/> writes is a stream; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out LedgerStream stream)
    {
        Span<byte> utf8 = stackalloc byte[LongestName];
        stream = default;
        return text is not null && Encoding.UTF8.TryGetBytes(text, utf8, out var length) && TryParse(utf8[..length], out stream);
    }

    /// <summary>The same, from UTF-8.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out LedgerStream stream)
    {
        stream = default;
        var slash = text.IndexOf((byte)'/');
        if (slash < 0 || LaneOf(text[..slash]) is not { } lane
            || !Utf8Parser.TryParse(text[(slash + 1)..], out Guid scope, out var read, 'D') || slash + 1 + read != text.Length)
        {
            return false;
        }

        // The parser takes capitals too; there is one form only.
        Span<byte> written = stackalloc byte[36];
        if (!Utf8Formatter.TryFormat(scope, written, out _, 'D') || !text[(slash + 1)..].SequenceEqual(written))
        {
            return false;
        }

        stream = new LedgerStream(scope, lane);
        return true;
    }

    private static string NameOf(LedgerLane lane) => lane switch
    {
        LedgerLane.Case => "case",
        LedgerLane.Read => "read",
        LedgerLane.List => "list",
        LedgerLane.Auth => "auth",
        LedgerLane.Admin => "admin",
        LedgerLane.System => "system",
        _ => $"lane-{(short)lane}",
    };

    private static LedgerLane? LaneOf(ReadOnlySpan<byte> name)
        => name.SequenceEqual("case"u8) ? LedgerLane.Case
            : name.SequenceEqual("read"u8) ? LedgerLane.Read
            : name.SequenceEqual("list"u8) ? LedgerLane.List
            : name.SequenceEqual("auth"u8) ? LedgerLane.Auth
            : name.SequenceEqual("admin"u8) ? LedgerLane.Admin
            : name.SequenceEqual("system"u8) ? LedgerLane.System
            : null;
}
