using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TakedownCases.Testing.Mail;

/// <summary>An authority of a test's own, made in memory, whose certificates nothing else trusts.</summary>
public sealed class TestAuthority : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private byte _serial;

    public TestAuthority()
    {
        var request = new CertificateRequest("CN=Test authority", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _certificate = request.CreateSelfSigned(_now.AddDays(-2), _now.AddDays(7));
    }

    /// <summary>What a client must be given to trust it.</summary>
    public X509Certificate2Collection Roots => [_certificate];

    /// <summary>A server's certificate; one of the past is over.</summary>
    public X509Certificate2 Issue(string host = "localhost", bool ofThePast = false)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + host, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        var end = ofThePast ? _now.AddHours(-1) : _now.AddDays(6);
        using var bare = request.Create(_certificate, _now.AddDays(-1), end, [++_serial]);
        return bare.CopyWithPrivateKey(key);
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }
}
