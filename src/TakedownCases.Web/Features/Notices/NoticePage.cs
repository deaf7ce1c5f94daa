using TakedownCases.Data.Notices;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Web.Features.Notices;

/// <summary>One notice for one viewer: what it will say while it is a draft, what it said and what came of it afterwards.</summary>
public sealed record NoticePage
{
    public required string Number { get; init; }

    public required Notice Notice { get; init; }

    public required string PlatformName { get; init; }

    /// <summary>The directory's entry of its channel; null for an address typed by hand.</summary>
    public Channel? Channel { get; init; }

    public string? Recipient { get; init; }

    /// <summary>Why that address, where a person typed it.</summary>
    public string? WhyThisRecipient { get; init; }

    public required IReadOnlyList<NoticedLine> Places { get; init; }

    public required IReadOnlyList<CaseClock> Clocks { get; init; }

    public required IReadOnlyDictionary<StaffId, string> Names { get; init; }

    public string? Earlier { get; init; }

    /// <summary>The law whose time ran out, of a complaint: it names the authority to turn to.</summary>
    public LegalBasis? Missed { get; init; }

    /// <summary>What is to be approved; null once it is frozen, and where its words were erased.</summary>
    public DraftView? Draft { get; init; }

    /// <summary>What was approved; null while it is a draft, and where its words were erased.</summary>
    public FrozenNotice? Frozen { get; init; }

    /// <summary>The form's reference, or the server's answer.</summary>
    public string? Receipt { get; init; }

    public IReadOnlyList<AttemptLine> Attempts { get; init; } = [];

    public OutboxItem? Outbox { get; init; }

    /// <summary>A server put it off, and it is tried again later.</summary>
    public bool IsDeferred => Notice.State == NoticeState.Queued && Attempts.Count > 0 && Outbox?.NextAt > Now;

    public required bool IsOpen { get; init; }

    public required Viewer Viewer { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>In which zone a time is typed.</summary>
    public required string Zone { get; init; }

    /// <summary>What the forms are bound to; typed words come back through the model state.</summary>
    public NoticeInput Input { get; init; } = new();

    public bool IsMinor => Notice.Track == Track.Minor;

    public string At(string path = "") => $"{NoticePath.List(Number)}/{Notice.Reference.Value}{(path.Length == 0 ? "" : "/" + path)}";

    public bool May(CaseAction action) => IsOpen && CasePermissions.May(Viewer, action);

    public string? Name(StaffId? staff) => staff is { } id ? Names.GetValueOrDefault(id) : null;

    public Guid NextCommand() => CommandId.New(Now).Value;
}

/// <summary>A place that the notice names; the address is inert text.</summary>
public sealed record NoticedLine(Guid Id, int Ordinal, PlaceState State, string? Kind, string? Address);

/// <summary>
/// A draft as it would go out now. <paramref name="Text"/> is null while something is missing or stands against it
/// (<paramref name="Refusal"/>); <paramref name="Print"/> and <paramref name="Shown"/> let an approval mean exactly this.
/// </summary>
public sealed record DraftView(
    IReadOnlyList<MissingElement> Missing,
    string? Refusal,
    NoticeText? Text,
    NoticePreview Preview,
    string? Print,
    long Shown,
    bool HasConsent,
    bool RecipientIsKnown,
    IReadOnlyList<LegalBasis> Bases);

/// <summary>One conversation with a mail server.</summary>
public sealed record AttemptLine(int Number, string Outcome, DateTimeOffset StartedAt, DateTimeOffset EndedAt, AttemptEvidence? Evidence);
