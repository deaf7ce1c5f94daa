using TakedownCases.Data;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Accounts;

/// <summary>The language of the staff pages: kept in the account, or in a cookie of this browser before signing in.</summary>
public sealed class ChooseLanguage(
    TakedownDbContext db, StaffSession session, StaffDoor door, Languages languages, IHttpContextAccessor accessor)
{
    public async Task HandleAsync(string? code, CancellationToken cancellationToken)
    {
        if (languages.Find(code) is not { } language)
        {
            return;
        }

        if (session.IsSignedIn && await db.Users.FindAsync([session.Viewer.Staff.Value], cancellationToken) is { } user)
        {
            user.Language = language.Code;
            await db.SaveChangesAsync(cancellationToken);
            await door.RefreshAsync(user);
            return;
        }

        accessor.HttpContext!.Response.Cookies.Append(StaffScheme.LanguageCookie, language.Code, new CookieOptions
        {
            Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true,
        });
    }
}
