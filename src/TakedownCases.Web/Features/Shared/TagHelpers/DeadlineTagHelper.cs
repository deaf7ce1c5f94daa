using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TakedownCases.Web.Features.Shared.TagHelpers;

/// <summary>A deadline for staff: how long is left, and when that is. Survivors see dates only (td-time).</summary>
[HtmlTargetElement("td-deadline", Attributes = "due,now", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DeadlineTagHelper : LookTagHelper
{
    private static readonly TimeSpan Soon = TimeSpan.FromHours(12);
    private static readonly TimeSpan CountedInHours = TimeSpan.FromHours(48);

    public DateTimeOffset Due { get; set; }

    public DateTimeOffset Now { get; set; }

    /// <summary>When the sweep warns (75 % of the way); twelve hours before the end without it.</summary>
    public DateTimeOffset? WarnFrom { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var left = Due - Now;
        var kind = left <= TimeSpan.Zero ? "late" : Now >= (WarnFrom ?? Due - Soon) ? "warn" : "ok";
        var label = Markup.Element("span", null, Words(left)).With("data-label", "");
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "deadline");
        output.Attributes.SetAttribute("data-due", Due.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        output.Content.AppendHtml(Markup.Element("span", "tag " + kind, Markup.Icon(kind == "late" ? "late" : "clock"), label));
        output.Content.AppendHtml(TimeTagHelper.Element(Due, Zone, withTime: true, Texts));
    }

    // @keys shared.deadline.*
    private string Words(TimeSpan left)
    {
        var state = left <= TimeSpan.Zero ? "late" : "left";
        var size = left.Duration();
        if (size < TimeSpan.FromHours(1))
        {
            return Texts[$"shared.deadline.{state}.minutes", ("n", (int)size.TotalMinutes)];
        }

        return size < CountedInHours
            ? Texts[$"shared.deadline.{state}.hours", ("n", (int)size.TotalHours)]
            : Texts.Plural($"shared.deadline.{state}.days", (int)size.TotalDays, ("n", (int)size.TotalDays));
    }
}
