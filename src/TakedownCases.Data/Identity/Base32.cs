using System.Text;

namespace TakedownCases.Data.Identity;

/// <summary>RFC 4648 base32 without padding: how authenticator programs take a secret.</summary>
public static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsPerSymbol = 5;
    private const int BitsPerByte = 8;

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var value in bytes)
        {
            buffer = ((buffer << BitsPerByte) | value) & 0xFFFF;
            bits += BitsPerByte;
            while (bits >= BitsPerSymbol)
            {
                bits -= BitsPerSymbol;
                text.Append(Alphabet[(buffer >> bits) & 31]);
            }
        }

        if (bits > 0)
        {
            text.Append(Alphabet[(buffer << (BitsPerSymbol - bits)) & 31]);
        }

        return text.ToString();
    }

    /// <summary>The bytes, or null when a symbol is none; spaces, dashes, padding and lower case are forgiven.</summary>
    public static byte[]? TryDecode(string? text)
    {
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var symbol in text ?? "")
        {
            if (symbol is ' ' or '-' or '=')
            {
                continue;
            }

            var value = Alphabet.IndexOf(char.ToUpperInvariant(symbol), StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            buffer = ((buffer << BitsPerSymbol) | value) & 0xFFFF;
            bits += BitsPerSymbol;
            if (bits >= BitsPerByte)
            {
                bits -= BitsPerByte;
                bytes.Add((byte)(buffer >> bits));
            }
        }

        return [.. bytes];
    }
}
