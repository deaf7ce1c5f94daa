using Microsoft.AspNetCore.Authentication.Cookies;

namespace TakedownCases.Web.Features.Accounts;

/// <summary>The cookies of signing in, and how long each lives.</summary>
public static class StaffScheme
{
    /// <summary>Signed in.</summary>
    public const string Name = "Staff";

    /// <summary>The password was right; the second factor is still to come.</summary>
    public const string HalfWay = "StaffHalfWay";

    public const string Cookie = "__Host-s";

    public const string HalfWayCookie = "__Host-h";

    /// <summary>Carries the challenge of a passkey between its two requests; Identity names the scheme.</summary>
    public const string ChallengeCookie = "__Host-k";

    /// <summary>The language of the staff pages before anybody has signed in.</summary>
    public const string LanguageCookie = "__Host-l";

    public const string SignInPath = "/staff/sign-in";

    public static TimeSpan Idle { get; } = TimeSpan.FromMinutes(30);

    public static TimeSpan Longest { get; } = TimeSpan.FromHours(8);

    public static TimeSpan HalfWayLifetime { get; } = TimeSpan.FromMinutes(5);

    /// <summary>How stale a session may be before the database is asked again.</summary>
    public static TimeSpan Recheck { get; } = TimeSpan.FromMinutes(1);

    public static void Harden(CookieAuthenticationOptions options, string cookie, TimeSpan lifetime)
    {
        options.Cookie.Name = cookie;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.IsEssential = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.ExpireTimeSpan = lifetime;
        options.SlidingExpiration = false;
    }
}
