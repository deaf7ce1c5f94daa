namespace TakedownCases.Web.Hosting;

/// <summary>On the landing page only: search engines may list it. Everything else says noindex.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class IndexableAttribute : Attribute;
