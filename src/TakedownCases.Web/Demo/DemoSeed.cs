using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Vault;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Demo;

/// <summary>
/// Fills an empty database with invented cases, in Development only, and tells the sign-in page who can sign in. Such a
/// database is marked for good; Production refuses it.
/// </summary>
internal static partial class DemoSeed
{
    public static async Task PrepareDemoAsync(this WebApplication app)
    {
        var signIns = app.Services.GetRequiredService<DemoSignIns>();
        if (!signIns.IsOn)
        {
            return;
        }

        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<TakedownDbContext>();
        var staff = ActivatorUtilities.CreateInstance<DemoStaff>(services);
        if (await IsEmptyAsync(db))
        {
            var now = services.GetRequiredService<TimeProvider>().Now();
            await SeedAsync(services, staff, now, CancellationToken.None);
            Log.Seeded(app.Logger, DemoStories.All.Count);
        }

        if (await DemoMarker.IsSetAsync(db, CancellationToken.None))
        {
            await staff.ShowAsync(CancellationToken.None);
            var vault = services.GetRequiredService<InstallationVault>();
            signIns.ShowKeys([.. Enumerable.Range(1, DemoKeys.Count).Select(number => DemoKeys.Make(vault, number).Show())]);
        }
    }

    private static async Task SeedAsync(IServiceProvider services, DemoStaff staff, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var begin = now - DemoStories.All.Max(story => story.Ago) - TimeSpan.FromDays(1);

        // The mark goes in with the first row: a start that breaks off leaves no unmarked invention behind.
        DemoMarker.Record(services.GetRequiredService<TakedownDbContext>(), begin);
        var people = await staff.MakeAsync(begin, cancellationToken);
        var clock = new DemoClock();
        var house = new DemoHouse(services, clock);
        await ActivatorUtilities.CreateInstance<DemoPlay>(services, clock, house)
            .RunAsync(DemoStories.All, people, now, cancellationToken);
    }

    private static async Task<bool> IsEmptyAsync(TakedownDbContext db)
        => !await db.Users.AnyAsync() && !await db.Cases.AnyAsync() && !await DemoMarker.IsSetAsync(db, CancellationToken.None);

    private static partial class Log
    {
        [LoggerMessage(1090, LogLevel.Information, "Filled the empty database with {Count} invented cases. The sign-in page says who can sign in.")]
        public static partial void Seeded(ILogger logger, int count);
    }
}
