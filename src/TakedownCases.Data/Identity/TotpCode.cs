using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TakedownCases.Data.Identity;

/// <summary>
/// Time-based codes of RFC 6238: SHA-1, six digits, thirty seconds, what every authenticator program speaks. Ours and not
/// Identity's, which takes a code twice and over five steps (design section 6: one step either side, each step once).
/// </summary>
public static class TotpCode
{
    /// <summary>The length of a secret in bytes, as RFC 4226 section 4 recommends.</summary>
    public const int SecretLength = 20;

    private const int Digits = 6;
    private const int Modulus = 1_000_000;
    private const int StepSeconds = 30;
    private const int StepsEitherSide = 1;

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretLength);

    public static string Generate(ReadOnlySpan<byte> secret, DateTimeOffset now) => OfStep(secret, StepOf(now));

    /// <summary>
    /// The step the code belongs to, to be stored as the next <paramref name="lastStep"/> in the same transaction; null when
    /// the code is wrong, too old, too new or of a step already used.
    /// </summary>
    public static long? Verify(ReadOnlySpan<byte> secret, string? code, DateTimeOffset now, long? lastStep)
    {
        var typed = Encoding.ASCII.GetBytes(Normalise(code));
        var current = StepOf(now);
        long? accepted = null;

        // All steps are always computed, so the time taken tells nothing; of two equal codes the later step is spent.
        for (var step = current - StepsEitherSide; step <= current + StepsEitherSide; step++)
        {
            var equal = CryptographicOperations.FixedTimeEquals(typed, Encoding.ASCII.GetBytes(OfStep(secret, step)));
            accepted = equal && (lastStep is null || step > lastStep) ? step : accepted;
        }

        return accepted;
    }

    /// <summary>The address that the enrolment picture holds.</summary>
    public static string OtpAuthUri(string issuer, string account, ReadOnlySpan<byte> secret)
    {
        var (by, who) = (Uri.EscapeDataString(issuer), Uri.EscapeDataString(account));
        return $"otpauth://totp/{by}:{who}?secret={Base32.Encode(secret)}&issuer={by}&algorithm=SHA1&digits=6&period=30";
    }

    private static long StepOf(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    private static string Normalise(string? code)
    {
        const int longestText = 32;
        if (code is null || code.Length > longestText)
        {
            return "";
        }

        var digits = new StringBuilder();
        foreach (var symbol in code)
        {
            var value = CharUnicodeInfo.GetDecimalDigitValue(symbol);
            if (value >= 0)
            {
                digits.Append((char)('0' + value));
            }
            else if (!char.IsWhiteSpace(symbol) && symbol != '-')
            {
                return "";
            }
        }

        return digits.ToString();
    }

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 with SHA-1 is what authenticator programs speak; HMAC does not need collision resistance.")]
    private static string OfStep(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, mac);
        var number = BinaryPrimitives.ReadUInt32BigEndian(mac[(mac[^1] & 0x0F)..]) & 0x7FFF_FFFF;
        return (number % Modulus).ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
    }
}
