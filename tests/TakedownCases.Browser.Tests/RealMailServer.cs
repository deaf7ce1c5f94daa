using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TakedownCases.Web.Mail;

namespace TakedownCases.Browser.Tests;

/// <summary>
/// The mail server that tests/lib/machine.sh starts, as one app uses it: under a sender of its own, so that everything that
/// came from this app, and nothing else, is found again.
/// </summary>
internal sealed class RealMailServer
{
    private readonly string _folder = Setting("TDC_TEST_SMTP_MAIL");

    public string From { get; } = FormattableString.Invariant($"notices-{Guid.CreateVersion7():N}@example.org");

    public Dictionary<string, string> Settings
    {
        get
        {
            var place = Setting("TDC_TEST_SMTP").Split(':');
            return new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Mail:Transport"] = "Smtp",
                ["Mail:From"] = From,
                ["Mail:Smtp:Host"] = place[0],
                ["Mail:Smtp:Port"] = place[1],
                ["Mail:Smtp:Security"] = "StartTls",
                ["Mail:Smtp:User"] = "notices",
                ["Mail:Smtp:Password"] = Setting("TDC_TEST_SMTP_PASSWORD"),
                ["Installation:Name"] = "Example Survivors' Desk",
            };
        }
    }

    public void Trust(IServiceCollection services)
    {
        services.RemoveAll<MailTrust>();
        services.AddSingleton(new MailTrust([X509CertificateLoader.LoadCertificateFromFile(Setting("TDC_TEST_SMTP_CA"))]));
    }

    /// <summary>What arrived from this app, in the order in which it did.</summary>
    public IReadOnlyList<ArrivedMail> Arrived()
    {
        var from = Encoding.ASCII.GetBytes(From);
        return [.. Directory.EnumerateFiles(_folder, "*.eml")
            .Select(file => (File: file, Bytes: File.ReadAllBytes(file)))
            .Where(mail => mail.Bytes.AsSpan().IndexOf(from) >= 0)
            .OrderBy(mail => int.Parse(Path.GetFileNameWithoutExtension(mail.File), CultureInfo.InvariantCulture))
            .Select(mail => new ArrivedMail(mail.Bytes, File.ReadAllText(Path.ChangeExtension(mail.File, ".json"))))];
    }

    /// <summary>Those of them that are notices: only a notice carries JSON, mails to staff come by the same server.</summary>
    public IReadOnlyList<ArrivedMail> Notices()
        => [.. Arrived().Where(mail => mail.Raw.Contains("Content-Type: application/json", StringComparison.Ordinal))];

    private static string Setting(string name)
        => Environment.GetEnvironmentVariable(name)
            ?? throw new InvalidOperationException($"{name} is not set: tests/run.sh starts a mail server for this test (start_mail_server in tests/lib/machine.sh).");
}
