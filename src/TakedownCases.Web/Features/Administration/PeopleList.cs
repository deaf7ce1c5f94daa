using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Identity;
using TakedownCases.Domain.Access;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Administration;

/// <summary>Who works here, and what waits for a second person.</summary>
public sealed class PeopleList(TakedownDbContext db, StaffSession session, TimeProvider clock)
{
    public async Task<PeoplePage> HandleAsync(CancellationToken cancellationToken)
    {
        var people = await db.Users.AsNoTracking().OrderBy(user => user.DisplayName).ThenBy(user => user.Id).ToListAsync(cancellationToken);
        var requests = await RequestsAsync(people, cancellationToken);
        return new PeoplePage(
            [.. people.Select(user => PersonRow.Of(user, requests.Any(request => request.IsInvite && request.About == user.Id), clock.Now()))], requests);
    }

    public async Task<PersonPage?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var page = await HandleAsync(cancellationToken);
        return page.People.FirstOrDefault(person => person.Id == id) is { } person
            ? new PersonPage(person, [.. page.Requests.Where(request => request.About == id)], person.Id == session.Viewer.Staff.Value)
            : null;
    }

    private async Task<IReadOnlyList<RequestRow>> RequestsAsync(List<StaffUser> people, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var kinds = DecideRequest.Kinds;
        var open = await db.Approvals.AsNoTracking()
            .Where(request => kinds.Contains(request.Kind) && request.DecidedAt == null && request.ExpiresAt > now)
            .OrderBy(request => request.RequestedAt).ToListAsync(cancellationToken);
        var names = people.ToDictionary(user => user.Id, user => user.DisplayName);
        var me = session.Viewer.Staff;
        return [.. open.Select(request => new RequestRow(
            request.Id,
            request.Kind,
            request.Subject.Value,
            names.GetValueOrDefault(request.Subject.Value, ""),
            names.GetValueOrDefault(request.RequestedBy.Value, ""),
            request.Detail,
            request.RequestedAt,
            request.RequestedBy != me && request.Subject != me))];
    }
}

/// <summary>The page of people.</summary>
public sealed record PeoplePage(IReadOnlyList<PersonRow> People, IReadOnlyList<RequestRow> Requests);

/// <summary>One person's page; nobody changes themselves.</summary>
public sealed record PersonPage(PersonRow Person, IReadOnlyList<RequestRow> Requests, bool IsMe)
{
    public StaffRole Role { get; init; } = Person.Role;
}

/// <summary>One person in the list. <see cref="State"/> is a code: waiting, disabled, invited or active.</summary>
public sealed record PersonRow(Guid Id, string Name, string Email, StaffRole Role, bool ClearedForMinors, string State, DateTimeOffset? EnrolledAt)
{
    /// <summary>When they are back; null for somebody who is here.</summary>
    public DateTimeOffset? AwayUntil { get; init; }

    public static PersonRow Of(StaffUser user, bool isWaiting, DateTimeOffset now)
    {
        var state = isWaiting ? "waiting" : user.DisabledAt is not null ? "disabled" : user.EnrolledAt is null ? "invited" : "active";
        return new PersonRow(user.Id, user.DisplayName, user.Email ?? "", user.Role, user.ClearedForMinors, state, user.EnrolledAt)
        {
            AwayUntil = user.AwayFrom <= now && now < user.AwayUntil ? user.AwayUntil : null,
        };
    }
}

/// <summary>One request that waits for a second person.</summary>
public sealed record RequestRow(
    Guid Id, ApprovalKind Kind, Guid About, string Name, string By, string? Detail, DateTimeOffset At, bool MayDecide)
{
    public bool IsInvite => Detail?.StartsWith(InvitePerson.InvitePrefix, StringComparison.Ordinal) is true;

    /// <summary>The role asked for, in lower case; null when it is about something else.</summary>
    public string? Role => Kind != ApprovalKind.StaffRole ? null
        : (IsInvite ? Detail![InvitePerson.InvitePrefix.Length..] : Detail)?.ToLowerInvariant();

    public string Code => Kind switch
    {
        ApprovalKind.MinorClearance => "clearance",
        ApprovalKind.StaffFactor => "factor",
        _ => IsInvite ? "invite" : "role",
    };
}
