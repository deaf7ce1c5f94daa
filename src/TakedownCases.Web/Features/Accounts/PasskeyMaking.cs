using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using TakedownCases.Data;
using TakedownCases.Data.Identity;
using TakedownCases.Domain;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Accounts;

/// <summary>Adds and removes the passkeys of whoever is signed in. Adding asks for the password again.</summary>
public sealed class PasskeyMaking(
    SignInManager<StaffUser> signIns,
    UserManager<StaffUser> users,
    TakedownDbContext db,
    PasswordProof proof,
    StaffSession session,
    TimeProvider clock)
{
    private const int LongestName = 60;

    private static readonly Refusal WrongPassword = new("password", "The password was not right.");
    private static readonly Refusal TooMany = new("too-many", "Somebody has at most ten passkeys.");
    private static readonly Refusal Failed = new("failed", "The answer of the device was not right.");

    /// <summary>The options for the browser, as JSON of WebAuthn.</summary>
    public async Task<Outcome<string>> OptionsAsync(string? password, CancellationToken cancellationToken)
    {
        var user = await MeAsync(cancellationToken);
        if (!proof.Verify(user, password))
        {
            return WrongPassword;
        }

        return (await users.GetPasskeysAsync(user)).Count >= PasskeyRules.MostPerPerson
            ? TooMany
            : await signIns.MakePasskeyCreationOptionsAsync(
                new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email!, DisplayName = user.DisplayName });
    }

    public async Task<Outcome> HandleAsync(string? name, JsonElement credential, CancellationToken cancellationToken)
    {
        var user = await MeAsync(cancellationToken);
        if ((await users.GetPasskeysAsync(user)).Count >= PasskeyRules.MostPerPerson)
        {
            return TooMany;
        }

        if (await AttestAsync(credential) is not { Succeeded: true } made || made.UserEntity.Id != user.Id.ToString())
        {
            return Failed;
        }

        made.Passkey.Name = PlainText.Clean(name, LongestName, multiline: false).Text;
        db.Record(AuthActs.StreamOf(user), "auth.passkey-added", user.AsViewer().AsActor(), clock.Now(), _ => { });
        return (await users.AddOrUpdatePasskeyAsync(user, made.Passkey)).Succeeded ? Outcome.Done : Failed;
    }

    public async Task RemoveAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var user = await MeAsync(cancellationToken);
        if (await users.GetPasskeyAsync(user, credentialId) is not null)
        {
            db.Record(AuthActs.StreamOf(user), "auth.passkey-removed", user.AsViewer().AsActor(), clock.Now(), _ => { });
            await users.RemovePasskeyAsync(user, credentialId);
        }
    }

    private async Task<StaffUser> MeAsync(CancellationToken cancellationToken)
        => await db.Users.FindAsync([session.Viewer.Staff.Value], cancellationToken)
            ?? throw new InvalidOperationException("The account behind this session is gone.");

    private async Task<PasskeyAttestationResult?> AttestAsync(JsonElement credential)
    {
        try
        {
            return credential.ValueKind == JsonValueKind.Object ? await signIns.PerformPasskeyAttestationAsync(credential.GetRawText()) : null;
        }
        catch (InvalidOperationException)
        {
            // No question is open in this browser: the five minutes are over, or the answer came twice.
            return null;
        }
    }
}
