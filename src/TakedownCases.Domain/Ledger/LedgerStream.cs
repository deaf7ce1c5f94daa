using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace TakedownCases.Domain.Ledger;

/// <summary>One chain of the ledger, written "case/018f…": lane in lower case, then the scope as a hyphenated id.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LedgerStream(Guid Scope, LedgerLane Lane)
{
    public static LedgerStream Admin { get; } = new(Guid.Empty, LedgerLane.Admin);

    public static LedgerStream System { get; } = new(Guid.Empty, LedgerLane.System);

    public override string ToString() => $"{NameOf(Lane)}/{Scope:D}";

    public static LedgerStream Parse(string text)
        => TryParse(text, out var stream) ? stream : throw new FormatException("Not the name of a ledger stream.");

    /// <summary>Only the exact form that <see cref="ToString"/> writes is a stream; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out LedgerStream stream)
    {
        stream = default;
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (text is null || slash < 0 || LaneOf(text[..slash]) is not { } lane
            || !Guid.TryParseExact(text[(slash + 1)..], "D", out var scope))
        {
            return false;
        }

        var parsed = new LedgerStream(scope, lane);
        if (!string.Equals(parsed.ToString(), text, StringComparison.Ordinal))
        {
            return false;
        }

        stream = parsed;
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

    private static LedgerLane? LaneOf(string name) => name switch
    {
        "case" => LedgerLane.Case,
        "read" => LedgerLane.Read,
        "list" => LedgerLane.List,
        "auth" => LedgerLane.Auth,
        "admin" => LedgerLane.Admin,
        "system" => LedgerLane.System,
        _ => null,
    };
}
