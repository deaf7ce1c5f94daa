using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;

namespace TakedownCases.Web.Tests.Architecture;

/// <summary>Rules over the endpoint table of the running app, which also sees what is not a controller.</summary>
internal static class EndpointRules
{
    public static IReadOnlyList<string> WithoutPolicy(IEnumerable<Endpoint> endpoints)
        => [.. from endpoint in endpoints
               where endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
               where !endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => !string.IsNullOrEmpty(data.Policy))
                   && endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is null
               select Named(endpoint)];

    /// <summary>Controllers are held by the global filter; anything else that takes a POST must ask for the token itself.</summary>
    public static IReadOnlyList<string> PostsWithoutAntiforgery(IEnumerable<Endpoint> endpoints)
        => [.. from endpoint in endpoints
               let verbs = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
               where verbs.Any(verb => verb is not ("GET" or "HEAD"))
               where endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is null
               where endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: true }
               select Named(endpoint)];

    private static string Named(Endpoint endpoint)
        => (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? endpoint.DisplayName ?? "(unnamed)";
}
