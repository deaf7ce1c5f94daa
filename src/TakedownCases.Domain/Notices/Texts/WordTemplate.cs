using System.Text;

namespace TakedownCases.Domain.Notices.Texts;

/// <summary>Fills named gaps in our own sentences, once: what is filled in is never read as a template.</summary>
internal static class WordTemplate
{
    /// <summary>Throws InvalidOperationException where a sentence names a gap that nothing fills.</summary>
    public static string Fill(string template, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = new StringBuilder(template.Length);
        for (var at = 0; at < template.Length;)
        {
            var open = template.IndexOf('{', at);
            if (open < 0)
            {
                text.Append(template, at, template.Length - at);
                break;
            }

            var close = template.IndexOf('}', open);
            text.Append(template, at, open - at).Append(ValueOf(template[(open + 1)..close], values));
            at = close + 1;
        }

        return text.ToString();
    }

    private static string ValueOf(string name, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (known, value) in values)
        {
            if (known == name)
            {
                return value;
            }
        }

        throw new InvalidOperationException($"Nothing fills {{{name}}} in this sentence.");
    }
}
