using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using TakedownCases.Data;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>The one cookie of a visit with a key: sealed, for this browser's session, 30 minutes idle and 2 hours in all.</summary>
public sealed class KeyCookie(IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Name = "__Host-k";

    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    private readonly IDataProtector _protector = protection.CreateProtector("TakedownCases.Tracking.Visit");

    public static bool IsThere(HttpContext context) => context.Request.Cookies.ContainsKey(Name);

    /// <summary>The visit, while it lasts; null for none, an old one, or a cookie we did not write.</summary>
    public KeySession? Read(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 } value)
        {
            return null;
        }

        try
        {
            var session = JsonSerializer.Deserialize<KeySession>(_protector.Unprotect(value));
            var now = clock.Now();
            return session is not null && now - session.Seen <= Idle && now - session.Issued <= Longest ? session : null;
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }

    public void Write(HttpContext context, KeySession session)
        => context.Response.Cookies.Append(Name, _protector.Protect(JsonSerializer.Serialize(session)), Options());

    public static void Drop(HttpContext context) => context.Response.Cookies.Delete(Name, Options());

    private static CookieOptions Options()
        => new() { Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true };
}
