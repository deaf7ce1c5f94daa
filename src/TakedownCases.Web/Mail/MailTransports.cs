using Microsoft.Extensions.Options;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Mail;

/// <summary>How mail leaves: into files or to a server. Which library speaks to the server is the stack's matter (MailSide).</summary>
internal static class MailTransports
{
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddSingleton(new MailTrust());
        services.AddSingleton<FilesTransport>();
        services.AddSingleton<SmtpTransport>();
        services.AddSingleton<INoticeTransport>(provider
            => provider.GetRequiredService<IOptions<MailOptions>>().Value.Transport == MailTransport.Smtp
                ? provider.GetRequiredService<SmtpTransport>()
                : provider.GetRequiredService<FilesTransport>());
        return services.AddSentArchive();
    }
}
