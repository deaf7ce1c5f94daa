using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Browser.Tests;

/// <summary>The app as browsers see it in these tests: one network makes all requests, and the clock stands.</summary>
internal static class BrowserApp
{
    /// <summary>With <paramref name="mail"/> it sends through that server; without, mail becomes files.</summary>
    public static Task<TestApp> StartAsync(
        DatabaseKind kind = DatabaseKind.Sqlite, SeenEndpoints? seen = null, RealMailServer? mail = null)
        => TestApp.StartForBrowsersAsync(kind, new TestAppOptions
        {
            Clock = new ManualTimeProvider(TimeProvider.System.GetUtcNow()),
            Settings = new Dictionary<string, string>(mail?.Settings ?? [], StringComparer.Ordinal)
            {
                ["RateLimits:PerMinute"] = "100000",
                ["RateLimits:KeysPerTenMinutes"] = "1000",
                ["RateLimits:FilingStepsPerTenMinutes"] = "100000",
                ["RateLimits:SignInsPerTenMinutes"] = "1000",
            },
            Services = services =>
            {
                mail?.Trust(services);
                if (seen is not null)
                {
                    services.AddSingleton<IStartupFilter>(seen);
                }
            },
        });

    /// <summary>Every stream of the ledger is whole, and there is something in it.</summary>
    public static async Task VerifyLedgerAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var verdict = await scope.ServiceProvider.GetRequiredService<LedgerVerification>()
            .RunAsync(Actor.System, progress: null, CancellationToken.None);
        Assert.True(verdict.IsValid, "The ledger does not hold.");
        Assert.True(verdict.Entries > 0);
    }

    public static async Task<FiledCase> FileAsync(
        TestApp app, CaseKey key, Track track = Track.Adult, string language = "en", int places = 3, bool isUnchecked = false)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var filed = await scope.ServiceProvider.GetRequiredService<CaseFiling>().FileAsync(
            new FilingRequest
            {
                Command = new CommandId(Guid.CreateVersion7()),
                Track = track,
                Language = language,
                Country = "FR",
                Details = new CaseDetails
                {
                    Words = "It began in March. Several accounts share it.",
                    Harms = track == Track.Adult ? [HarmKind.SharedWithoutConsent] : [],
                    RecoveryAnswer = "blue boat",
                    Danger = new DangerAnswers(),
                },
                Contact = new SafeContact
                {
                    Channel = ContactChannel.Telephone, Address = "01 23 45 67 89", SafeWhen = "Tuesdays after six",
                    Adults = track == Track.Minor ? [new AdultAround("my uncle", ContactRule.Never)] : [],
                },
                Places = [.. Enumerable.Range(0, places).Select(n => new TypedPlace(n % 3 == 0
                    ? $"https://www.instagram.com/p/{n}abcdefghijklmnop/a-rather-long-part-of-an-address-that-must-wrap"
                    : n % 3 == 1 ? $"https://x.com/someone/status/{n}" : $"#example{n}"))],
                Consents = [ConsentAction.NotifyPlatforms],
                Key = key,
                IsUnchecked = isUnchecked,
                By = Actor.Survivor,
            },
            CancellationToken.None);
        Assert.True(filed.IsDone);
        return filed.Value;
    }
}
