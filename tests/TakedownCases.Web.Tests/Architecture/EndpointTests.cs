using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Architecture;

/// <summary>The endpoint table of the running app: no way in without a decision who may use it.</summary>
public sealed class EndpointTests
{
    [Fact]
    public async Task Every_endpoint_of_the_app_has_a_policy_or_is_open_on_purpose()
    {
        await using var app = await TestApp.StartAsync();
        var endpoints = app.Services.GetRequiredService<EndpointDataSource>().Endpoints;

        // The framework's own fallback for static files that are not in the manifest: the fallback policy closes it.
        Assert.DoesNotContain(EndpointRules.WithoutPolicy(endpoints), name => name != "{**path:file}");
        Assert.Empty(EndpointRules.PostsWithoutAntiforgery(endpoints));
    }

    [Fact]
    public void An_endpoint_without_a_policy_is_found()
    {
        Endpoint[] endpoints =
        [
            Make("/open"),
            Make("/signed-in", new AuthorizeAttribute()),
            Make("/queue", new AuthorizeAttribute("WorkQueue")),
            Make("/health", new AllowAnonymousAttribute()),
        ];

        Assert.Equal(["/open", "/signed-in"], EndpointRules.WithoutPolicy(endpoints));
    }

    [Fact]
    public void A_POST_outside_the_controllers_without_a_token_is_found()
        => Assert.Equal(["/hook"], EndpointRules.PostsWithoutAntiforgery(
            [Make("/hook", new HttpMethodMetadata(["POST"])), Make("/page", new HttpMethodMetadata(["GET"]))]));

    private static RouteEndpoint Make(string route, params object[] metadata)
        => new(_ => Task.CompletedTask, RoutePatternFactory.Parse(route), 0, new EndpointMetadataCollection(metadata), route);
}
