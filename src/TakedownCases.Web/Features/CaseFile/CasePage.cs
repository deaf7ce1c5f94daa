using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Notices;

namespace TakedownCases.Web.Features.CaseFile;

/// <summary>The parts of a case page; each is a page of its own, so that only what is looked at is opened.</summary>
public enum CaseSection
{
    Summary,
    Places,
    Notices,
    Clocks,
    Messages,
    Notes,
    People,
    Timeline,
    Readers,
    History,
}

/// <summary>The bar on top of every part: which case this is, and how this person may be reached.</summary>
public sealed record CaseIdentity(
    string Number,
    Track Track,
    CaseState State,
    Severity Severity,
    string Language,
    string? Country,
    DateTimeOffset FiledAt,
    DateTimeOffset? DueAt,
    string? Assignee,
    bool IsMine,
    bool IsOpen,
    SafeContact? Contact,
    bool ContactErased,
    DateTimeOffset? HeldUntil = null);

/// <summary>One part of one case for one viewer.</summary>
public sealed class CasePage
{
    private readonly DateTimeOffset _now;

    internal CasePage(CaseIdentity identity, CaseSection section, Viewer viewer, DateTimeOffset now)
    {
        (Identity, Section, Viewer, _now) = (identity, section, viewer, now);
    }

    public CaseIdentity Identity { get; }

    public CaseSection Section { get; }

    public Viewer Viewer { get; }

    public DateTimeOffset Now => _now;

    /// <summary>What forms are bound to; always empty, typed words come back through the model state.</summary>
    public CaseInput Input { get; } = new();

    public DateTimeOffset? GlassUntil { get; init; }

    /// <summary>The part's own content; its type follows from <see cref="Section"/>.</summary>
    public required object Content { get; init; }

    /// <summary>The colleagues one may name, by id.</summary>
    public IReadOnlyDictionary<StaffId, string> Names { get; init; } = new Dictionary<StaffId, string>();

    public string At(string path) => $"/staff/cases/{Identity.Number}{(path.Length == 0 ? "" : "/" + path)}";

    public bool May(CaseAction action) => CasePermissions.May(Viewer, action);

    public Guid NextCommand() => CommandId.New(_now).Value;
}

/// <summary>A form that is only a button.</summary>
public sealed record VerbForm(string Action, string Label, bool Quiet, Guid Command);

public sealed record SummaryPart(CaseDetails? Details, SignedStatement? Statement, DateTimeOffset? AuthorityCheckedAt, ClocksPart Clocks);

public sealed record PlacesPart(IReadOnlyList<PlaceLine> Places, IReadOnlyList<(string Id, string Name)> Platforms);

public sealed record PlaceLine(
    Guid Id, int Ordinal, PlaceState State, DateTimeOffset? StateSince, string? Platform, string? PlatformName, PlaceDetails? Details, Reach? Reach, DateTimeOffset AddedAt);

/// <summary>The notices of the case, newest first.</summary>
public sealed record NoticesPart(IReadOnlyList<NoticeLine> Notices, DateTimeOffset? HotlineToldAt);

/// <summary>One notice in the list; <paramref name="Due"/> is the next deadline that it started.</summary>
public sealed record NoticeLine(
    string Reference,
    NoticeKind Kind,
    NoticeState State,
    string? Platform,
    IReadOnlyList<int> Places,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LeftAt,
    CaseClock? Due);

/// <summary>The deadlines of the case; the numbers of the places they run on, by id.</summary>
public sealed record ClocksPart(IReadOnlyList<CaseClock> Clocks, IReadOnlyDictionary<PlaceId, int> Ordinals)
{
    /// <summary>Our next deadline, and theirs: the case is due by the earlier. What stands still has none.</summary>
    public CaseClock? Ours => Next(clock => !IsTheirs(clock));

    public CaseClock? Theirs => Next(IsTheirs);

    public CaseClock? Any => Next(_ => true);

    private static bool IsTheirs(CaseClock clock) => clock.Kind is ClockKind.Acknowledgement or ClockKind.Removal or ClockKind.Authority;

    private CaseClock? Next(Func<CaseClock, bool> which)
        => Clocks.Where(clock => clock is { IsRunning: true, PausedAt: null } && which(clock)).MinBy(clock => clock.DueAt);
}

/// <summary>One clock: why it is due when it is, under which law and why that applies, and what became of it.</summary>
public sealed record TracePart(CaseClock Clock, ClockTrace Trace)
{
    public LegalBasis? Basis { get; init; }

    /// <summary>The number of the place it runs on.</summary>
    public int? Ordinal { get; init; }

    public string? Why { get; init; }

    public (DateTimeOffset Least, DateTimeOffset Most)? Range { get; init; }

    public string? Words { get; init; }

    public DateTimeOffset? PausedSince { get; init; }

    public IReadOnlyList<RecountLine> Recounts { get; init; } = [];
}

/// <summary>A time at which a clock was counted again, stood still, went on or ended; with the words of whoever ended it.</summary>
public sealed record RecountLine(DateTimeOffset At, string Who, string What, string? Words);

public sealed record MessagesPart(IReadOnlyList<MessageLine> Messages);

public sealed record MessageLine(ActorKind By, string? Staff, string? Text, DateTimeOffset At);

public sealed record NotesPart(IReadOnlyList<NoteLine> Notes, int Hidden, IReadOnlyList<NoteKind> MayWrite);

public sealed record NoteLine(NoteKind Kind, string? Staff, string? Text, DateTimeOffset At);

public sealed record PeoplePart(
    CaseDetails? Details,
    IReadOnlyList<Consent> Consents,
    IReadOnlyList<AccessKey> Keys,
    DateTimeOffset? AuthorityCheckedAt,
    IReadOnlyList<Recusal> Recusals,
    IReadOnlyList<GlassGrant> Glass,
    IReadOnlyList<ColleagueLine> Colleagues,
    bool HasRecoveryAnswer);

public sealed record ColleagueLine(Guid Id, string Name);

public sealed record StreamPart(IReadOnlyList<StreamLine> Lines, long? Older, bool IsFirstPage);

public sealed record StreamLine(
    long Seq, DateTimeOffset At, string Kind, string Who, string What, string? Words, string Certainty, string Hash);
