using System.Globalization;

namespace TakedownCases.Web.Features.Shared.TagHelpers;

/// <summary>What the cards of one group share. The first card carries the field's own id, so that error links find it.</summary>
internal sealed class ChoiceGroup(Field field, string type)
{
    private int _drawn;

    public Field Field { get; } = field;

    public string Type { get; } = type;

    public string NextId()
    {
        _drawn++;
        return _drawn == 1 ? Field.Id : string.Create(CultureInfo.InvariantCulture, $"{Field.Id}-{_drawn}");
    }
}
