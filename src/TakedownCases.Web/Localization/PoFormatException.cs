namespace TakedownCases.Web.Localization;

/// <summary>A text file that cannot be read: says where.</summary>
public sealed class PoFormatException(string file, int line, string problem)
    : FormatException($"{file}:{line}: {problem}")
{
    public string File { get; } = file;

    public int Line { get; } = line;
}
