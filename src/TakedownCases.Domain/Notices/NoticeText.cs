namespace TakedownCases.Domain.Notices;

/// <summary>A composed notice: one text, the same facts for machines, and the same facts for a form.</summary>
public sealed record NoticeText
{
    /// <summary>Neutral: a word and the reference.</summary>
    public required string Subject { get; init; }

    /// <summary>BCP 47 tag of the text's language.</summary>
    public required string Language { get; init; }

    /// <summary>Plain text with LF line ends, ending in one.</summary>
    public required string Body { get; init; }

    /// <summary>The same facts as <c>takedown-notice/1</c> (docs/notices.md).</summary>
    public required string Json { get; init; }

    /// <summary>To paste into a form, in this order.</summary>
    public required IReadOnlyList<NoticeField> Fields { get; init; }
}

/// <summary>One field of a form; <paramref name="Name"/> is a stable code (<see cref="NoticeFieldNames"/>) that pages translate.</summary>
public sealed record NoticeField(string Name, string Value);
