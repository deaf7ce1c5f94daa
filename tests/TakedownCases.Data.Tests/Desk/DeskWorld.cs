using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Identity;
using TakedownCases.Data.Telling;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Escalation.Telling;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Desk;

/// <summary>A database with colleagues and cases, and the lists as a request sees them: each in a scope of its own.</summary>
internal sealed class DeskWorld : IAsyncDisposable
{
    private DeskWorld(TestDatabase database, ServiceProvider services, ManualTimeProvider clock)
        => (Database, Services, Clock) = (database, services, clock);

    public TestDatabase Database { get; }

    public ServiceProvider Services { get; }

    public ManualTimeProvider Clock { get; }

    public DateTimeOffset Now => Clock.Now();

    public static Cover NobodyAway { get; } = new(new Dictionary<StaffId, Colleague?>(), new Dictionary<StaffId, StaffUser>());

    public static FilingRequest Minor => Samples.Request() with { Track = Track.Minor, Statement = null };

    public static async Task<DeskWorld> StartAsync(DatabaseKind kind)
    {
        var clock = new ManualTimeProvider();
        var database = await TestDatabase.CreateAsync(kind);
        return new DeskWorld(database, await TestData.OpenAsync(database, clock), clock);
    }

    public async Task<Viewer> HireAsync(StaffRole role, bool cleared = false, Action<StaffUser>? with = null)
    {
        var user = new StaffUser
        {
            Id = Guid.CreateVersion7(Now),
            UserName = Guid.CreateVersion7().ToString("N"),
            DisplayName = "Sam Example",
            Role = role,
            ClearedForMinors = cleared,
            Language = "en",
            EnrolledAt = Now,
        };
        user.Email = $"{user.Id:N}@example.org";
        with?.Invoke(user);
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        db.Users.Add(user);
        await db.SaveChangesAsync();
        return user.AsViewer();
    }

    public async Task ChangeAsync(Viewer staff, Action<StaffUser> change)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        change((await db.Users.FindAsync(staff.Staff.Value))!);
        await db.SaveChangesAsync();
    }

    public async Task<CaseId> FileAsync(Viewer? holder = null, FilingRequest? request = null)
    {
        var filed = await Samples.FileAsync(Services, request);
        if (holder is { } claims)
        {
            await ChangeAsync(filed.Id, it => it.Claim(claims.Staff, claims.AsActor(), Now));
        }

        return filed.Id;
    }

    public Task ChangeAsync(CaseId id, Action<TakedownCase> change) => Samples.ChangeAsync(Services, id, change);

    public Task AskAsync(CaseId id, TaskKind kind = TaskKind.NextStep, TaskFor whose = TaskFor.Holder, double dueIn = 1)
        => ChangeAsync(id, it => Assert.True(it.RaiseTask(
            new NewTask(kind, whose, Now.AddHours(dueIn), Place: PlaceId.New(Now)), Actor.System, Now).IsDone));

    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> ask)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await Database.DisposeAsync();
    }
}
