using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;

namespace TakedownCases.Web.Features.Administration;

/// <summary>
/// Says how many open cases a colleague can hold. It gives nobody anything to see: beyond the number tasks are told to the
/// deputy or to the supervisors. It names no case and counts none.
/// </summary>
public sealed class SetCapacity(TakedownDbContext db, AdminActs acts)
{
    private const int Most = 500;

    private static readonly StaffRole[] Holders = [StaffRole.Advocate, StaffRole.Supervisor];

    private static Refusal NotANumber { get; } = new("number", "A whole number from 1 to 500, or nothing.");

    private static Refusal Nobody { get; } = new("nobody", "There is no such colleague.");

    public async Task<CapacityPage> ListAsync(CancellationToken cancellationToken)
        => new(await db.Users.AsNoTracking()
            .Where(user => user.DisabledAt == null && user.EnrolledAt != null && Holders.Contains(user.Role))
            .OrderBy(user => user.DisplayName).ThenBy(user => user.Id)
            .Select(user => new CapacityLine(user.Id, user.DisplayName, user.Role, user.Capacity)).ToListAsync(cancellationToken));

    public Task<Outcome<AdminDone>> HandleAsync(CapacityForm form, CancellationToken cancellationToken)
        => acts.RunAsync(
            async () =>
            {
                var typed = form.Most?.Trim();
                int? most = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
                if (!string.IsNullOrEmpty(typed) && most is not (>= 1 and <= Most))
                {
                    return NotANumber;
                }

                var user = await db.Users.SingleOrDefaultAsync(
                    one => one.Id == form.Person && one.DisabledAt == null && one.EnrolledAt != null && Holders.Contains(one.Role), cancellationToken);
                if (user is null)
                {
                    return Nobody;
                }

                if (user.Capacity != most)
                {
                    user.Capacity = most;
                    acts.Record("admin.capacity-set", user.Id, entry => entry.Number("count", most ?? 0));
                }

                return AdminDone.Plain;
            },
            cancellationToken);
}

/// <summary>Everybody who can hold a case, and the form as it was typed.</summary>
public sealed record CapacityPage(IReadOnlyList<CapacityLine> Lines)
{
    public Guid Person { get; init; }

    public string? Most { get; init; }
}

/// <summary>One colleague, and how many open cases they can hold; null for no limit.</summary>
public sealed record CapacityLine(Guid Id, string Name, StaffRole Role, int? Most);

/// <summary>Whose number, and which; empty for no limit.</summary>
public sealed record CapacityForm
{
    public Guid Person { get; init; }

    public string? Most { get; init; }
}
