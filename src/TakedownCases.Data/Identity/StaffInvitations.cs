using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace TakedownCases.Data.Identity;

/// <summary>One-time links by which somebody sets their password and second factor. The database keeps their hash only.</summary>
public sealed class StaffInvitations(TakedownDbContext db, TimeProvider clock)
{
    private const int TokenBytes = 32;

    /// <summary>How long a link works.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromHours(48);

    /// <summary>
    /// The path of a new link for somebody, saved with the caller's next save; every older link of theirs stops working.
    /// </summary>
    public async Task<string> IssueAsync(Guid staffId, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        foreach (var older in await db.StaffInvitations.Where(invitation => invitation.StaffId == staffId && invitation.UsedAt == null)
            .ToListAsync(cancellationToken))
        {
            older.UsedAt = now;
        }

        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        db.StaffInvitations.Add(new StaffInvitation { TokenHash = HashOf(token), StaffId = staffId, ExpiresAt = now + Lifetime });
        return $"/staff/welcome/{token}";
    }

    /// <summary>The open invitation a link stands for, or null: unknown, used and expired look the same.</summary>
    public async Task<StaffInvitation?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var (hash, now) = (HashOf(token), clock.Now());
        return await db.StaffInvitations.SingleOrDefaultAsync(
            invitation => invitation.TokenHash == hash && invitation.UsedAt == null && invitation.ExpiresAt > now, cancellationToken);
    }

    private static byte[] HashOf(string token) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token));
}
