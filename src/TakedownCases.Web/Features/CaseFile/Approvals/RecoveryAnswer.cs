using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TakedownCases.Web.Features.CaseFile.Approvals;

/// <summary>Compares what a caller says with the answer chosen at filing: letters and digits only, no case, no accents.</summary>
public static class RecoveryAnswer
{
    public static bool Matches(string given, string kept)
    {
        var (one, other) = (Fold(given), Fold(kept));
        return one.Length > 0 && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
    }

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.SpacingCombiningMark)
            {
                folded.Append(char.ToLowerInvariant(letter));
            }
        }

        return folded.ToString();
    }
}
