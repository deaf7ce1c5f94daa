using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Identity;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;
using TakedownCases.Web.Tests.Jobs;

namespace TakedownCases.Web.Tests.CaseFile;

/// <summary>An app with colleagues and cases in it.</summary>
internal sealed class CaseWorld : IAsyncDisposable
{
    private CaseWorld(TestApp app) => App = app;

    public TestApp App { get; }

    public Viewer Advocate { get; } = New(StaffRole.Advocate);

    public Viewer Cleared { get; } = New(StaffRole.Advocate, minors: true);

    public Viewer Supervisor { get; } = New(StaffRole.Supervisor, minors: true);

    public Viewer OtherSupervisor { get; } = New(StaffRole.Supervisor, minors: true);

    public Viewer Legal { get; } = New(StaffRole.Legal, minors: true);

    public static async Task<CaseWorld> StartAsync(DatabaseKind kind, Action<IServiceCollection>? services = null)
    {
        var world = new CaseWorld(await TestApp.StartAsync(kind, new TestAppOptions { Services = (Action<IServiceCollection>)StaffAuth.Add + SchedulerTests.Unscheduled + services }));
        foreach (var viewer in new[] { world.Advocate, world.Cleared, world.Supervisor, world.OtherSupervisor, world.Legal })
        {
            await world.AddAsync(viewer);
        }

        return world;
    }

    public static Viewer New(StaffRole role, bool minors = false) => new(new StaffId(Guid.CreateVersion7()), role, minors);

    public Task AddAsync(Viewer viewer) => WithDbAsync(async db =>
    {
        db.Users.Add(new StaffUser
        {
            Id = viewer.Staff.Value,
            UserName = viewer.Staff.Value.ToString(),
            NormalizedUserName = viewer.Staff.Value.ToString().ToUpperInvariant(),
            DisplayName = "Name of " + viewer.Role,
            Role = viewer.Role,
            ClearedForMinors = viewer.ClearedForMinors,
        });
        await db.SaveChangesAsync();
    });

    public WebSession As(Viewer viewer)
    {
        var session = App.NewSession();
        session.Client.DefaultRequestHeaders.Add(StaffAuth.Header, StaffAuth.Value(viewer));
        return session;
    }

    public async Task<FiledCase> FileAsync(Track track = Track.Adult, FilerKind filer = FilerKind.Survivor)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<CaseFiling>().FileAsync(
            new FilingRequest
            {
                Command = new CommandId(Guid.CreateVersion7()),
                Track = track,
                Language = "fr",
                Country = "FR",
                Details = new CaseDetails
                {
                    Filer = filer, Words = "canary words", RecoveryAnswer = "Café of the Canary", Harms = [HarmKind.Blackmail],
                    Danger = new DangerAnswers(DangerNow: false, Threatened: true),
                },
                Contact = new SafeContact
                {
                    Channel = ContactChannel.Telephone, Address = "+33 1 99 00 00 00", SafeWhen = "evenings", NoVoicemail = true,
                    Adults = [new AdultAround("aunt", ContactRule.AskFirst)],
                },
                Places = [new TypedPlace("https://example.org/canary-place", Views: 7, Reposts: 1), new TypedPlace("#canarytag")],
                Consents = [ConsentAction.NotifyPlatforms],
                Key = CaseKey.NewRandom(),
                By = Actor.Survivor,
            },
            CancellationToken.None);
        return outcome.IsDone ? outcome.Value : throw new InvalidOperationException(outcome.Refusal.Code);
    }

    public Task ClaimAsync(FiledCase filed, Viewer by) => ChangeAsync(filed, (subject, _, now) => subject.Claim(by.Staff, by.AsActor(), now));

    public Task ChangeAsync(FiledCase filed, Action<TakedownCase, StartClock, DateTimeOffset> change) => WithAsync(async services =>
    {
        var loaded = await services.GetRequiredService<CaseStore>().LoadAsync(filed.Id, CancellationToken.None);
        change(loaded!, services.GetRequiredService<CaseClockBook>().Start, App.Clock.Now());
        await services.GetRequiredService<TakedownDbContext>().SaveChangesAsync();
    });

    public async Task<TakedownCase> CaseAsync(FiledCase filed)
    {
        TakedownCase? found = null;
        await WithAsync(async services => found = await services.GetRequiredService<CaseStore>().LoadWholeAsync(filed.Id, CancellationToken.None));
        return found!;
    }

    public async Task<List<LedgerEntry>> StreamAsync(FiledCase filed, LedgerLane lane = LedgerLane.Case)
    {
        List<byte[]> bodies = [];
        await WithDbAsync(async db => bodies = await db.LedgerEntries.Where(entry => entry.Scope == filed.Id.Value && entry.Lane == lane)
            .OrderBy(entry => entry.Seq).Select(entry => entry.Body).ToListAsync());
        return bodies.ConvertAll(body => CanonicalForm.Read(body));
    }

    public Task WithDbAsync(Func<TakedownDbContext, Task> work) => WithAsync(services => work(services.GetRequiredService<TakedownDbContext>()));

    public async Task WithAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = App.Services.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }

    /// <summary>Opens a part of a case, saying why first where the page asks.</summary>
    public static async Task<WebPage> OpenAsync(WebSession session, FiledCase filed, string part = "")
    {
        var path = $"/staff/cases/{filed.Number}{part}";
        var page = await session.OpenAsync(path);
        if (page.Document.QuerySelector("form[action$='/purpose']") is null)
        {
            return page;
        }

        await session.PostAsync(page, "form[action$='/purpose']", ("Input.Purpose", "cover"));
        return await session.OpenAsync(path);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
