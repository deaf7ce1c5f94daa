using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace TakedownCases.Browser.Tests;

/// <summary>Writes down which routes answered a browser with a page, so that a page nobody looked at is noticed.</summary>
internal sealed class SeenEndpoints : IStartupFilter
{
    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, following) =>
        {
            await following(context);
            if (context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route }
                && HttpMethods.IsGet(context.Request.Method) && context.Response.StatusCode == StatusCodes.Status200OK)
            {
                _seen[route.TrimStart('/')] = true;
            }
        });
        next(app);
    };

    /// <summary>GET routes of the app that never answered, but those that are no pages.</summary>
    public IEnumerable<string> Missed(IServiceProvider services, IReadOnlyCollection<string> noPages)
        => services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") is true)
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(endpoint => (endpoint.RoutePattern.RawText ?? "").TrimStart('/'))
            .Distinct(StringComparer.Ordinal)
            .Where(route => !_seen.ContainsKey(route) && !noPages.Contains(route));
}
