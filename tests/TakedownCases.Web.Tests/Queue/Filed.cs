using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Queue;

/// <summary>Cases for the queue, made through the one door, with words that must never stand in a list.</summary>
internal static class Filed
{
    public const string Canary = "canary-words-7391";

    public static async Task<FiledCase> CaseAsync(
        TestApp app,
        Track track = Track.Adult,
        string language = "en",
        string? country = null,
        DangerAnswers? danger = null,
        bool isUnchecked = false,
        params string[] places)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<CaseFiling>().FileAsync(
            new FilingRequest
            {
                Command = new CommandId(Guid.CreateVersion7()),
                Track = track,
                Language = language,
                Country = country,
                Details = new CaseDetails { Words = Canary, Danger = danger ?? new DangerAnswers(), RecoveryAnswer = Canary },
                Contact = new SafeContact { Channel = ContactChannel.Telephone, Address = Canary, Who = Canary },
                Places = [.. (places.Length > 0 ? places : [$"https://example.org/{Canary}"]).Select(place => new TypedPlace(place))],
                Key = CaseKey.NewRandom(),
                IsUnchecked = isUnchecked,
                By = Actor.Survivor,
            },
            CancellationToken.None);
        Assert.True(outcome.IsDone);
        return outcome.Value;
    }

    /// <summary>What a bystander saw: once reviewed, no clock of it runs.</summary>
    public static async Task<FiledCase> BystanderAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<CaseFiling>().FileAsync(
            new FilingRequest
            {
                Command = new CommandId(Guid.CreateVersion7()),
                Track = Track.Adult,
                Language = "en",
                Details = new CaseDetails { Filer = FilerKind.Bystander },
                By = Actor.Filer,
            },
            CancellationToken.None);
        return outcome.Value!;
    }

    public static async Task<List<FiledCase>> CasesAsync(TestApp app, int count, Track track = Track.Adult)
    {
        var filed = new List<FiledCase>();
        for (var i = 0; i < count; i++)
        {
            filed.Add(await CaseAsync(app, track));
        }

        return filed;
    }

    /// <summary>Changes a case past the pages, as another slice or a sweep would.</summary>
    public static async Task ChangeAsync(TestApp app, FiledCase filed, Action<TakedownCase, DateTimeOffset> change)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<CaseStore>().LoadAsync(filed.Id, CancellationToken.None);
        change(found!, Domain.Instants.Cut(app.Clock.GetUtcNow()));
        await scope.ServiceProvider.GetRequiredService<TakedownDbContext>().SaveChangesAsync();
    }

    public static async Task<TakedownCase> LoadAsync(TestApp app, FiledCase filed)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<CaseStore>().LoadAsync(filed.Id, CancellationToken.None))!;
    }

    public static StartClock Clocks(TestApp app) => app.Services.GetRequiredService<CaseClockBook>().Start;

    public static List<string> Numbers(WebPage page)
        => [.. page.Document.QuerySelectorAll("table.queue tbody th a").Select(link => link.TextContent.Trim())];
}
