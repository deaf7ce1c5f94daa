using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Cases;

/// <summary>
/// What a case is at one moment: the columns and parts that the database keeps, and the steps that verbs are made of. The
/// verbs themselves, and with them every rule on what may be done, stand in <see cref="TakedownCase"/>.
/// </summary>
public abstract partial class CaseRecord : CaseBound
{
    private protected readonly List<Place> _places = [];
    private protected readonly List<CaseClock> _clocks = [];
    private protected readonly List<CaseMessage> _messages = [];
    private protected readonly List<CaseNote> _notes = [];
    private protected readonly List<Consent> _consents = [];
    private protected readonly List<AccessKey> _keys = [];
    private protected readonly List<Recusal> _recusals = [];
    private protected readonly List<GlassGrant> _glass = [];
    private protected readonly List<StaffTask> _tasks = [];
    private protected readonly List<ClimbedRung> _rungs = [];
    private protected readonly List<SiteProvider> _providers = [];

    private protected CaseRecord()
    {
        Language = null!;
    }

    private protected CaseRecord(CaseId id, FilingFacts facts, DateTimeOffset now)
    {
        Id = id;
        Number = facts.Number;
        Track = facts.Track;
        Severity = SeverityRule.Of(facts.Details.Danger);
        Language = facts.Language;
        Country = facts.Country;
        Person = PersonId.New(now);
        FiledAt = now;
        FilingCommand = facts.Command;
        IsUnchecked = facts.IsUnchecked;
        Details = SealedText.OfRecord(facts.Details);
        Contact = facts.Contact is null ? null : SealedText.OfRecord(facts.Contact);
        Statement = facts.Statement is null ? null : SealedText.OfRecord(facts.Statement);
    }

    public CaseId Id { get; private set; }

    public CaseNumber Number { get; private set; }

    public Track Track { get; private protected set; }

    public CaseState State { get; private protected set; }

    public Severity Severity { get; private protected set; }

    public string Language { get; private set; }

    public string? Country { get; private set; }

    public PersonId Person { get; private set; }

    public StaffId? Assignee { get; private protected set; }

    public DateTimeOffset FiledAt { get; private set; }

    /// <summary>The earliest running deadline: what queues are sorted by. Null when nothing runs.</summary>
    public DateTimeOffset? NextDueAt { get; private protected set; }

    /// <summary>When we waited for the survivor: what clocks that may pause are counted without.</summary>
    public WaitingTimes Waits { get; private protected set; } = WaitingTimes.None;

    public DateTimeOffset? SurvivorWroteAt { get; private protected set; }

    public DateTimeOffset? StaffWroteAt { get; private protected set; }

    /// <summary>When a hotline was first told (practice P4).</summary>
    public DateTimeOffset? HotlineToldAt { get; private protected set; }

    public DateTimeOffset? AuthorityCheckedAt { get; private protected set; }

    public DateTimeOffset? ErasureDueAt { get; private protected set; }

    public bool ErasureKeepsProof { get; private protected set; }

    public CommandId FilingCommand { get; private set; }

    /// <summary>Came in an odd way, such as very many from one network, and no person has looked at it since.</summary>
    public bool IsUnchecked { get; private protected set; }

    /// <summary>Until when an authority asked us to hold still (practice P4); null without a hold.</summary>
    public DateTimeOffset? HoldUntil { get; private protected set; }

    public int PlaceCount { get; private protected set; }

    public SealedText? Details { get; private protected set; }

    public SealedText? Contact { get; private protected set; }

    public SealedText? Statement { get; private protected set; }

    /// <summary>Who asked for the hold and why.</summary>
    public SealedText? HoldWords { get; private protected set; }

    public IReadOnlyList<Place> Places => _places;

    public IReadOnlyList<CaseClock> Clocks => _clocks;

    public IReadOnlyList<CaseMessage> Messages => _messages;

    public IReadOnlyList<CaseNote> Notes => _notes;

    public IReadOnlyList<Consent> Consents => _consents;

    public IReadOnlyList<AccessKey> Keys => _keys;

    public IReadOnlyList<Recusal> Recusals => _recusals;

    public IReadOnlyList<GlassGrant> Glass => _glass;

    public bool IsOpen => CaseStates.IsOpen(State);

    /// <summary>What people have been asked to do in this case.</summary>
    public IReadOnlyList<StaffTask> Tasks => _tasks;

    /// <summary>The rungs that its clocks have climbed.</summary>
    public IReadOnlyList<ClimbedRung> Rungs => _rungs;

    /// <summary>Who hosts, delivers and registers its sites, where staff found out.</summary>
    public IReadOnlyList<SiteProvider> Providers => _providers;

    public override CaseId Stream => Id;

    private protected bool IsErased => State == CaseState.Erased;

    private protected CasePlaces PlacesOf() => new(Id, _places, Recorded);

    private protected CaseClocks ClocksOf() => new(Id, _clocks, Recorded);

    private protected CaseConversation ConversationOf() => new(Id, _messages, _notes, Recorded);

    private protected CaseConsents ConsentsOf() => new(Id, _consents, Recorded);

    private protected CaseKeys KeysOf() => new(Id, _keys, Recorded);

    private protected CaseTasks TasksOf() => new(Id, _tasks, Recorded);

    private protected CaseWalls WallsOf() => new(Id, _recusals, _glass, Recorded);

    private protected int AddEach(IReadOnlyList<NewPlace> places, Actor by, DateTimeOffset now)
    {
        var added = PlacesOf().Add(places, by, now);
        PlaceCount += added;
        return added;
    }

    private protected void MoveTo(CaseState state, Actor by, DateTimeOffset now)
    {
        Record(new StateChanged(by, now, State, state));
        Stand(state, now);
    }

    private protected Outcome End(CaseState state, CaseEvent ended, StartClock? startClock)
    {
        if (!CaseStates.MayFollow(State, state))
        {
            return CaseRefusals.NotOpen;
        }

        var isOver = !IsOpen;
        Record(ended);
        Stand(state, ended.At);
        StopClocks(clock => !ClockKinds.OutlivesCase(clock.Kind), ended.By, ended.At);
        if (startClock is not null && !isOver)
        {
            Start([Counted(ClockKind.Retention, startClock, ended.At) with { StartedBy = "case-ended" }], ended.At);
        }

        return Outcome.Done;
    }

    private protected void Informed(StartClock startClock, Actor by, DateTimeOffset now)
    {
        StaffWroteAt = now;
        Meet(ClockKind.KeepInformed, by, now);
        if (IsOpen)
        {
            Start(ClockKind.KeepInformed, startClock, now);
        }
    }

    private protected void Answered(StartClock startClock, Actor by, DateTimeOffset now)
    {
        SurvivorWroteAt = now;
        StopWaiting(by, startClock, now);
    }

    private protected void StopWaiting(Actor by, StartClock startClock, DateTimeOffset now)
    {
        if (State == CaseState.WaitingForSurvivor)
        {
            MoveTo(CaseState.InProgress, by, now);
            ClocksOf().GoOn(clock => Counted(clock.Kind, startClock, clock.StartedAt) with { StartedBy = clock.StartedBy }, now);
            Settle(now);
        }
    }
}
