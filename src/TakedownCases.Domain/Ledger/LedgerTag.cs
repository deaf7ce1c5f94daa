using System.Collections.Frozen;

namespace TakedownCases.Domain.Ledger;

/// <summary>
/// The numbers of the fields an entry may carry. 1..99 are in clear, 100..199 are commitments; <see cref="FilerKind"/>
/// is the one commitment below 100. A number is never reused.
/// </summary>
public static class LedgerTag
{
    public const ushort Stream = 1;
    public const ushort Kind = 2;
    public const ushort ActorKind = 3;
    public const ushort Actor = 4;
    public const ushort Role = 5;
    public const ushort Session = 6;
    public const ushort Command = 7;
    public const ushort AppVersion = 8;
    public const ushort Certainty = 9;
    public const ushort Purpose = 10;

    public const ushort Number = 20;
    public const ushort Track = 21;
    public const ushort State = 22;
    public const ushort Severity = 23;
    public const ushort Language = 24;
    public const ushort Country = 25;
    public const ushort FilerKind = 26;
    public const ushort Place = 27;
    public const ushort PlaceKind = 28;
    public const ushort Platform = 29;
    public const ushort Clock = 30;
    public const ushort ClockKind = 31;
    public const ushort Basis = 32;
    public const ushort BasisVersion = 33;
    public const ushort StartedAt = 34;
    public const ushort DueAt = 35;
    public const ushort Message = 36;
    public const ushort Staff = 37;
    public const ushort PreviousStaff = 38;
    public const ushort Shown = 39;
    public const ushort Fields = 40;
    public const ushort Outcome = 41;
    public const ushort Count = 42;
    public const ushort From = 43;
    public const ushort To = 44;
    public const ushort Consent = 45;
    public const ushort Until = 46;
    public const ushort SecondStaff = 47;
    public const ushort ReasonCode = 48;
    public const ushort At = 49;
    public const ushort WarnedPercent = 50;
    public const ushort Note = 51;
    public const ushort Person = 52;
    public const ushort Incident = 53;
    public const ushort Unchecked = 54;
    public const ushort Notice = 55;
    public const ushort NoticeKind = 56;
    public const ushort NoticeReference = 57;
    public const ushort Channel = 58;
    public const ushort MessageId = 59;
    public const ushort Attempt = 60;
    public const ushort Places = 61;
    public const ushort Source = 62;
    public const ushort StartedBy = 63;
    public const ushort LearnedAt = 64;
    public const ushort LeftAt = 65;
    public const ushort Task = 66;
    public const ushort TaskKind = 67;
    public const ushort Ladder = 68;
    public const ushort Rung = 69;
    public const ushort Action = 70;
    public const ushort Hotline = 71;
    public const ushort Duty = 72;
    public const ushort DueBefore = 73;
    public const ushort VersionBefore = 74;
    public const ushort Referral = 80;
    public const ushort ReferralReference = 81;
    public const ushort Authority = 82;
    public const ushort Ground = 83;
    public const ushort PassedOn = 84;
    public const ushort Pack = 85;

    public const ushort Address = 100;
    public const ushort Details = 101;
    public const ushort Text = 102;
    public const ushort Contact = 103;
    public const ushort Statement = 104;
    public const ushort Signature = 105;
    public const ushort Reason = 106;
    public const ushort Reach = 107;
    public const ushort AccessKey = 108;
    public const ushort Answer = 109;
    public const ushort Mime = 110;
    public const ushort Reply = 111;
    public const ushort Reference = 112;
    public const ushort Recipient = 113;

