using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Access;

/// <summary>One app with a case of every relation on both tracks, a word in every sealed field, and everybody who could look.</summary>
internal sealed class AccessWorld : IAsyncDisposable
{
    public const string Represented = "represented";

    private readonly Dictionary<string, (CaseId Id, string Number)> _cases = new(StringComparer.Ordinal);
    private List<(Guid Case, long Seq)> _heads = [];
    private List<CaseFacts> _facts = [];

    private AccessWorld(TestApp app) => App = app;

    public TestApp App { get; }

    public Canaries Canaries { get; } = new();

    public MeterTags Meters { get; } = new();

    public List<AccessViewer> Viewers { get; } = [];

    /// <summary>Somebody on the staff whom administrators may do things to.</summary>
    public TestStaff Bystander { get; private set; } = null!;

    /// <summary>The references of the notices that stand in cases.</summary>
    public List<string> References { get; } = [];

    public Dictionary<string, CaseKey> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>A number as real ones are, under which there is no case.</summary>
    public string FreeNumber { get; } = CaseNumber.NewRandom().Value;

    public AccessViewer this[string name] => Viewers.Single(viewer => viewer.Name == name);

    public static async Task<AccessWorld> StartAsync(DatabaseKind kind)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["RateLimits:PerMinute"] = "1000000",
            ["RateLimits:KeysPerTenMinutes"] = "1000000",
            ["RateLimits:SignInsPerTenMinutes"] = "1000000",
            ["RateLimits:FilingStepsPerTenMinutes"] = "1000000",
            ["RateLimits:FilingDelay"] = "00:00:00",
        };
        var world = new AccessWorld(await TestApp.StartAsync(kind, new TestAppOptions
        {
            Settings = settings,
            Services = services => services.Configure<MvcOptions>(options => options.Filters.Add(new ForcedFault())),
        }));
        await AccessCases.FillAsync(world);
        await world.ComeInAsync();
        await world.LookAsync();
        return world;
    }

    public async Task<AccessViewer> AddStaffAsync(StaffRole role, bool cleared)
    {
        var viewer = new AccessViewer(
            $"{role}{(cleared ? " cleared" : "")}", ViewerKind.Staff, await TestStaff.CreateAsync(App, role, cleared));
        Viewers.Add(viewer);
        return viewer;
    }

    public async Task AddBystanderAsync() => Bystander = await TestStaff.CreateAsync(App, StaffRole.Triage);

    public void Know(string name, FiledCase filed) => _cases[name] = (filed.Id, filed.Number.Value);

    public CaseId IdOf(string name) => _cases[name].Id;

    public IReadOnlyList<CaseFacts> Facts => _facts;

    public CaseFacts FactsOf(string name) => _facts.Single(facts => facts.Name == name);

    /// <summary>Signs in whoever needs to, as anybody would, and fetches the token that forms carry.</summary>
    public async Task ComeInAsync()
    {
        foreach (var viewer in Viewers.Where(viewer => viewer.Session is null))
        {
            viewer.Session = App.NewSession();
            if (viewer.Account is { } account)
            {
                await account.SignInAsync(App, viewer.Session);
            }
            else if (viewer.Holds is { } holds)
            {
                var page = await viewer.Session.SubmitAsync(await viewer.Session.OpenAsync("/en/k"), "#ask", ("Key", Keys[viewer.Name].Show()));
                Assert.True(page.Path.Contains("/k/case", StringComparison.Ordinal), $"{viewer.Name} could not open {holds}: {page.Text}");
            }

            await RenewTokenAsync(viewer);
        }
    }

    public static async Task RenewTokenAsync(AccessViewer viewer)
    {
        var page = await viewer.Session!.OpenAsync(viewer.Kind switch
        {
            ViewerKind.Staff => "/staff/profile",
            ViewerKind.Anonymous => "/en/k",
            _ => "/en/k/messages",
        });
        viewer.Token = page.Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
    }

    /// <summary>Reads how things stand; says whether anything was written into a case since it was last asked.</summary>
    public async Task<bool> LookAsync()
    {
        await using var scope = App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        var heads = (await db.LedgerHeads.AsNoTracking().Where(head => head.Lane == LedgerLane.Case)
                .Select(head => new { head.Scope, head.Seq }).ToListAsync())
            .Select(head => (head.Scope, head.Seq)).Order().ToList();
        if (heads.SequenceEqual(_heads))
        {
            return false;
        }

        _heads = heads;
        var cases = await db.Cases.AsNoTracking().AsSplitQuery().Include(one => one.Recusals).Include(one => one.Glass).ToListAsync();
        _facts = [.. from known in _cases
                     let one = cases.Single(one => one.Id == known.Value.Id)
                     select new CaseFacts(
                         known.Key, one.Id, one.Number.Value, one.Track == Track.Minor, one.State == CaseState.Erased, one.Assignee?.Value,
                         one.Recusals.Select(recusal => recusal.Staff.Value).ToHashSet(),
                         [.. one.Glass.Select(grant => (grant.Staff.Value, grant.Until))],
                         heads.Find(head => head.Scope == one.Id.Value).Seq)];
        return true;
    }

    public async Task WithAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = App.Services.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }

    public async Task<T> ReadAsync<T>(Func<TakedownDbContext, Task<T>> read)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TakedownDbContext>());
    }

    public async ValueTask DisposeAsync()
    {
        Meters.Dispose();
        Viewers.ForEach(viewer => viewer.Session?.Dispose());
        await App.DisposeAsync();
    }
}
