using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace TakedownCases.Web.Hosting;

/// <summary>
/// Puts a network (/24 or /48) into one of 4,096 buckets under a salt that lives in memory for one day. No address is
/// kept, and a flood of networks cannot fill the memory.
/// </summary>
public sealed class NetworkBuckets(TimeProvider time)
{
    public const int Count = 4096;

    private const int SaltBytes = 32;
    private readonly Lock _lock = new();
    private byte[] _salt = RandomNumberGenerator.GetBytes(SaltBytes);
    private DateOnly _day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public int Of(IPAddress? address)
    {
        Span<byte> network = stackalloc byte[16];
        var length = Network(address, network);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Salt(), network[..length], hash);
        return ((hash[0] << 8) | hash[1]) % Count;
    }

    private static int Network(IPAddress? address, Span<byte> network)
    {
        if (address is null)
        {
            return 0;
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        plain.TryWriteBytes(network, out _);
        return plain.AddressFamily == AddressFamily.InterNetwork ? 3 : 6;
    }

    private byte[] Salt()
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        lock (_lock)
        {
            if (today != _day)
            {
                (_day, _salt) = (today, RandomNumberGenerator.GetBytes(SaltBytes));
            }

            return _salt;
        }
    }
}