    private static readonly LedgerTagRow[] Rows =
    [
        new(Stream, "stream", LedgerShape.Text),
        new(Kind, "kind", LedgerShape.Text),
        new(ActorKind, "actor-kind", LedgerShape.Text),
        new(Actor, "actor", LedgerShape.Guid),
        new(Role, "role", LedgerShape.Text),
        new(Session, "session", LedgerShape.Bytes),
        new(Command, "command", LedgerShape.Guid),
        new(AppVersion, "app-version", LedgerShape.Text),
        new(Certainty, "certainty", LedgerShape.Text),
        new(Purpose, "purpose", LedgerShape.Text),
        new(Number, "number", LedgerShape.Text),
        new(Track, "track", LedgerShape.Text),
        new(State, "state", LedgerShape.Text),
        new(Severity, "severity", LedgerShape.Text),
        new(Language, "language", LedgerShape.Text),
        new(Country, "country", LedgerShape.Text),
        new(FilerKind, "filer-kind", LedgerShape.Commitment),
        new(Place, "place", LedgerShape.Guid),
        new(PlaceKind, "place-kind", LedgerShape.Text),
        new(Platform, "platform", LedgerShape.Text),
        new(Clock, "clock", LedgerShape.Guid),
        new(ClockKind, "clock-kind", LedgerShape.Text),
        new(Basis, "basis", LedgerShape.Text),
        new(BasisVersion, "basis-version", LedgerShape.Text),
        new(StartedAt, "started-at", LedgerShape.Instant),
        new(DueAt, "due-at", LedgerShape.Instant),
        new(Message, "message", LedgerShape.Guid),
        new(Staff, "staff", LedgerShape.Guid),
        new(PreviousStaff, "previous-staff", LedgerShape.Guid),
        new(Shown, "shown", LedgerShape.GuidList),
        new(Fields, "fields", LedgerShape.Text),
        new(Outcome, "outcome", LedgerShape.Text),
        new(Count, "count", LedgerShape.Int64),
        new(From, "from", LedgerShape.Text),
        new(To, "to", LedgerShape.Text),
        new(Consent, "consent", LedgerShape.Guid),
        new(Until, "until", LedgerShape.Instant),
        new(SecondStaff, "second-staff", LedgerShape.Guid),
        new(ReasonCode, "reason-code", LedgerShape.Text),
        new(At, "at", LedgerShape.Instant),
        new(WarnedPercent, "warned-percent", LedgerShape.Int64),
        new(Note, "note", LedgerShape.Guid),
        new(Person, "person", LedgerShape.Guid),
        new(Incident, "incident", LedgerShape.Guid),
        new(Unchecked, "unchecked", LedgerShape.Text),
        new(Notice, "notice", LedgerShape.Guid),
        new(NoticeKind, "notice-kind", LedgerShape.Text),
        new(NoticeReference, "notice-reference", LedgerShape.Text),
        new(Channel, "channel", LedgerShape.Text),
        new(MessageId, "message-id", LedgerShape.Text),
        new(Attempt, "attempt", LedgerShape.Int64),
        new(Places, "places", LedgerShape.GuidList),
        new(Source, "source", LedgerShape.Text),
        new(StartedBy, "started-by", LedgerShape.Text),
        new(LearnedAt, "learned-at", LedgerShape.Instant),
        new(LeftAt, "left-at", LedgerShape.Instant),
        new(Task, "task", LedgerShape.Guid),
        new(TaskKind, "task-kind", LedgerShape.Text),
        new(Ladder, "ladder", LedgerShape.Text),
        new(Rung, "rung", LedgerShape.Text),
        new(Action, "action", LedgerShape.Text),
        new(Hotline, "hotline", LedgerShape.Text),
        new(Duty, "duty", LedgerShape.Text),
        new(DueBefore, "due-before", LedgerShape.Instant),
        new(VersionBefore, "version-before", LedgerShape.Text),
        new(Referral, "referral", LedgerShape.Guid),
        new(ReferralReference, "referral-reference", LedgerShape.Text),
        new(Authority, "authority", LedgerShape.Text),
        new(Ground, "ground", LedgerShape.Text),
        new(PassedOn, "passed-on", LedgerShape.Text),
        new(Pack, "pack", LedgerShape.Guid),
        new(Address, "address", LedgerShape.Commitment),
        new(Details, "details", LedgerShape.Commitment),
        new(Text, "text", LedgerShape.Commitment),
        new(Contact, "contact", LedgerShape.Commitment),
        new(Statement, "statement", LedgerShape.Commitment),
        new(Signature, "signature", LedgerShape.Commitment),
        new(Reason, "reason", LedgerShape.Commitment),
        new(Reach, "reach", LedgerShape.Commitment),
        new(AccessKey, "access-key", LedgerShape.Commitment),
        new(Answer, "answer", LedgerShape.Commitment),
        new(Mime, "mime", LedgerShape.Commitment),
        new(Reply, "reply", LedgerShape.Commitment),
        new(Reference, "reference", LedgerShape.Commitment),
        new(Recipient, "recipient", LedgerShape.Commitment),
    ];

    private static readonly FrozenDictionary<ushort, LedgerTagRow> ByTag = Rows.ToFrozenDictionary(row => row.Tag);

    private static readonly FrozenDictionary<string, LedgerTagRow> ByName
        = Rows.ToFrozenDictionary(row => row.Name, StringComparer.Ordinal);

    /// <summary>Every field there is, in the order of the numbers.</summary>
    public static IReadOnlyList<LedgerTagRow> All => Rows;

    public static ushort Of(string name)
        => ByName.TryGetValue(name, out var row) ? row.Tag : throw UnknownTag($"No field is named '{name}'.", nameof(name));

    public static string NameOf(ushort tag)
        => Find(tag)?.Name ?? throw UnknownTag($"No field has the number {tag}.", nameof(tag));

    /// <summary>What is known about a field, or null: a ledger written by a later version may carry more.</summary>
    public static LedgerTagRow? Find(ushort tag) => ByTag.GetValueOrDefault(tag);

    /// <summary>True when the value is 32 bytes of HMAC and the ledger does not hold what it stands for.</summary>
    public static bool IsCommitment(ushort tag) => tag is FilerKind or (>= 100 and <= 199);

    private static ArgumentException UnknownTag(string message, string parameter) => new(message, parameter);
}

/// <summary>One line of the table of fields.</summary>
public sealed record LedgerTagRow(ushort Tag, string Name, LedgerShape Shape);
