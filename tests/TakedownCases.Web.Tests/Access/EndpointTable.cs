using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace TakedownCases.Web.Tests.Access;

/// <summary>One way into the app: a verb and a route, and what its action binds.</summary>
internal sealed record Entrance(string Verb, string Route, IReadOnlyList<string> Parameters, MethodInfo? Action)
{
    public bool IsPost => Verb == "POST";

    /// <summary>The number of a case stands in the path.</summary>
    public bool HasNumber => Parameters.Contains("number");

    /// <summary>The number of a case is bound from the query or the form.</summary>
    public bool TakesNumber => !HasNumber && Bound.Any(bound => bound.Name!.Equals("number", StringComparison.OrdinalIgnoreCase));

    /// <summary>Parameters of the action, and the settable members of those that are forms.</summary>
    public IEnumerable<(string Name, Type Type)> Bound => (Action?.GetParameters() ?? [])
        .Where(parameter => parameter.ParameterType != typeof(CancellationToken) && parameter.ParameterType != typeof(IFormCollection)
            && parameter.GetCustomAttributes().All(attribute => attribute.GetType().Name != "FromServicesAttribute")
            && !Parameters.Contains(parameter.Name))
        .SelectMany(parameter => IsPlain(parameter.ParameterType)
            ? [(parameter.Name!, parameter.ParameterType)]
            : parameter.ParameterType.GetProperties().Where(property => property.CanWrite && IsPlain(property.PropertyType))
                .SelectMany(property => new[]
                {
                    (property.Name, property.PropertyType), ($"{parameter.Name}.{property.Name}", property.PropertyType),
                }));

    private static bool IsPlain(Type type)
        => (Nullable.GetUnderlyingType(type) ?? type) is { } plain
            && (plain.IsPrimitive || plain.IsEnum || plain == typeof(string) || plain == typeof(Guid));
}

/// <summary>Everything the running app answers to, and the values its routes are filled with.</summary>
internal static class EndpointTable
{
    public const string NumberMark = "{number}";

    public static IReadOnlyList<Entrance> Of(IServiceProvider services) => Of(services.GetRequiredService<EndpointDataSource>().Endpoints);

    public static IReadOnlyList<Entrance> Of(IEnumerable<Endpoint> endpoints)
        => [.. endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                .Where(verb => verb != "HEAD")
                .Select(verb => new Entrance(
                    verb,
                    endpoint.RoutePattern.RawText!.Trim('/'),
                    [.. endpoint.RoutePattern.Parameters.Select(parameter => parameter.Name)],
                    endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.MethodInfo)))
            .DistinctBy(entrance => (entrance.Verb, entrance.Route))
            .OrderBy(entrance => Order(entrance)).ThenBy(entrance => entrance.Route, StringComparer.Ordinal)];

    /// <summary>
    /// The paths of an entrance, the number of the case left open. A parameter that nobody told this table about fails: say
    /// here what it stands for, so that the new page is walked like all others.
    /// </summary>
    public static IReadOnlyList<string> Paths(Entrance entrance, Func<string, string, IReadOnlyList<string>?> values)
    {
        List<string> paths = ["/" + entrance.Route];
        foreach (var name in entrance.Parameters.Where(name => name != "number"))
        {
            var filled = values(name, entrance.Route) ?? throw new InvalidOperationException(
                $"{entrance.Verb} /{entrance.Route}: the access proof does not know what '{name}' stands for. "
                + "Add it to RouteValues.Of in tests/TakedownCases.Web.Tests/Access.");
            paths = [.. paths.SelectMany(path => filled.Select(value => Put(path, name, value)))];
        }

        return [.. paths.Select(path => Put(path, "number", NumberMark))];
    }

    // What ends a case, a session or a key comes last, so that everything before meets the cases as they were made.
    private static int Order(Entrance entrance)
    {
        string[] late = ["/claim", "/release", "/next", "/minor", "/adult", "/close", "/recuse", "approvals/", "/stop", "/erase", "/new", "/withdraw", "people/", "/key"];
        string[] last = ["sign-out", "profile/sessions", "profile/password", "/leave"];
        return !entrance.IsPost ? 0 : last.Any(entrance.Route.Contains) ? 3 : late.Any(entrance.Route.Contains) ? 2 : 1;
    }

    private static string Put(string path, string name, string value)
    {
        var from = path.IndexOf("{" + name, StringComparison.Ordinal);
        from = from < 0 ? path.IndexOf("{*" + name, StringComparison.Ordinal) : from;
        from = from < 0 ? path.IndexOf("{**" + name, StringComparison.Ordinal) : from;
        return from < 0 ? path : path[..from] + value + path[(path.IndexOf('}', from) + 1)..];
    }
}
