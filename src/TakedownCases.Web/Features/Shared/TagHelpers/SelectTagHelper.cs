using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TakedownCases.Web.Features.Shared.TagHelpers;

/// <summary>A list to pick one from; for filters and long lists. Questions use td-radios.</summary>
[HtmlTargetElement("td-select", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectTagHelper : FieldTagHelper
{
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    private protected override TagBuilder Input(Field field, string? describedBy)
    {
        var select = Common(Markup.Element("select", "input"), field, describedBy).With("autocomplete", "off");
        foreach (var item in Items)
        {
            var chosen = field.Values.Count > 0 ? field.Holds(item.Value) : item.Selected;
            select.InnerHtml.AppendHtml(Markup.Element("option", null, item.Text)
                .With("value", item.Value)
                .With("selected", chosen ? "selected" : null));
        }

        return select;
    }
}
