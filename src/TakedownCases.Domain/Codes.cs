using System.Collections.Frozen;

namespace TakedownCases.Domain;

/// <summary>Members of enums as the ledger, texts and data files name them: their names in small letters.</summary>
public static class Codes
{
    /// <summary>The name in small letters; of a value outside its enum, the number.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum
        => Known<TEnum>.All.TryGetValue(value, out var code) ? code : value.ToString().ToLowerInvariant();

    // Each entry of the ledger asks for several of them.
    private static class Known<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> All
            = Enum.GetValues<TEnum>().ToFrozenDictionary(value => value, value => value.ToString().ToLowerInvariant());
    }
}
