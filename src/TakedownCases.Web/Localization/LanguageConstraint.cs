namespace TakedownCases.Web.Localization;

/// <summary>The route constraint <c>{lang:lang}</c>: only languages this installation offers.</summary>
internal sealed class LanguageConstraint(Languages languages) : IRouteConstraint
{
    public bool Match(
        HttpContext? httpContext,
        IRouter? route,
        string routeKey,
        RouteValueDictionary values,
        RouteDirection routeDirection)
        => values.TryGetValue(routeKey, out var value) && languages.Find(value as string) is not null;
}
