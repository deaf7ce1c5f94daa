using Microsoft.Extensions.Options;
using TakedownCases.Data.Identity;
using TakedownCases.Domain;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Features.Accounts;

/// <summary>A password somebody chooses: typed twice, and good enough.</summary>
public sealed class NewPassword(PasswordProof proof, IOptions<InstallationOptions> installation)
{
    public Outcome Check(StaffUser user, string? password, string? again)
        => string.Equals(password, again, StringComparison.Ordinal)
            ? Passwords.Check(password ?? "", [installation.Value.Name, installation.Value.NeutralName, user.Email, user.DisplayName])
            : Outcome.Refused("password.again", "The two passwords differ.");

    public void Set(StaffUser user, string password) => user.PasswordHash = proof.Hash(user, password);
}
