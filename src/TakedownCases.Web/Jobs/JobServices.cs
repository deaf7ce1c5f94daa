using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TakedownCases.Domain;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Health;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Jobs.Sweeps;
using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Jobs;

/// <summary>The sweeps, who runs them, and who notices when nobody does.</summary>
internal static class JobServices
{
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<JobOptions>(JobOptions.Section);
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
                => Answer(await scope.GetRequiredService<SweepWatch>().ReadAsync(scope, job, cancellationToken))));
        }

        services.AddSingleton(new SweepReport((scope, cancellationToken)
            => scope.GetRequiredService<SweepWatch>().ReadAllAsync(scope, cancellationToken)));

        services.Configure<MvcOptions>(mvc => mvc.Filters.Add<LateSweepBanner>());
        return services.AddScheduler(configuration);
    }

    private static JobsAnswer Answer(SweepStanding standing) => new(
        standing.Trouble == SweepTrouble.None,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Codes.Of(standing.Trouble)}, last run {standing.RanAt?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "never"}, late {standing.Late.TotalSeconds:0} s"));
}
