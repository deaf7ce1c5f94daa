using System.Text;

namespace TakedownCases.Testing.Mail;

/// <summary>A mail as a <see cref="FaultySmtpServer"/> got it, dots taken out, every other octet as it came.</summary>
public sealed record ReceivedMail(string From, string Recipient, byte[] Bytes, bool WasSecure, string? User)
{
    /// <summary>Its Message-ID field, as written.</summary>
    public string MessageId => Encoding.ASCII.GetString(Bytes).Split("\r\n")
        .First(line => line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase))["Message-ID:".Length..].Trim();
}
