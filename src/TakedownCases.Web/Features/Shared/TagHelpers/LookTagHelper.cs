using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Shared.TagHelpers;

/// <summary>The base of our elements: gives them the page they stand on and its texts.</summary>
public abstract class LookTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The zone of the member of staff who reads; UTC for everybody else.</summary>
    private protected TimeZoneInfo Zone => ViewContext.HttpContext.RequestServices.GetRequiredService<StaffSession>().Zone;

    private protected T Texts => ViewContext.HttpContext.RequestServices.GetRequiredService<T>();
}
