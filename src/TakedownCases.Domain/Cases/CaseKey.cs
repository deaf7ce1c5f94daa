using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace TakedownCases.Domain.Cases;

/// <summary>
/// The twenty digits that open a case for the survivor: nineteen random ones (63 bits) and a check digit. It shows
/// itself only when asked by name, so that no log, error or debugger line can carry it.
/// </summary>
public readonly struct CaseKey : IEquatable<CaseKey>
{
    /// <summary>How many digits a key has, the check digit included.</summary>
    public const int Length = 20;

    private const int GroupLength = 4;

    private readonly string? _digits;

    private CaseKey(string digits) => _digits = digits;

    public static CaseKey NewRandom() => NewRandom(() => RandomNumberGenerator.GetInt32(10));

    /// <summary>The same with a given source of digits 0 to 9, so that tests can foresee the key.</summary>
    public static CaseKey NewRandom(Func<int> nextDigit)
    {
        ArgumentNullException.ThrowIfNull(nextDigit);
        Span<char> digits = stackalloc char[Length];
        foreach (ref var digit in digits[..^1])
        {
            var next = nextDigit();
            ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)next, 9U, nameof(nextDigit));
            digit = (char)('0' + next);
        }

        digits[^1] = DammCheck.For(digits[..^1]);
        return new CaseKey(new string(digits));
    }

    /// <summary>Reads a key as people type, paste or dictate it; throws FormatException (without the text) when it is none.</summary>
    public static CaseKey Parse(string? text)
        => TryParse(text, out var key, out var problem) ? key : throw new FormatException($"Not a case key: {problem}.");

    /// <summary>
    /// Reads a key as people type it: spaces, dashes, dots, words around it, digits of any script, O for 0, l or I for 1.
    /// </summary>
    public static bool TryParse(string? text, out CaseKey key, out CaseKeyProblem problem)
    {
        problem = CaseKeyReading.Read(text, out var digits);
        key = problem == CaseKeyProblem.None ? new CaseKey(digits!) : default;
        return problem == CaseKeyProblem.None;
    }

    /// <summary>The bare twenty digits, for the lookup hash only. A method, so that no serializer picks it up.</summary>
    public string Digits() => _digits ?? throw new InvalidOperationException("This case key is empty.");

    /// <summary>Five groups of four, for the survivor's own page and card.</summary>
    public string Show() => string.Join(' ', Digits().Chunk(GroupLength).Select(group => new string(group)));

    public override string ToString() => "[case key]";

    public bool Equals(CaseKey other)
        => CryptographicOperations.FixedTimeEquals(
            MemoryMarshal.AsBytes(_digits.AsSpan()), MemoryMarshal.AsBytes(other._digits.AsSpan()));

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is CaseKey other && Equals(other);

    public override int GetHashCode() => string.GetHashCode(_digits, StringComparison.Ordinal);

    public static bool operator ==(CaseKey left, CaseKey right) => left.Equals(right);

    public static bool operator !=(CaseKey left, CaseKey right) => !left.Equals(right);
}
