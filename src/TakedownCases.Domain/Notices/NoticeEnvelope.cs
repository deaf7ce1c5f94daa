namespace TakedownCases.Domain.Notices;

/// <summary>What a message carries beside its text. Addresses are bare mailboxes.</summary>
public sealed record NoticeEnvelope
{
    public required string From { get; init; }

    /// <summary>Name shown beside <see cref="From"/>: the organisation's. Any text; absent for none.</summary>
    public string? FromName { get; init; }

    public required string To { get; init; }

    public string? ReplyTo { get; init; }

    /// <summary>With or without angle brackets; the same one each time a message is sent again.</summary>
    public required string MessageId { get; init; }

    public required DateTimeOffset Date { get; init; }

    /// <summary>The Message-ID without brackets.</summary>
    internal string BareMessageId => MessageId is ['<', .. var inside, '>'] ? inside : MessageId;

    /// <summary>Why nothing can be written with it; null when all is well.</summary>
    public Refusal? Check()
        => !MailboxAddress.IsValid(From) ? Bad("from", "The sender's")
            : !MailboxAddress.IsValid(To) ? Bad("to", "The recipient's")
            : ReplyTo is not null && !MailboxAddress.IsValid(ReplyTo) ? Bad("reply-to", "The reply")
            : !MailboxAddress.IsMessageId(BareMessageId) ? new Refusal("mail.message-id", "The Message-ID is not of the form left@right.")
            : null;

    private static Refusal Bad(string code, string whose)
        => new($"mail.{code}", $"{whose} address is not a plain e-mail address in ASCII (write a domain of other letters as xn--).");
}
