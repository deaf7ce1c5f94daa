using Microsoft.Extensions.Options;
using TakedownCases.Domain.Notices;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Mail;

/// <summary>In whose name notices leave: the organisation, never a person of ours.</summary>
public sealed class MailSender(IOptions<MailOptions> mail, IOptions<InstallationOptions> installation)
{
    public string Address => mail.Value.From;

    public NoticeSender AsNoticeSender() => new(installation.Value.Name, mail.Value.From, Contact: null);
}
