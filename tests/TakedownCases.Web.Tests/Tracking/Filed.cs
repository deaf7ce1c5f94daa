using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Sql;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Tracking;

/// <summary>A case that was filed, its key, and what staff and sweeps do to it in these tests.</summary>
internal sealed record Filed(TestApp App, CaseId Id, CaseNumber Number, CaseKey Key)
{
    public const string Words = "canary-words we told before";
    public const string Address = "https://videos.example.org/canary-address";
    public const string Phone = "canary-phone 01 23 45";

    public static async Task<Filed> NewAsync(
        TestApp app, Track track = Track.Adult, FilerKind filer = FilerKind.Survivor, bool? adultToday = null, string country = "FR")
    {
        var key = CaseKey.NewRandom();
        await using var scope = app.Services.CreateAsyncScope();
        var filed = await scope.ServiceProvider.GetRequiredService<CaseFiling>().FileAsync(
            new FilingRequest
            {
                Command = new CommandId(Guid.CreateVersion7()),
                Track = track,
                Language = "en",
                Country = country,
                Details = new CaseDetails { Filer = filer, AdultToday = adultToday, Words = Words },
                Contact = new SafeContact
                {
                    Channel = ContactChannel.Telephone, Address = Phone, Adults = [new AdultAround("canary-uncle", ContactRule.Never)],
                },
                Places = [new TypedPlace(Address), new TypedPlace("#canaryhashtag")],
                Consents = [ConsentAction.NotifyPlatforms],
                Key = key,
                By = filer == FilerKind.Survivor ? Actor.Survivor : Actor.Filer,
            },
            CancellationToken.None);
        Assert.True(filed.IsDone);
        return new Filed(app, filed.Value.Id, filed.Value.Number, key);
    }

    /// <summary>Opens the case as a person does.</summary>
    public Task<WebPage> EnterAsync(WebSession visitor, string language = "en") => EnterAsync(visitor, Key.Show(), language);

    public static async Task<WebPage> EnterAsync(WebSession visitor, string key, string language = "en")
        => await visitor.SubmitAsync(await visitor.OpenAsync($"/{language}/k"), "#ask", ("Key", key));

    public async Task ChangeAsync(Func<TakedownCase, CaseClockBook, DateTimeOffset, Outcome> change)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await TryChangeAsync(change);
                return;
            }
            catch (DbUpdateException error) when (tries < 10 && DatabaseErrors.IsConflict(error))
            {
                // A sweep wrote into the same case.
            }
        }
    }

    private async Task TryChangeAsync(Func<TakedownCase, CaseClockBook, DateTimeOffset, Outcome> change)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<CaseStore>().LoadWholeAsync(Id, CancellationToken.None);
        var clocks = scope.ServiceProvider.GetRequiredService<CaseClockBook>();
        Assert.True(change(found!, clocks, App.Clock.Now()).IsDone);
        await scope.ServiceProvider.GetRequiredService<TakedownDbContext>().SaveChangesAsync();
    }

    public Task AnswerAsync(string text) => ChangeAsync((found, clocks, now) =>
    {
        found.WriteMessage(text, Actor.OfStaff(StaffId.New(now), "advocate"), clocks.Start, now);
        return Outcome.Done;
    });

    public async Task<T> ReadAsync<T>(Func<TakedownDbContext, Task<T>> read)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TakedownDbContext>());
    }

    public Task<TakedownCase> LoadAsync() => ReadAsync(db => db.Cases.AsNoTracking()
        .AsSplitQuery().Include(one => one.Places).Include(one => one.Consents).Include(one => one.Messages).Include(one => one.Keys)
        .SingleAsync(one => one.Id == Id));

    /// <summary>What does not hold in any stream of the ledger.</summary>
    public Task<List<string>> VerifyAsync() => ReadAsync(async db =>
    {
        var findings = new List<string>();
        var verifier = new ChainVerifier(finding => findings.Add(finding.Code));
        foreach (var head in await db.LedgerHeads.AsNoTracking().ToListAsync())
        {
            var stream = new LedgerStream(head.Scope, head.Lane);
            foreach (var row in await db.LedgerEntries.AsNoTracking()
                .Where(row => row.Scope == head.Scope && row.Lane == head.Lane).OrderBy(row => row.Seq).ToListAsync())
            {
                verifier.Add(new LedgerRow(stream, row.Seq, row.Body, row.Hash));
            }

            verifier.CompareHead(new LedgerHead(stream, head.Seq, head.Hash));
        }

        verifier.Finish();
        return findings;
    });

    public Task<int> OpeningsAsync() => ReadAsync(db => db.LedgerEntries.CountAsync(row => row.Scope == Id.Value && row.Lane == LedgerLane.Read));

    public static IEnumerable<string> States(WebPage page) => page.Document.QuerySelectorAll(".places .tag").Select(tag => tag.TextContent.Trim());

    /// <summary>The path alone, whichever way the request was made.</summary>
    public static string PathOf(WebPage page) => new Uri(new Uri("https://localhost"), page.Path).AbsolutePath;

    public static string NextKey(WebPage page) => page.Find(".key").TextContent;
}
