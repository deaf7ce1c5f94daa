using Microsoft.Extensions.Logging;

namespace TakedownCases.Testing;

/// <summary>One captured log line, with every value and scope it carried: what a leak test searches.</summary>
public sealed record LogLine(
    string Category, LogLevel Level, EventId Id, string Message, string Values, Exception? Exception)
{
    public string Everything => $"{Category} {Id.Name} {Message} {Values} {Exception}";

    public override string ToString() => $"{Level}: {Category}[{Id.Id}] {Message} {Exception}".TrimEnd();
}
