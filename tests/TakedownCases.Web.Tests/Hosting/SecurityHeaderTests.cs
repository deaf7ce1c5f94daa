using System.Net;

namespace TakedownCases.Web.Tests.Hosting;

public sealed class SecurityHeaderTests : IDisposable
{
    private readonly HostingApp _app = new() { Environment = "Staging" };

    [Theory]
    [InlineData("GET", "/", HttpStatusCode.Redirect)]
    [InlineData("GET", "/en/trial/form", HttpStatusCode.OK)]
    [InlineData("GET", "/en/no-such-page", HttpStatusCode.NotFound)]
    [InlineData("GET", "/staff/no-such-page", HttpStatusCode.NotFound)]
    [InlineData("GET", "/exit", HttpStatusCode.SeeOther)]
    [InlineData("GET", "/health/live", HttpStatusCode.OK)]
    [InlineData("GET", "/robots.txt", HttpStatusCode.OK)]
    [InlineData("POST", "/en/trial/form", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/en/trial/broken", HttpStatusCode.InternalServerError)]
    [InlineData("POST", "/en/trial/away", HttpStatusCode.ServiceUnavailable)]
    [InlineData("DELETE", "/en/exit", HttpStatusCode.MethodNotAllowed)]
    public async Task Every_response_carries_the_headers(string method, string path, HttpStatusCode status)
    {
        var response = await _app.Browser().SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(status, response.StatusCode);
        var policy = Header(response, "Content-Security-Policy");
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self'; ", policy, StringComparison.Ordinal);
        Assert.Contains("require-trusted-types-for 'script'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(path.StartsWith("/staff", StringComparison.Ordinal), policy.Contains("connect-src 'self'", StringComparison.Ordinal));
        Assert.Equal("no-referrer", Header(response, "Referrer-Policy"));
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Resource-Policy"));
        Assert.Equal("require-corp", Header(response, "Cross-Origin-Embedder-Policy"));
        Assert.Contains("camera=()", Header(response, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Contains("noindex", Header(response, "X-Robots-Tag"), StringComparison.Ordinal);
        Assert.Contains("max-age=63072000", Header(response, "Strict-Transport-Security"), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/en/trial/form", true)]
    [InlineData("/en/no-such-page", true)]
    [InlineData("/robots.txt", false)]
    public async Task Only_static_files_may_be_kept_by_the_browser(string path, bool noStore)
    {
        var response = await _app.Browser().GetAsync(path);

        Assert.Equal(noStore, response.Headers.CacheControl?.NoStore ?? false);
    }

    [Fact]
    public async Task Only_the_landing_page_may_be_listed_by_search_engines()
    {
        var response = await _app.Browser().GetAsync("/en/trial/landing");

        Assert.False(response.Headers.Contains("X-Robots-Tag"));
    }

    [Fact]
    public async Task Cookies_are_secure_strict_and_bound_to_the_host()
    {
        var response = await _app.Browser().GetAsync("/en/trial/form");

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-a=", cookie, StringComparison.Ordinal);
        Assert.All(["secure", "httponly", "samesite=strict", "path=/"], part => Assert.Contains(part, cookie, StringComparison.Ordinal));
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose() => _app.Dispose();

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));
}
