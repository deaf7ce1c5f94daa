namespace TakedownCases.Web.Hosting;

/// <summary>
/// Marks an endpoint whose pages come out of a package: they need a content policy of their own, and send POSTs by
/// themselves for as long as they stand open, which says nothing of anybody being there.
/// </summary>
internal sealed record PackagePages(string ContentPolicy)
{
    public static PackagePages? Of(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<PackagePages>();

    /// <summary>Whether the page asks by itself; such requests never keep a session alive.</summary>
    public static bool IsPoll(HttpContext context) => HttpMethods.IsPost(context.Request.Method) && Of(context) is not null;
}
