using System.Security.Cryptography;
using System.Text;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Data.Notices;

/// <summary>
/// Composes a notice and makes of it what leaves: the record that people read again, and the bytes that a mail server gets,
/// once and for ever. What is incomplete for a law it cites is refused (design law 6).
/// </summary>
public sealed class NoticeFreezer(NoticeStore notices, CaseVault vault)
{
    private const int MessageIdBytes = 20;

    /// <summary>The text as it would go out now; a refusal says what is missing.</summary>
    public static Outcome<NoticeText> Compose(NoticeFacts facts)
    {
        var approved = NoticeValidity.Approve(facts);
        return approved.IsDone ? NoticeComposer.Compose(approved.Value) : approved.Refusal;
    }

    /// <summary>What the aggregate needs to be approved.</summary>
    public async Task<Outcome<NoticeFreeze>> FreezeAsync(Notice notice, NoticeFacts facts, CancellationToken cancellationToken)
    {
        var composed = Compose(facts);
        if (!composed.IsDone)
        {
            return composed.Refusal;
        }

        var text = composed.Value;
        if (notice.ChannelKind != ChannelKind.Mail || notice.Kind == NoticeKind.Complaint)
        {
            return new NoticeFreeze(Record(facts, text, text.Body), null, null, null, RecipientIsKnown: true);
        }

        var envelope = new NoticeEnvelope
        {
            From = facts.Sender.Address,
            FromName = facts.Sender.Organisation,
            To = facts.Recipient ?? "",
            MessageId = NewMessageId(facts.Sender.Address),
            Date = facts.Date,
        };
        if (envelope.Check() is { } refusal)
        {
            return refusal;
        }

        var bytes = NoticeMime.Write(text, envelope);
        var index = vault.RecipientIndex(envelope.To);
        return new NoticeFreeze(
            Record(facts, text, Encoding.ASCII.GetString(bytes)),
            Encoding.ASCII.GetString(bytes),
            envelope.MessageId,
            index,
            await notices.IsKnownAsync(index, cancellationToken));
    }

    /// <summary>A word that stands for what a preview showed: approving it means approving exactly that.</summary>
    public static string PrintOf(NoticeText text, string? recipient)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{recipient}\n{text.Subject}\n{text.Body}")));

    private static FrozenNotice Record(NoticeFacts facts, NoticeText text, string bytes) => new(
        facts.Recipient,
        text.Subject,
        text.Body,
        text.Json,
        [.. text.Fields.Select(field => new FrozenField(field.Name, field.Value))],
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(bytes))),
        NoticeValidity.Satisfied(facts));

    private static string NewMessageId(string from)
        => $"<{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(MessageIdBytes))}@{from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}>";
}
