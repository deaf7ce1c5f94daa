using System.Collections.Concurrent;
using System.Globalization;

namespace TakedownCases.Testing;

/// <summary>
/// Cookies as a browser keeps them, but by the test's clock: the container of HttpClient would drop those that the app
/// dated by a clock in another year.
/// </summary>
public sealed class CookieJar(TimeProvider clock) : DelegatingHandler
{
    private readonly ConcurrentDictionary<string, Cookie> _cookies = new(StringComparer.Ordinal);

    /// <summary>Name and value of every cookie that is still alive.</summary>
    public IReadOnlyDictionary<string, string> Cookies
        => _cookies.Where(pair => pair.Value.Expires > clock.GetUtcNow())
            .ToDictionary(pair => pair.Key, pair => pair.Value.Value, StringComparer.Ordinal);

    public void Forget(string name) => _cookies.TryRemove(name, out _);

    public void Put(string name, string value) => _cookies[name] = new Cookie(value, "/", DateTimeOffset.MaxValue);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri?.AbsolutePath ?? "/";
        var now = clock.GetUtcNow();
        var sent = _cookies.Where(pair => pair.Value.Expires > now && Covers(pair.Value.Path, path))
            .Select(pair => $"{pair.Key}={pair.Value.Value}").ToArray();
        if (sent.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", sent));
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var headers))
        {
            foreach (var header in headers)
            {
                Keep(header);
            }
        }

        return response;
    }

    private static bool Covers(string cookiePath, string path)
        => cookiePath == "/" || path == cookiePath || path.StartsWith(cookiePath.TrimEnd('/') + "/", StringComparison.Ordinal);

    private void Keep(string header)
    {
        var parts = header.Split(';', StringSplitOptions.TrimEntries);
        var (name, value) = Pair(parts[0]);
        var attributes = parts.Skip(1).Select(Pair)
            .GroupBy(pair => pair.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Last().Value, StringComparer.OrdinalIgnoreCase);
        if (name.StartsWith("__Host-", StringComparison.Ordinal)
            && !(attributes.ContainsKey("Secure") && attributes.GetValueOrDefault("Path") == "/" && !attributes.ContainsKey("Domain")))
        {
            throw new InvalidOperationException($"A browser refuses this cookie: {name} needs Secure, Path=/ and no Domain.");
        }

        var expires = Expiry(attributes);
        if (expires <= clock.GetUtcNow())
        {
            Forget(name);
            return;
        }

        _cookies[name] = new Cookie(value, attributes.GetValueOrDefault("Path", "/"), expires);
    }

    private DateTimeOffset Expiry(Dictionary<string, string> attributes)
    {
        if (attributes.TryGetValue("Max-Age", out var seconds))
        {
            return clock.GetUtcNow().AddSeconds(double.Parse(seconds, CultureInfo.InvariantCulture));
        }

        return attributes.TryGetValue("Expires", out var date)
            ? DateTimeOffset.Parse(date, CultureInfo.InvariantCulture)
            : DateTimeOffset.MaxValue;
    }

    private static (string Name, string Value) Pair(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (text, "") : (text[..equals], text[(equals + 1)..]);
    }

    private sealed record Cookie(string Value, string Path, DateTimeOffset Expires);
}
