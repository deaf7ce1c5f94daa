using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TakedownCases.Domain.Platforms;

/// <summary>Host names as browsers understand them: percent and IDN spellings to ASCII, odd IPv4 forms to dotted ones.</summary>
internal static class HostReader
{
    private static readonly string[] LocalSuffixes =
        [".local", ".localhost", ".localdomain", ".internal", ".lan", ".home.arpa", ".intranet"];

    /// <summary>The ASCII, lower-case host; null when it cannot be a host.</summary>
    public static string? Normalise(string typed)
    {
        if (typed.StartsWith('['))
        {
            return typed.EndsWith(']') && IPAddress.TryParse(typed.AsSpan(1, typed.Length - 2), out var v6)
                && v6.AddressFamily == AddressFamily.InterNetworkV6
                ? "[" + new IPAddress(v6.GetAddressBytes()) + "]"
                : null;
        }

        var host = ToAscii(typed);
        if (host is null || !HasGoodLabels(host))
        {
            return null;
        }

        var last = host[(host.LastIndexOf('.') + 1)..];
        if (!char.IsAsciiDigit(last[0]))
        {
            return host;
        }

        return IPAddress.TryParse(host, out var v4) && v4.AddressFamily == AddressFamily.InterNetwork ? v4.ToString() : null;
    }

    /// <summary>Whether the host can only be reached from one device or network.</summary>
    public static bool IsLocal(string host)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out var address))
        {
            return IsPrivate(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
        }

        return !host.Contains('.', StringComparison.Ordinal)
            || LocalSuffixes.Any(suffix => host.EndsWith(suffix, StringComparison.Ordinal));
    }

    private static bool IsPrivate(IPAddress address)
    {
        if (IPAddress.IsLoopback(address) || address.Equals(IPAddress.IPv6Any))
        {
            return true;
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || address.IsIPv6UniqueLocal;
        }

        var bytes = address.GetAddressBytes();
        return bytes[0] is 0 or 10
            || (bytes[0] == 172 && bytes[1] is >= 16 and <= 31)
            || (bytes[0] == 192 && bytes[1] == 168)
            || (bytes[0] == 169 && bytes[1] == 254)
            || (bytes[0] == 100 && bytes[1] is >= 64 and <= 127);
    }

    private static string? ToAscii(string typed)
    {
        var host = typed.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(typed) : typed;
        host = host.Replace('\u3002', '.').Replace('\uff0e', '.').Replace('\uff61', '.').Replace("\u00ad", "", StringComparison.Ordinal);
        if (host.EndsWith('.'))
        {
            host = host[..^1];
        }

        if (host.Length is 0 or > 1000)
        {
            return null;
        }

        try
        {
            var ascii = System.Text.Ascii.IsValid(host) ? host : new IdnMapping { AllowUnassigned = true }.GetAscii(host);
            return ascii.ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool HasGoodLabels(string host)
        => host.Length <= 253 && host.Split('.').All(label => label.Length is > 0 and <= 63
            && label.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or '_'));
}
