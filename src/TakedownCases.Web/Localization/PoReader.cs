using System.Globalization;
using System.Text;

namespace TakedownCases.Web.Localization;

/// <summary>Reads a gettext PO file strictly: anything unexpected is an error with file and line.</summary>
public sealed class PoReader
{
    private readonly string _file;
    private readonly List<PoEntry> _entries = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, StringBuilder> _texts = [];
    private StringBuilder? _context;
    private StringBuilder? _source;
    private StringBuilder? _plural;
    private StringBuilder? _current;
    private bool _fuzzy;
    private bool _headerSeen;
    private int _start;
    private int _line;

    private PoReader(string file) => _file = file;

    public static IReadOnlyList<PoEntry> Read(string file, string content)
    {
        var reader = new PoReader(file);
        foreach (var line in content.Split('\n'))
        {
            reader._line++;
            reader.Take(line.Trim());
        }

        reader.Finish();
        return reader._entries;
    }

    private void Take(string line)
    {
        if (line.Length == 0)
        {
            return;
        }

        if (line[0] == '#')
        {
            Comment(line);
        }
        else if (line[0] == '"')
        {
            Append(_current ?? throw Problem("a string without a keyword before it"), line);
        }
        else
        {
            Keyword(line);
        }
    }

    private void Comment(string line)
    {
        Finish();
        if (line.StartsWith("#~", StringComparison.Ordinal))
        {
            throw Problem("an obsolete entry; delete it");
        }

        _fuzzy |= line.StartsWith("#,", StringComparison.Ordinal) && line.Contains("fuzzy", StringComparison.Ordinal);
    }

    private void Keyword(string line)
    {
        var space = line.IndexOfAny([' ', '\t']);
        var keyword = space < 0 ? line : line[..space];
        var rest = space < 0 ? "" : line[space..].Trim();
        if (keyword == "msgctxt" || (keyword == "msgid" && _source is not null))
        {
            Finish();
        }

        if (_context is null && _source is null)
        {
            _start = _line;
        }

        _current = keyword switch
        {
            "msgctxt" => _context = New(_context, keyword),
            "msgid" => _source = New(_source, keyword),
            "msgid_plural" when _source is not null => _plural = New(_plural, keyword),
            "msgstr" when _source is not null => Text(0, wantsPlural: false),
            _ when keyword.StartsWith("msgstr[", StringComparison.Ordinal) && _source is not null
                => Text(Form(keyword), wantsPlural: true),
            _ => throw Problem($"unexpected \"{keyword}\""),
        };
        Append(_current, rest);
    }

    private StringBuilder New(StringBuilder? existing, string keyword)
        => existing is null && _texts.Count == 0 ? new StringBuilder() : throw Problem($"{keyword} is given twice or too late");

    private StringBuilder Text(int form, bool wantsPlural)
    {
        if (wantsPlural != (_plural is not null))
        {
            throw Problem(wantsPlural ? "msgstr[n] without msgid_plural" : "msgstr beside msgid_plural; it needs msgstr[n]");
        }

        if (form != _texts.Count)
        {
            throw Problem($"form {form} where {_texts.Count} was expected");
        }

        var text = new StringBuilder();
        _texts.Add(form, text);
        return text;
    }

    private int Form(string keyword)
        => keyword[^1] == ']'
           && int.TryParse(keyword.AsSpan(7, keyword.Length - 8), NumberStyles.None, CultureInfo.InvariantCulture, out var form)
            ? form
            : throw Problem($"unexpected \"{keyword}\"");

    private void Append(StringBuilder target, string quoted)
    {
        if (quoted.Length < 2 || quoted[0] != '"' || quoted[^1] != '"')
        {
            throw Problem("a string must stand between double quotes");
        }

        for (var i = 1; i < quoted.Length - 1; i++)
        {
            var character = quoted[i];
            if (character == '"')
            {
                throw Problem("a double quote inside a string must be written \\\"");
            }

            if (character != '\\')
            {
                target.Append(character);
                continue;
            }

            i++;
            target.Append(i < quoted.Length - 1 ? Unescape(quoted[i]) : throw Problem("the string ends inside an escape"));
        }
    }

    private char Unescape(char character) => character switch
    {
        'n' => '\n',
        't' => '\t',
        '"' => '"',
        '\\' => '\\',
        _ => throw Problem($"unknown escape \\{character}"),
    };

    private void Finish()
    {
        if (_context is null && _source is null)
        {
            return;
        }

        if (_source is null || _texts.Count == 0)
        {
            throw Problem("the entry before this line is not complete");
        }

        if (_context is null)
        {
            Header();
        }
        else
        {
            Add(_context.ToString());
        }

        (_context, _source, _plural, _current, _fuzzy) = (null, null, null, null, false);
        _texts.Clear();
    }

    private void Header()
    {
        if (_source!.Length > 0 || _headerSeen || _entries.Count > 0)
        {
            throw Problem("an entry without msgctxt; every text has a key");
        }

        _headerSeen = true;
    }

    private void Add(string key)
    {
        if (key.Length == 0 || _source!.Length == 0)
        {
            throw Problem("an empty msgctxt or msgid");
        }

        if (!_keys.Add(key))
        {
            throw new PoFormatException(_file, _start, $"the key {key} stands twice");
        }

        var texts = _texts.Values.Select(t => t.ToString()).ToArray();
        _entries.Add(new PoEntry(key, _source.ToString(), _plural?.ToString(), texts, _fuzzy, _file, _start));
    }

    private PoFormatException Problem(string problem) => new(_file, _line, problem);
}
