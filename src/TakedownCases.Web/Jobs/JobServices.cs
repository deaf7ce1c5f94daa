using Microsoft.AspNetCore.Mvc;
using TakedownCases.Data;
using TakedownCases.Web.Health;
using TakedownCases.Web.Jobs.Sweeps;
using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Jobs;

/// <summary>The sweeps, who runs them, and who notices when nobody does.</summary>
internal static class JobServices
{
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<SweepRunner>();
        services.AddSingleton<SweepTurns>();
        services.AddSingleton<SweepWatch>();
        services.AddScoped<RungDrafts>();
        services.AddScoped<BesideDrafts>();
        services.AddSingleton<MailSender>();
        services.AddScoped<StaffMailWriter>();
        foreach (var job in JobTable.All)
        {
            services.AddSingleton(job);
            services.AddScoped(job.Sweep);
            services.AddSingleton(new JobsCheck(job.Id, async (scope, cancellationToken)
                => !await scope.GetRequiredService<SweepWatch>().IsLateAsync(
                    scope.GetRequiredService<TakedownDbContext>(), job, cancellationToken)));
        }

        services.Configure<MvcOptions>(mvc => mvc.Filters.Add<LateSweepBanner>());
        return services.AddScheduler(configuration);
    }
}
