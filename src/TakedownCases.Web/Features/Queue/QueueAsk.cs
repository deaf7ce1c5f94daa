using Microsoft.AspNetCore.Http.Extensions;
using TakedownCases.Data.Queue;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Features.Queue;

/// <summary>
/// What the address of the queue asks for. Whatever cannot be read is passed over: an old bookmark shows a list, not an error.
/// </summary>
public sealed record QueueAsk
{
    private const string Address = "/staff/queue";

    public string? Tab { get; init; }

    /// <summary>A cursor: the page behind it.</summary>
    public string? After { get; init; }

    /// <summary>A cursor: the page in front of it.</summary>
    public string? Before { get; init; }

    public string? State { get; init; }

    public string? Severity { get; init; }

    public string? Language { get; init; }

    public string? Platform { get; init; }

    public string? Country { get; init; }

    public bool Waiting { get; init; }

    public QueuePart? Part => Read<QueuePart>(Tab);

    public bool IsFiltered => Filter() != QueueFilter.None;

    public QueueFilter Filter() => new()
    {
        State = Read<CaseState>(State),
        Severity = Read<Severity>(Severity),
        Language = Code(Language, 8)?.ToLowerInvariant(),
        Platform = Code(Platform, 64),
        Country = Code(Country, 2)?.ToUpperInvariant(),
        WaitingForUs = Waiting,
    };

    /// <summary>The address of this list, for links and for the way back after a form.</summary>
    public string ToAddress(string path = "")
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in ((string, string?)[])[
            ("tab", Part is { } part ? TextOf(part) : null), ("state", Filter().State?.ToString()), ("severity", Filter().Severity?.ToString()),
            ("language", Filter().Language), ("platform", Filter().Platform), ("country", Filter().Country),
            ("waiting", Waiting ? "true" : null), ("after", Cursor(After)), ("before", Cursor(Before)),
        ])
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }

        return Address + path + query;
    }

    public QueueAsk From(string? after = null, string? before = null) => this with { After = after, Before = before };

    public static string TextOf(QueuePart part) => part.ToString().ToLowerInvariant();

    private static string? Cursor(string? text) => QueueCursor.TryRead(text) is null ? null : text;

    private static T? Read<T>(string? text)
        where T : struct, Enum
        => text is { Length: > 0 } && char.IsAsciiLetter(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var value)
            && Enum.IsDefined(value) ? value : null;

    private static string? Code(string? text, int longest)
        => text?.Trim() is { Length: > 0 } code && code.Length <= longest
            && code.All(symbol => char.IsAsciiLetterOrDigit(symbol) || symbol is '-' or '.' or '_') ? code : null;
}
