using Microsoft.AspNetCore.Identity;
using TakedownCases.Data.Identity;

namespace TakedownCases.Web.Features.Accounts;

/// <summary>
/// Checks a password at the same cost whoever is asked for: an account that does not exist, is disabled or must wait is
/// checked against a hash nobody has the password of.
/// </summary>
public sealed class PasswordProof(IPasswordHasher<StaffUser> hasher)
{
    private static readonly StaffUser Nobody = new() { DisplayName = "" };

    private static readonly Lock Making = new();
    private static string? _unmatchable;

    public bool Verify(StaffUser? user, string? password)
    {
        var typed = password ?? "";
        var held = user?.PasswordHash ?? Unmatchable();
        var cut = typed.Length > Passwords.MaximumLength * 2 ? typed[..(Passwords.MaximumLength * 2)] : typed;
        var result = hasher.VerifyHashedPassword(user ?? Nobody, held, cut);
        return result != PasswordVerificationResult.Failed && user?.PasswordHash is not null;
    }

    public string Hash(StaffUser user, string password) => hasher.HashPassword(user, password);

    private string Unmatchable()
    {
        lock (Making)
        {
            return _unmatchable ??= hasher.HashPassword(
                Nobody, Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)));
        }
    }
}
