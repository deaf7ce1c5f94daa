namespace TakedownCases.Web.Features.Shared;

/// <summary>Whether something can be an e-mail address at all; only a mail that arrives proves more.</summary>
public static class EmailAddress
{
    private const int Longest = 254;

    public static bool IsPlausible(string address)
        => address.Length is > 2 and <= Longest
            && address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
            && at < address.Length - 1
            && at == address.LastIndexOf('@')
            && !address.Any(symbol => char.IsWhiteSpace(symbol) || char.IsControl(symbol) || symbol is '<' or '>' or '"' or ',' or ';');
}
