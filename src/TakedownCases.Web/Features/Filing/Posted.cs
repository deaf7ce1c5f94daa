using TakedownCases.Domain;

namespace TakedownCases.Web.Features.Filing;

/// <summary>A posted form, each text made safe to keep. Pictures pasted into a field are gone and the field is named.</summary>
internal sealed class Posted(IFormCollection form)
{
    private readonly List<string> _pictures = [];

    public IReadOnlyList<string> Pictures => _pictures;

    public bool Has(string name) => form.ContainsKey(name);

    public bool Is(string name) => form[name] == "true";

    public string? Line(string name) => Clean(name, multiline: false);

    public string? Lines(string name) => Clean(name, multiline: true);

    /// <summary>One of the answers the page offered; null for anything else.</summary>
    public string? One(string name, params string[] offered) => offered.FirstOrDefault(answer => form[name] == answer);

    public IReadOnlyList<string> Many(string name, IEnumerable<string> offered)
        => [.. offered.Where(answer => form[name].Contains(answer))];

    public int? Index(string name)
        => int.TryParse(form[name], System.Globalization.CultureInfo.InvariantCulture, out var index) && index >= 0 ? index : null;

    /// <summary>A count as people write it: "167 000", "167,000", "167.000".</summary>
    public long? Count(string name)
    {
        var digits = string.Concat(form[name].ToString().Take(40).Where(char.IsAsciiDigit));
        return digits.Length is > 0 and < 16 ? long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    private string? Clean(string name, bool multiline)
    {
        var cleaned = PlainText.Clean(form[name], int.MaxValue, multiline);
        if (cleaned.ImageData)
        {
            _pictures.Add(name);
        }

        return cleaned.Text.Length == 0 ? null : cleaned.Text;
    }
}
