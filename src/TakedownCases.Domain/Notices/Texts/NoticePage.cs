using System.Globalization;
using System.Text;

namespace TakedownCases.Domain.Notices.Texts;

/// <summary>
/// Plain text in paragraphs, headed sections and lists. Words that other people wrote are set off line by line, so
/// that they can never look like a part of the notice itself.
/// </summary>
internal sealed class NoticePage
{
    private readonly StringBuilder _text = new();

    public NoticePage Line(string? line)
    {
        if (line is not null)
        {
            _text.Append(line).Append('\n');
        }

        return this;
    }

    public NoticePage Paragraph(string? paragraph) => paragraph is null ? this : Gap().Line(paragraph);

    public NoticePage Section(string title)
    {
        Gap().Line(title).Line(new string('-', new StringInfo(title).LengthInTextElements));
        return this;
    }

    public NoticePage Bullets(IEnumerable<string> items)
    {
        foreach (var item in items)
        {
            Line("- " + item);
        }

        return this;
    }

    public NoticePage Numbered(IEnumerable<string> items)
    {
        foreach (var (index, item) in items.Index())
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {item}"));
        }

        return this;
    }

    public NoticePage Quoted(string words)
    {
        foreach (var line in words.Split('\n'))
        {
            Line(line.Length == 0 ? ">" : "> " + line);
        }

        return this;
    }

    public override string ToString() => _text.ToString();

    private NoticePage Gap()
    {
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }

        return this;
    }
}
