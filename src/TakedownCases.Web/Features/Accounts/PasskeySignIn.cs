using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using TakedownCases.Data;
using TakedownCases.Data.Identity;
using TakedownCases.Data.Ledger;
using TakedownCases.Domain.Ledger;

namespace TakedownCases.Web.Features.Accounts;

/// <summary>Signs in with a passkey: possession and the device's check of the person are both factors at once.</summary>
public sealed class PasskeySignIn(
    SignInManager<StaffUser> signIns, UserManager<StaffUser> users, TakedownDbContext db, ReadLog log, StaffDoor door, TimeProvider clock)
{
    /// <summary>The options for the browser, as JSON of WebAuthn; names no account.</summary>
    public Task<string> OptionsAsync() => signIns.MakePasskeyRequestOptionsAsync(null);

    public async Task<StaffUser?> HandleAsync(JsonElement credential, CancellationToken cancellationToken)
    {
        if (await AssertAsync(credential) is not { Succeeded: true, User: { DisabledAt: null, EnrolledAt: not null } user } result)
        {
            await log.AppendAsync(
                new LedgerStream(Guid.Empty, LedgerLane.Auth),
                "auth.passkey",
                AuthActs.Somebody,
                entry => entry.Code("outcome", "refused"),
                cancellationToken);
            return null;
        }

        var session = door.NewSession();
        db.Record(AuthActs.StreamOf(user), "auth.signed-in", user.AsViewer().AsActor(), clock.Now(), entry => entry.Code("fields", "passkey"));
        if (!(await users.AddOrUpdatePasskeyAsync(user, result.Passkey)).Succeeded)
        {
            return null;
        }

        await door.OpenAsync(user, session);
        return user;
    }

    private async Task<PasskeyAssertionResult<StaffUser>?> AssertAsync(JsonElement credential)
    {
        try
        {
            return credential.ValueKind == JsonValueKind.Object ? await signIns.PerformPasskeyAssertionAsync(credential.GetRawText()) : null;
        }
        catch (InvalidOperationException)
        {
            // No question is open in this browser: the five minutes are over, or the answer came twice.
            return null;
        }
    }
}
