using Microsoft.AspNetCore.Antiforgery;

namespace TakedownCases.Web.Hosting;

/// <summary>One posted value; long ones are shown so that they can be shortened, the others ride along unseen.</summary>
public sealed record KeptField(string Name, string Value)
{
    private const int LongText = 20_000;

    public bool IsLong => Value.Length > LongText;
}

/// <summary>
/// What was typed into a form that could not be taken, so that an error page can offer to send it again. Nothing
/// typed is ever lost to an expired page, a full queue or a database that went away.
/// </summary>
public sealed record KeptForm(string Action, IReadOnlyList<KeptField> Fields, string? TokenName, string? Token)
{
    private static readonly string[] Secrets = ["password", "passcode", "secret", "credential", "totp"];

    /// <summary>The kept form, or null where there is none or where it came from another site.</summary>
    public static async Task<KeptForm?> FromAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !IsOurs(request)
            || FormLimits.KindOf(request) != BodyKind.Form || FormLimits.IsBeyondKeeping(context))
        {
            return null;
        }

        try
        {
            var form = await FormLimits.ReadAsync(context);
            var (name, token) = FreshToken(context);
            return new KeptForm(request.PathBase + request.Path + request.QueryString, [.. Typed(form, name)], name, token);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or OperationCanceledException)
        {
            return null;
        }
    }

    // A page of another site must not get its own words into a form of ours that carries a valid token.
    private static bool IsOurs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is "same-origin" or "none";
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<KeptField> Typed(IFormCollection form, string? tokenName)
        => form.Where(f => f.Key != tokenName && f.Key != "__RequestVerificationToken")
            .Where(f => !Secrets.Any(s => f.Key.Contains(s, StringComparison.OrdinalIgnoreCase)))
            .SelectMany(f => f.Value, (f, value) => new KeptField(f.Key, value ?? ""));

    private static (string? Name, string? Token) FreshToken(HttpContext context)
    {
        try
        {
            var tokens = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
            return (tokens.FormFieldName, tokens.RequestToken);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The cookie ring may be in the database that is down. Sent without a token, the form comes back to
            // the "open too long" page, which keeps the words once more.
            return (null, null);
        }
    }
}
