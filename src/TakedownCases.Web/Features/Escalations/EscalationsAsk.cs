using Microsoft.AspNetCore.Http.Extensions;
using TakedownCases.Data.Desk;
using TakedownCases.Domain;
using TakedownCases.Domain.Escalation;

namespace TakedownCases.Web.Features.Escalations;

/// <summary>
/// What the address of the page asks for. Whatever cannot be read is passed over: an old bookmark shows a list, not an error.
/// </summary>
public sealed record EscalationsAsk
{
    private const string Address = "/staff/escalations";
    private const int LongestPlatform = 64;

    public string? Tab { get; init; }

    /// <summary>A cursor: the page behind it.</summary>
    public string? After { get; init; }

    /// <summary>A cursor: the page in front of it.</summary>
    public string? Before { get; init; }

    public string? Age { get; init; }

    public string? Platform { get; init; }

    public string? Step { get; init; }

    public bool Skipped { get; init; }

    public DeskPart Part => AskedWords.Read<DeskPart>(Tab) ?? DeskPart.Overdue;

    public bool IsFiltered => Filter() != OverdueFilter.None;

    public OverdueFilter Filter() => new()
    {
        Age = AskedWords.Read<OverdueAge>(Age),
        Platform = PlatformId(),
        Step = AskedWords.Read<RungAction>(Step),
        Skipped = Skipped,
    };

    public string ToAddress()
    {
        var (query, filter) = (new QueryBuilder(), Filter());
        foreach (var (name, value) in ((string, string?)[])[
            ("tab", Part == DeskPart.Overdue ? null : Codes.Of(Part)), ("age", filter.Age is { } age ? Codes.Of(age) : null),
            ("platform", filter.Platform), ("step", filter.Step is { } step ? Codes.Of(step) : null),
            ("skipped", Skipped ? "true" : null), ("after", AskedWords.Cursor(After)), ("before", AskedWords.Cursor(Before)),
        ])
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }

        return Address + query;
    }

    public EscalationsAsk From(string? after = null, string? before = null) => this with { After = after, Before = before };

    private string? PlatformId()
        => Platform?.Trim() is { Length: > 0 and <= LongestPlatform } id
            && id.All(symbol => char.IsAsciiLetterOrDigit(symbol) || symbol is '-' or '.' or '_') ? id : null;
}

/// <summary>Reads words and cursors from addresses.</summary>
internal static class AskedWords
{
    public static T? Read<T>(string? text)
        where T : struct, Enum
        => text is { Length: > 0 } && char.IsAsciiLetter(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var value)
            && Enum.IsDefined(value) ? value : null;

    public static string? Cursor(string? text) => DeskCursor.TryRead(text) is null ? null : text;
}
