using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Law;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Law;

/// <summary>A database whose rules two people change.</summary>
internal sealed class LawWorld(TestDatabase database, ServiceProvider services, ManualTimeProvider clock, string key) : IAsyncDisposable
{
    public static readonly Actor Ada = Actor.OfStaff(Samples.Ada, "legal");

    public static readonly Actor Ben = Actor.OfStaff(Samples.Ben, "admin");

    public ManualTimeProvider Clock { get; } = clock;

    public ServiceProvider Services { get; } = services;

    public LawInForce Law => Services.GetRequiredService<CurrentLaw>().Now;

    public static async Task<LawWorld> StartAsync(DatabaseKind kind)
    {
        var (clock, key) = (new ManualTimeProvider(), TestData.NewKey());
        var database = await TestDatabase.CreateAsync(kind);
        var services = await TestData.OpenAsync(database, clock, key);
        await services.GetRequiredService<CurrentLaw>().ReloadAsync(CancellationToken.None);
        return new LawWorld(database, services, clock, key);
    }

    /// <summary>Another process on the same database.</summary>
    public Task<ServiceProvider> OtherAsync() => TestData.OpenAsync(database, Clock, key);

    /// <summary>The shipped record with some members changed.</summary>
    public static string Record(RuleKind kind, string id, params (string Name, JsonNode? Value)[] changes)
    {
        var record = JsonNode.Parse(ShippedRules.All.Single(rule => rule.Kind == kind && rule.RuleId == id).Json)!.AsObject();
        foreach (var (name, value) in changes)
        {
            record[name] = value;
        }

        return record.ToJsonString();
    }

    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> act, IServiceProvider? services = null)
        where TService : notnull
    {
        await using var scope = (services ?? Services).CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<Outcome<RuleEdition>> ProposeAsync(RuleKind kind, string json, Actor? by = null, string? reason = "because")
        => WithAsync((RuleChanges changes) => changes.ProposeAsync(kind, null, json, reason, by ?? Ada, CancellationToken.None));

    public Task<Outcome> ActivateAsync(Guid id, Actor? by = null, IServiceProvider? services = null)
        => WithAsync((RuleChanges changes) => changes.ActivateAsync(id, by ?? Ben, CancellationToken.None), services);

    /// <summary>Proposed by one, activated by the other.</summary>
    public async Task<RuleEdition> ChangeAsync(RuleKind kind, string json)
    {
        var proposed = await ProposeAsync(kind, json);
        Assert.True(proposed.IsDone, proposed.Refusal?.Message);
        var done = await ActivateAsync(proposed.Value.Id);
        Assert.True(done.IsDone, done.Refusal?.Message);
        return proposed.Value;
    }

    public Task<T> ReadAsync<T>(Func<TakedownDbContext, Task<T>> read) => WithAsync(read);

    public Task<List<string>> AdminKindsAsync() => ReadAsync(async db =>
    {
        var rows = await db.LedgerEntries.AsNoTracking().Where(row => row.Lane == LedgerLane.Admin).OrderBy(row => row.Seq).ToListAsync();
        return rows.Select(row => CanonicalForm.Read(row.Body).Kind).ToList();
    });

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await database.DisposeAsync();
    }
}
