using System.Buffers.Binary;
using System.Text;

namespace TakedownCases.Data.Vault;

/// <summary>
/// Several parts as one byte string that no other list of parts can produce: before each its length, 32 bits, big-endian.
/// </summary>
internal static class LengthPrefixed
{
    public static byte[] Of(params ReadOnlySpan<byte[]> parts)
    {
        var length = 0;
        foreach (var part in parts)
        {
            length += sizeof(uint) + part.Length;
        }

        var bytes = new byte[length];
        var rest = bytes.AsSpan();
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteUInt32BigEndian(rest, (uint)part.Length);
            part.CopyTo(rest[sizeof(uint)..]);
            rest = rest[(sizeof(uint) + part.Length)..];
        }

        return bytes;
    }

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Id(Guid id) => id.ToByteArray(bigEndian: true);

    public static byte[] Number(int number)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}
