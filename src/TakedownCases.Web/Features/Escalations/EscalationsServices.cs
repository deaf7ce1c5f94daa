using Microsoft.AspNetCore.Mvc;
using TakedownCases.Web.Features.Escalations.Kept;
using TakedownCases.Web.Features.Escalations.Written;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Escalations;

/// <summary>What escalations, tasks and the outbox need; the page of written mails only in Development.</summary>
internal static class EscalationsServices
{
    public static IServiceCollection AddEscalations(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddScoped<DeskWords>().AddScoped<BoardTabs>().AddScoped<ShowEscalations>().AddScoped<ShowKept>().AddScoped<ShowTasks>().AddScoped<FinishTask>()
            .AddScoped<ShowOutbox>().AddScoped<OpenTasks>().AddSingleton<OpenTaskCounts>();
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add<OpenTaskFilter>());
        return environment.IsDevelopment()
            ? services.AddSingleton(new WrittenMailPage(WrittenMailController.Path)).AddScoped<WrittenMailFolder>().AddScoped<ShowWrittenMail>()
            : services.Configure<MvcOptions>(mvc => mvc.Conventions.Add(new WithoutWrittenMail()));
    }
}
