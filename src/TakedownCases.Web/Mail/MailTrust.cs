using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TakedownCases.Web.Mail;

/// <summary>
/// Whose certificates a mail server may show. No setting reaches this: outside tests <paramref name="Roots"/> is null, and the
/// machine's trust store decides. To trust an authority of one's own, add it there.
/// </summary>
internal sealed record MailTrust(X509Certificate2Collection? Roots = null)
{
    public SslClientAuthenticationOptions Put(SslClientAuthenticationOptions options)
    {
        options.CertificateChainPolicy = Policy();
        return options;
    }

    /// <summary>Version, cipher and the certificate's SHA-256, for the evidence of an attempt.</summary>
    public static string Describe(SslProtocols protocol, TlsCipherSuite? cipher, X509Certificate? certificate)
    {
        var hash = certificate is null ? "no certificate" : Convert.ToHexStringLower(SHA256.HashData(certificate.GetRawCertData()));
        return $"{protocol} {cipher} sha256:{hash}";
    }

    private X509ChainPolicy Policy()
    {
        // Fetching what a certificate names would be requests to addresses that the other side chose.
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
        if (Roots is not null)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(Roots);
        }

        return policy;
    }
}
