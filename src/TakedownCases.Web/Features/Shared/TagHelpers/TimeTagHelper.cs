using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Shared.TagHelpers;

/// <summary>An instant in the reader's language and zone, the zone always said; or a day alone.</summary>
[HtmlTargetElement("td-time", Attributes = "at", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TimeTagHelper : LookTagHelper
{
    public DateTimeOffset At { get; set; }

    /// <summary>Only the day, in words ("Monday 23 November 2026"): what survivors see.</summary>
    public bool Day { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.SuppressOutput();
        output.Content.SetHtmlContent(Element(At, Zone, !Day, Texts));
    }

    internal static TagBuilder Element(DateTimeOffset at, TimeZoneInfo zone, bool withTime, T texts)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var offset = local.Offset == TimeSpan.Zero ? "UTC" : local.ToString("'UTC'zzz", CultureInfo.InvariantCulture);
        var words = withTime
            ? local.ToString("d MMM yyyy, HH:mm", texts.Language.Culture) + " " + offset
            : local.ToString("dddd ", texts.Language.Culture) + texts.Date(DateOnly.FromDateTime(local.DateTime));
        return Markup.Element("time", null, words)
            .With("datetime", at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }
}
