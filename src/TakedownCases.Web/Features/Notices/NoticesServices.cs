using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TakedownCases.Web.Features.Notices.Compose;
using TakedownCases.Web.Features.Notices.Outcomes;
using TakedownCases.Web.Features.Notices.Sending;
using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Features.Notices;

/// <summary>Writing, approving and following notices, and what came of them.</summary>
internal static class NoticesServices
{
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.TryAddSingleton<MailSender>();
        return services
            .Configure<RazorViewEngineOptions>(razor => razor.ViewLocationFormats.Add("/Features/Notices/{0}.cshtml"))
            .AddScoped<NoticeWords>().AddScoped<NoticeChange>().AddScoped<NoticePages>()
            .AddScoped<ComposePages>().AddScoped<ComposeReader>().AddScoped<WriteNotice>().AddScoped<ChangeNotice>()
            .AddScoped<ApproveNotice>().AddScoped<LogFiling>().AddScoped<StopNotice>().AddScoped<DecideSending>()
            .AddScoped<OutcomePages>().AddScoped<RecordOutcome>();
    }
}
