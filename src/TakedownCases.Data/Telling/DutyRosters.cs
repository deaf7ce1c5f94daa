using Microsoft.EntityFrameworkCore;
using TakedownCases.Data.Identity;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Escalation.Telling;

namespace TakedownCases.Data.Telling;

/// <summary>Who works here: read whole, since a house has hundreds of colleagues and not millions.</summary>
public sealed class DutyRosters(TakedownDbContext db, TimeProvider clock)
{
    private Cover? _cover;

    /// <summary>Everybody with a working account who may be told of a task, as they are stored.</summary>
    public Task<List<StaffUser>> PeopleAsync(CancellationToken cancellationToken)
        => db.Users.AsNoTracking().Where(user => user.DisabledAt == null && user.EnrolledAt != null
            && (user.Role == StaffRole.Advocate || user.Role == StaffRole.Supervisor || user.Role == StaffRole.Admin))
            .ToListAsync(cancellationToken);

    /// <summary>The same as far as telling goes: who holds more than they can is counted along the index of held cases.</summary>
    public async Task<DutyRoster> OfAsync(IReadOnlyCollection<StaffUser> people, CancellationToken cancellationToken)
    {
        var full = new HashSet<StaffId>();
        foreach (var person in people.Where(person => person.Capacity is not null))
        {
            var (id, most) = (person.StaffId, person.Capacity!.Value);
            var held = await db.Cases.AsNoTracking().Where(held => held.Assignee == id
                    && (held.State == CaseState.Filed || held.State == CaseState.InProgress || held.State == CaseState.WaitingForSurvivor))
                .Take(most + 1).CountAsync(cancellationToken);
            if (held > most)
            {
                full.Add(id);
            }
        }

        return new(people.Select(person => person.AsColleague(full.Contains(person.StaffId))).OfType<Colleague>());
    }

    /// <summary>Who stands in for whom: asked once in a request, which may need it for a list, its count and its page.</summary>
    public async Task<Cover> CoverAsync(CancellationToken cancellationToken)
    {
        if (_cover is null)
        {
            var all = await db.Users.AsNoTracking().ToListAsync(cancellationToken);
            var people = all.Where(user => user.DisabledAt is null && user.EnrolledAt is not null && user.AsColleague() is not null)
                .ToDictionary(person => person.StaffId);
            var unreached = await db.StaffTellings.AsNoTracking().Where(telling => telling.UnreachableSince != null)
                .Select(telling => telling.Staff).ToListAsync(cancellationToken);
            var workers = people.Values.Where(person => person.Role != StaffRole.Admin).ToList();
            _cover = new Cover(Deputies.StandIns(await OfAsync(people.Values, cancellationToken), clock.Now()), people)
            {
                Off = [.. all.Select(user => user.StaffId).Except(workers.Select(worker => worker.StaffId))],
                Unreached = unreached,
                Uncleared = [.. workers.Where(worker => !worker.ClearedForMinors).Select(worker => worker.StaffId)],
            };
        }

        return _cover;
    }
}

/// <summary>Who is away, or holds too much, and who stands in for them (null: the supervisors), and everybody who is told of tasks.</summary>
public sealed record Cover(IReadOnlyDictionary<StaffId, Colleague?> StandIns, IReadOnlyDictionary<StaffId, StaffUser> People)
{
    /// <summary>Who works no cases: their account is closed or not set up, or their role is another.</summary>
    public IReadOnlyList<StaffId> Off { get; init; } = [];

    /// <summary>Whom mails do not reach at present.</summary>
    public IReadOnlyList<StaffId> Unreached { get; init; } = [];

    /// <summary>Who works cases, but none of the minor track.</summary>
    public IReadOnlyList<StaffId> Uncleared { get; init; } = [];

    /// <summary>The colleagues for whom somebody stands in.</summary>
    public IReadOnlyList<StaffId> For(StaffId standIn)
        => [.. StandIns.Where(pair => pair.Value?.Id == standIn).Select(pair => pair.Key)];

    /// <summary>The colleagues for whom nobody works: what is theirs is the supervisors'.</summary>
    public IReadOnlyList<StaffId> WithoutAny
        => [.. StandIns.Where(pair => pair.Value is null).Select(pair => pair.Key).Union(Off).Union(Unreached)];
}
