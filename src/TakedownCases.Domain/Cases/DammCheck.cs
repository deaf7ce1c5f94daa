namespace TakedownCases.Domain.Cases;

/// <summary>
/// The check digit of H. Michael Damm (doctoral thesis, Marburg 2004): it catches every single wrong digit and every swap
/// of two neighbours, the two slips people make when they copy a number from paper.
/// </summary>
internal static class DammCheck
{
    private static readonly string[] Quasigroup =
    [
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
    ];

    /// <summary>The digit to append, '0' to '9'.</summary>
    public static char For(ReadOnlySpan<char> digits)
    {
        var interim = '0';
        foreach (var digit in digits)
        {
            interim = Quasigroup[interim - '0'][digit - '0'];
        }

        return interim;
    }

    public static bool Holds(ReadOnlySpan<char> digitsWithCheck) => For(digitsWithCheck) == '0';
}
