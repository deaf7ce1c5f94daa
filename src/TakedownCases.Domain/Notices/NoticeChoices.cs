using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Domain.Notices;

/// <summary>
/// What a person chose for a notice, sealed as one record; the rest follows from the case. <paramref name="Bases"/> are
/// ids with their versions, "us-tida-removal@2026-11-22"; <paramref name="WhyThisRecipient"/> is said where the address was
/// typed by hand, <paramref name="PlatformName"/> where the directory does not know the platform,
/// <paramref name="Harms"/> where the filing does not say what kind of harm it is, <paramref name="ProviderName"/> where it goes to
/// whoever hosts, delivers or registers the site.
/// </summary>
public sealed record NoticeChoices(
    string? Recipient,
    IReadOnlyList<PlaceId> Places,
    IReadOnlyList<string> Bases,
    NoticeSigner Signer,
    string? AddedWords,
    string? MissedBasis = null,
    DateOnly? PreserveUntil = null,
    string? WhyThisRecipient = null,
    string? PlatformName = null,
    IReadOnlyList<HarmKind>? Harms = null,
    string? ProviderName = null);

/// <summary>Through which channel of the platform, and in which language.</summary>
public sealed record NoticeRoute(string Channel, ChannelKind Kind, string Language);

/// <summary>
/// A notice as it was frozen: what is read again, pasted into a form or shown to a court. The message itself, byte for byte,
/// stands beside it.
/// </summary>
public sealed record FrozenNotice(
    string? Recipient,
    string Subject,
    string Body,
    string Json,
    IReadOnlyList<FrozenField> Fields,
    string Sha256,
    IReadOnlyList<FrozenLaw>? Laws = null);

/// <summary>A law that the notice cited, "id@version", and which of the elements that it asks for the notice had when it was frozen.</summary>
public sealed record FrozenLaw(string Basis, IReadOnlyList<NoticeElement> Elements);

/// <summary>One field for a platform's form: its code, and what to paste.</summary>
public sealed record FrozenField(string Name, string Value);

/// <summary>What makes a notice leave as it was approved: the record, the bytes as text (they are 7-bit) and their id.</summary>
public sealed record NoticeFreeze(FrozenNotice Record, string? Mime, string? MessageId, byte[]? RecipientIndex, bool RecipientIsKnown);
