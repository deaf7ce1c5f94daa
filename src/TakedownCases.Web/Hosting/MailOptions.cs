using Microsoft.Extensions.Options;

namespace TakedownCases.Web.Hosting;

public enum MailTransport
{
    /// <summary>Each mail becomes a file: for trying out.</summary>
    Files,
    Smtp,
}

public enum MailSecurity
{
    None,
    StartTls,
    Tls,
}

/// <summary>How mail leaves and how replies come back.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    public MailTransport Transport { get; set; } = MailTransport.Files;

    /// <summary>Where <see cref="MailTransport.Files"/> writes; relative to the content root.</summary>
    public string Directory { get; set; } = "data/mail";

    public string From { get; set; } = "forms@example.org";

    public SmtpOptions Smtp { get; set; } = new();

    /// <summary>Where copies of what was sent can be looked up; only the full stack can.</summary>
    public ImapOptions Imap { get; set; } = new();

    public string? ReplyDomain { get; set; }

    public string? GatewaySecret { get; set; }

    /// <summary>How we name ourselves to a mail server.</summary>
    public string HelloName() => string.IsNullOrEmpty(Smtp.HelloName) ? From[(From.IndexOf('@', StringComparison.Ordinal) + 1)..] : Smtp.HelloName;
}

public sealed class SmtpOptions
{
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>What we say after EHLO; empty: the domain of <see cref="MailOptions.From"/>.</summary>
    public string? HelloName { get; set; }
}

public sealed class ImapOptions
{
    /// <summary>Empty: there is no archive.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 993;

    public MailSecurity Security { get; set; } = MailSecurity.Tls;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The mailbox that gets a copy of everything we send.</summary>
    public string Mailbox { get; set; } = "INBOX";
}

internal sealed class MailOptionsCheck(IHostEnvironment environment) : IValidateOptions<MailOptions>
{
    private const int ShortestSecret = 32;

    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        List<string> problems = [];
        Require(problems, Enum.IsDefined(options.Transport), "Mail__Transport must be Files or Smtp.");
        Require(problems, IsAddress(options.From), "Mail__From must be one e-mail address, without a display name.");
        Require(
            problems,
            string.IsNullOrEmpty(options.ReplyDomain) || Uri.CheckHostName(options.ReplyDomain) == UriHostNameType.Dns,
            "Mail__ReplyDomain must be a domain name such as replies.example.org, or empty.");
        Require(
            problems,
            string.IsNullOrEmpty(options.GatewaySecret) || options.GatewaySecret.Length >= ShortestSecret,
            $"Mail__GatewaySecret is too short to be safe: use at least {ShortestSecret} random characters.");
        Require(
            problems,
            options.Smtp.HelloName is not { Length: > 0 } hello || (Uri.CheckHostName(hello) == UriHostNameType.Dns && hello.All(char.IsAscii)),
            "Mail__Smtp__HelloName must be a host name such as notices.example.org, or empty.");
        if (options.Transport == MailTransport.Smtp)
        {
            CheckSmtp(problems, options);
        }
        else
        {
            Require(problems, !string.IsNullOrWhiteSpace(options.Directory), "Mail__Directory must name a directory when Mail__Transport is Files.");
        }

        if (!string.IsNullOrEmpty(options.Imap.Host))
        {
            CheckImap(problems, options.Imap);
        }

        return Settings.Result(problems);
    }

    private static void CheckImap(List<string> problems, ImapOptions imap)
    {
        Require(problems, Uri.CheckHostName(imap.Host) != UriHostNameType.Unknown, "Mail__Imap__Host must be the name of a mail server, or empty.");
        Require(problems, imap.Port is > 0 and <= 65535, "Mail__Imap__Port must be a number from 1 to 65535; 993 with Tls and 143 with StartTls are usual.");
        Require(problems, imap.Security is MailSecurity.StartTls or MailSecurity.Tls, "Mail__Imap__Security must be StartTls or Tls: a password travels there.");
        Require(
            problems,
            !string.IsNullOrEmpty(imap.User) && !string.IsNullOrEmpty(imap.Password),
            "Mail__Imap__User and Mail__Imap__Password must be set when Mail__Imap__Host is.");
        Require(
            problems,
            !string.IsNullOrWhiteSpace(imap.Mailbox) && !imap.Mailbox.Any(char.IsControl),
            "Mail__Imap__Mailbox must name the mailbox that gets copies of what is sent.");
    }

    private void CheckSmtp(List<string> problems, MailOptions options)
    {
        var smtp = options.Smtp;
        Require(problems, !string.IsNullOrWhiteSpace(smtp.Host), "Mail__Smtp__Host is not set. Give the name of your mail server.");
        Require(problems, smtp.Port is > 0 and <= 65535, "Mail__Smtp__Port must be a number from 1 to 65535; 587 with StartTls and 465 with Tls are usual.");
        Require(problems, Enum.IsDefined(smtp.Security), "Mail__Smtp__Security must be None, StartTls or Tls.");
        Require(
            problems,
            string.IsNullOrEmpty(smtp.User) == string.IsNullOrEmpty(smtp.Password),
            "Mail__Smtp__User and Mail__Smtp__Password belong together: set both or neither.");
        Require(
            problems,
            smtp.Security != MailSecurity.None || string.IsNullOrEmpty(smtp.Password),
            "Mail__Smtp__Security is None while Mail__Smtp__Password is set: the password would travel readable. Use StartTls or Tls.");
        Require(
            problems,
            !environment.IsProduction() || !options.From.EndsWith("@example.org", StringComparison.OrdinalIgnoreCase),
            "Mail__From is not set. Give the address your notices come from.");
    }

    private static void Require(List<string> problems, bool holds, string message)
    {
        if (!holds)
        {
            problems.Add(message);
        }
    }

    private static bool IsAddress(string value)
    {
        var at = value.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == value.LastIndexOf('@')
            && Uri.CheckHostName(value[(at + 1)..]) == UriHostNameType.Dns
            && !value.Any(c => !char.IsAscii(c) || char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';');
    }
}
