using Microsoft.EntityFrameworkCore;
using TakedownCases.Data.Desk;
using TakedownCases.Data.Queue;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Tests.Access;

/// <summary>What the parameters of routes, queries and forms are filled with.</summary>
internal sealed class RouteValues
{
    private readonly AccessWorld _world;
    private readonly IReadOnlyList<string> _clocks;
    private readonly IReadOnlyList<string> _approvals;
    private readonly IReadOnlyList<string> _places;

    private readonly IReadOnlyList<string> _tasks;

    private RouteValues(
        AccessWorld world, IReadOnlyList<string> clocks, IReadOnlyList<string> approvals, IReadOnlyList<string> places, IReadOnlyList<string> tasks)
        => (_world, _clocks, _approvals, _places, _tasks) = (world, clocks, approvals, places, tasks);

    public static async Task<RouteValues> ReadAsync(AccessWorld world)
    {
        var free = world.IdOf("minor free");
        var clocks = await world.ReadAsync(db => db.Clocks.Where(clock => clock.CaseId == free).Take(1).Select(clock => clock.Id).ToListAsync());
        var approvals = await world.ReadAsync(db => db.Approvals.Select(approval => approval.Id).ToListAsync());
        var places = await world.ReadAsync(db => db.Places.Where(place => place.CaseId == free).Take(1).Select(place => place.Id).ToListAsync());
        var tasks = await world.ReadAsync(db => db.Tasks.Where(task => task.CaseId == free).Select(task => task.Id).ToListAsync());
        return new RouteValues(
            world,
            [.. clocks.Select(clock => clock.Value.ToString())],
            [.. approvals.Select(approval => approval.ToString())],
            [.. places.Select(place => place.Value.ToString())],
            [.. tasks.Select(task => task.Value.ToString())]);
    }

    /// <summary>By the name of a route's parameter; null for one nobody thought of.</summary>
    public IReadOnlyList<string>? Of(string name, string route) => (name, route) switch
    {
        ("lang", _) => ["en"],
        ("n", _) when route.Contains("/k/sent/", StringComparison.Ordinal) => ["1", "2", "3", "4"],
        ("n", _) => ["1", "4"],
        ("token", _) => [new string('A', 43)],
        ("path", "jobs/{**path}") => ["", "recurring", "servers", "retries", "jobs/succeeded", "jobs/deleted", "jobs/failed"],
        ("path", _) => ["css/site.css"],
        ("id", _) when route.StartsWith("staff/people/requests", StringComparison.Ordinal) => [_approvals[0]],
        ("id", _) when route.StartsWith("staff/people", StringComparison.Ordinal) => [_world.Bystander.Id.ToString()],
        ("id", _) when route.StartsWith("staff/tasks", StringComparison.Ordinal) => _tasks,
        ("id", _) when route.StartsWith("staff/approvals", StringComparison.Ordinal) => _approvals,
        ("id", _) when route.Contains("/clocks/", StringComparison.Ordinal) => _clocks,
        ("authority", _) => ["iwf", "ftc"],
        ("id", _) when route.Contains("/packs/", StringComparison.Ordinal) => _clocks,
        ("reference", _) => _world.References,
        ("kind", _) when route.StartsWith("staff/law/", StringComparison.Ordinal) => ["basis", "policy", "ladder", "calendar"],
        ("rule", _) => ["us-tida-removal", "first-review-adult-standard", "adult", "office"],
        ("edition", _) => [Guid.CreateVersion7().ToString()],
        ("verb", _) => ["activate", "refuse", "takeback"],
        _ => null,
    };

    /// <summary>Queries that show something else than the bare path does.</summary>
    public static IReadOnlyList<string> Queries(Entrance entrance) => entrance.Route switch
    {
        "staff/queue" when !entrance.IsPost => ["", .. Enum.GetNames<QueuePart>().Select(part => "?tab=" + part), "?state=InProgress", "?waiting=true"],
        "staff/escalations" => ["", "?tab=drafted", "?tab=second", "?tab=form", "?age=day", "?platform=ours", "?step=tellassignee", "?skipped=true"],
        "staff/escalations/kept" => ["", "?platform=ours", "?platform=meta-instagram"],
        "staff/outbox" => ["", .. Enum.GetNames<NoticeShelf>().Select(shelf => "?shelf=" + shelf)],
        "staff/cases/{number}/timeline" => ["", "?before=3"],
        "staff/cases/{number}/referrals/new" => ["", "?to=iwf", "?to=ftc", "?to=take-it-down", "?to=other"],
        "staff/authorities" => ["", "?country=FR", "?kind=Hotline"],
        "staff/cases/{number}/notices/new" => ["", "?platform=other", "?platform=meta-instagram&kind=Preservation"],
        _ => [""],
    };

    /// <summary>What a form could plausibly carry, from the types its action binds.</summary>
    public IEnumerable<KeyValuePair<string, string>> Form(Entrance entrance, string? number)
        => entrance.Bound.Select(bound => KeyValuePair.Create(bound.Name, Value(bound.Name, bound.Type, number)));

    private string Value(string field, Type type, string? number)
    {
        var name = field[(field.LastIndexOf('.') + 1)..].ToLowerInvariant();
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return name switch
        {
            "number" => number ?? _world.FreeNumber,
            "purpose" => "cover",
            "severity" or "to" => nameof(Severity.Urgent),
            "platform" or "displayname" or "email" or "timezone" or "zone" => "",
            "language" or "lang" => "en",
            "password" or "current" or "new" or "again" => "not my password",
            "place" => _places[0],
            "colleague" => _world.Bystander.Id.ToString(),
            "newplaces" => $"https://example.com/{Canaries.Typed}",
            _ when plain == typeof(Guid) => Guid.CreateVersion7().ToString(),
            _ when plain == typeof(bool) => "true",
            _ when plain.IsEnum => Enum.GetNames(plain)[0],
            _ when plain == typeof(string) => $"{Canaries.Typed} and more",
            _ => "1",
        };
    }
}
