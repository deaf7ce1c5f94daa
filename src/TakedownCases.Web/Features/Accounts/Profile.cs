using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Identity;
using TakedownCases.Data.Sql;
using TakedownCases.Data.Telling;
using TakedownCases.Domain;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Accounts;

/// <summary>What somebody sees and changes of their own account.</summary>
public sealed class Profile(
    TakedownDbContext db,
    UserManager<StaffUser> users,
    StaffSession session,
    StaffDoor door,
    PasswordProof proof,
    NewPassword passwords,
    Languages languages,
    DutyRosters rosters,
    TimeProvider clock)
{
    private const int LongestName = 100;
    private const int MostTries = 5;

    public async Task<ProfilePage> PageAsync(CancellationToken cancellationToken)
    {
        var user = await MeAsync(cancellationToken);
        var keys = await users.GetPasskeysAsync(user);
        return new ProfilePage
        {
            DisplayName = user.DisplayName,
            Email = user.Email!,
            Role = user.Role,
            ClearedForMinors = user.ClearedForMinors,
            Language = user.Language,
            TimeZone = user.TimeZone,
            Theme = user.Theme,
            Shortcuts = !user.ShortcutsOff,
            Telling = TellingForm.Of(user, clock.Now()),
            Deputies = Deputy.Of(await rosters.PeopleAsync(cancellationToken), user),
            Passkeys = [.. keys.OrderBy(key => key.CreatedAt)
                .Select(key => new PasskeyLine(Base64Url.EncodeToString(key.CredentialId), key.Name ?? "", key.CreatedAt))],
        };
    }

    public async Task SaveAsync(ProfileForm form, CancellationToken cancellationToken)
    {
        var name = PlainText.Clean(form.DisplayName, LongestName, multiline: false).Text;
        await ChangeAsync("auth.profile-changed", user =>
        {
            user.DisplayName = name.Length > 0 ? name : user.DisplayName;
            user.Language = languages.Find(form.Language)?.Code ?? user.Language;
            user.TimeZone = TimeZoneInfo.TryFindSystemTimeZoneById(form.TimeZone ?? "", out _) ? form.TimeZone! : user.TimeZone;
            user.Theme = form.Theme is "light" or "dark" ? form.Theme : null;
            user.ShortcutsOff = !form.Shortcuts;
        }, cancellationToken);
    }

    /// <summary>Takes a new password for the old one; every other session ends.</summary>
    public async Task<Outcome> ChangePasswordAsync(PasswordForm form, CancellationToken cancellationToken)
    {
        var user = await MeAsync(cancellationToken);
        if (!proof.Verify(user, form.CurrentPassword))
        {
            return Outcome.Refused("password.current", "The current password was not right.");
        }

        var chosen = passwords.Check(user, form.Password, form.PasswordAgain);
        if (chosen.IsDone)
        {
            await ChangeAsync("auth.password-changed", user =>
            {
                passwords.Set(user, form.Password!);
                user.EndSessions();
            }, cancellationToken);
        }

        return chosen;
    }

    /// <summary>Ends every session but this one.</summary>
    public Task EndSessionsAsync(CancellationToken cancellationToken)
        => ChangeAsync("auth.sessions-ended", user => user.EndSessions(), cancellationToken);

    /// <summary>Changes one's own account, logged under a kind of its own; reads it again when it was changed meanwhile.</summary>
    internal async Task ChangeAsync(string kind, Action<StaffUser> change, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            db.ChangeTracker.Clear();
            db.ForgetActs();
            var user = await MeAsync(cancellationToken);
            change(user);
            db.Record(AuthActs.StreamOf(user), kind, user.AsViewer().AsActor(), clock.Now(), _ => { });
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                await door.RefreshAsync(user);
                return;
            }
            catch (DbUpdateException conflict) when (tries < MostTries && DatabaseErrors.IsConflict(conflict))
            {
                // Signed in elsewhere at the same moment: read again.
            }
        }
    }

    internal async Task<StaffUser> MeAsync(CancellationToken cancellationToken)
        => await db.Users.FindAsync([session.Viewer.Staff.Value], cancellationToken)
            ?? throw new InvalidOperationException("The account behind this session is gone.");
}
