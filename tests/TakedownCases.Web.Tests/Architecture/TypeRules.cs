using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;

namespace TakedownCases.Web.Tests.Architecture;

/// <summary>Rules that are read from the compiled types. Each gives the places that break it.</summary>
internal static class TypeRules
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly string[] Seams = ["INoticeTransport", "ISentArchive", "IMailbox", "IScheduler"];

    /// <summary>A controller reaches the database only through handlers.</summary>
    public static IReadOnlyList<string> ControllersWithDbContext(IEnumerable<Type> types)
        => [.. from controller in Controllers(types)
               from part in NestedWith(controller)
               from used in TypeReferences.Of(part)
               where typeof(DbContext).IsAssignableFrom(used)
               select $"{controller.Name} uses {used.Name}"];

    public static IReadOnlyList<string> ActionsWithoutPolicy(IEnumerable<Type> types)
        => [.. from action in Actions(types)
               let attributes = action.GetCustomAttributes(inherit: true)
                   .Concat(action.DeclaringType!.GetCustomAttributes(inherit: true)).ToList()
               where !attributes.OfType<IAllowAnonymous>().Any()
               where !attributes.OfType<IAuthorizeData>().Any(data => !string.IsNullOrEmpty(data.Policy))
               select Named(action)];

    /// <summary>An action that changes something, or has no verb, needs the filter and must not opt out of it.</summary>
    public static IReadOnlyList<string> ActionsWithoutAntiforgery(IEnumerable<Type> types, IEnumerable<object> globalFilters)
    {
        var covered = globalFilters.Any(filter => filter is AutoValidateAntiforgeryTokenAttribute
            or ValidateAntiForgeryTokenAttribute);
        return [.. from action in Actions(types)
                   let verbs = action.GetCustomAttributes<HttpMethodAttribute>().SelectMany(verb => verb.HttpMethods).ToList()
                   where verbs.Count == 0 || verbs.Exists(verb => verb is not ("GET" or "HEAD"))
                   let attributes = action.GetCustomAttributes(inherit: true)
                       .Concat(action.DeclaringType!.GetCustomAttributes(inherit: true)).ToList()
                   where !covered || attributes.OfType<IgnoreAntiforgeryTokenAttribute>().Any()
                   select Named(action)];
    }

    /// <summary>Style rule 15: the token is last, required, and called cancellationToken.</summary>
    public static IReadOnlyList<string> HandlersWithoutToken(IEnumerable<Type> types)
        => [.. from type in types
               from method in type.GetMethods(Declared | BindingFlags.NonPublic)
               where method.Name is "HandleAsync" or "RunAsync" && !IsGenerated(type)
               let last = method.GetParameters().LastOrDefault()
               where last is not { Name: "cancellationToken", HasDefaultValue: false }
                   || last.ParameterType != typeof(CancellationToken)
               select Named(method)];

    public static IReadOnlyList<string> PublicSetters(IEnumerable<Type> types)
        => [.. from type in types
               from property in type.GetProperties(Declared)
               let setter = property.SetMethod
               where setter is { IsPublic: true }
               where !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
               select $"{type.Name}.{property.Name}"];

    /// <summary>What the database maps: the sets of each context and the types of each mapping.</summary>
    public static IReadOnlyList<Type> Entities(IEnumerable<Type> types)
    {
        var all = types.ToList();
        var sets = all.Where(typeof(DbContext).IsAssignableFrom)
            .SelectMany(context => context.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
            .Select(property => property.PropertyType)
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(DbSet<>));
        var mappings = all.SelectMany(type => type.GetInterfaces())
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>));
        return [.. sets.Concat(mappings).Select(type => type.GetGenericArguments()[0]).Distinct()
            .Where(type => type.Namespace?.StartsWith("TakedownCases", StringComparison.Ordinal) ?? false)];
    }

    // What the framework itself calls an element of ours.
    private static bool IsTagHelper(Type type) => typeof(Microsoft.AspNetCore.Razor.TagHelpers.TagHelper).IsAssignableFrom(type);

    /// <summary>No mediator, no repositories, and no interface for one class except the seams to the outside.</summary>
    public static IReadOnlyList<string> Ceremony(IEnumerable<Type> types)
    {
        var all = types.Where(type => !IsGenerated(type)).ToList();
        var named = all.Where(type => type.Name.EndsWith("Mediator", StringComparison.Ordinal)
            || type.Name.EndsWith("Repository", StringComparison.Ordinal)
            || type.Name.EndsWith("Manager", StringComparison.Ordinal)
            || (type.Name.EndsWith("Helper", StringComparison.Ordinal) && !IsTagHelper(type))
            || type.Name.EndsWith("Extensions", StringComparison.Ordinal)).Select(type => type.Name);
        var lonely = all.Where(type => type.IsInterface && !Seams.Contains(type.Name))
            .Where(type => all.Count(other => other is { IsInterface: false } && Implements(other, type)) < 2)
            .Select(type => $"{type.Name} has fewer than two implementations");
        return [.. named, .. lonely];
    }

    public static IEnumerable<MethodInfo> Actions(IEnumerable<Type> types)
        => from controller in Controllers(types)
           from method in controller.GetMethods(Declared)
           where !method.IsSpecialName && !method.IsDefined(typeof(NonActionAttribute), inherit: true)
           where method.GetBaseDefinition().DeclaringType == controller
           select method;

    private static IEnumerable<Type> Controllers(IEnumerable<Type> types)
        => types.Where(type => typeof(ControllerBase).IsAssignableFrom(type) && !type.IsAbstract);

    private static IEnumerable<Type> NestedWith(Type type)
        => type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).SelectMany(NestedWith).Prepend(type);

    private static bool Implements(Type type, Type contract)
        => type.GetInterfaces().Any(found => (found.IsGenericType ? found.GetGenericTypeDefinition() : found) == contract);

    private static bool IsGenerated(Type type)
        => type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || type.Name.StartsWith('<');

    private static string Named(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";
}
