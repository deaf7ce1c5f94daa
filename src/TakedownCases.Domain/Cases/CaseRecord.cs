using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Cases;

/// <summary>
/// What a case is at one moment: the columns and parts that the database keeps, and the steps that verbs are made of. The
/// verbs themselves, and with them every rule on what may be done, stand in <see cref="TakedownCase"/>.
/// </summary>
public abstract class CaseRecord
{
    private protected readonly List<Place> _places = [];
    private protected readonly List<CaseClock> _clocks = [];
    private protected readonly List<CaseMessage> _messages = [];
    private protected readonly List<CaseNote> _notes = [];
    private protected readonly List<Consent> _consents = [];
    private protected readonly List<AccessKey> _keys = [];
    private protected readonly List<Recusal> _recusals = [];
    private protected readonly List<GlassGrant> _glass = [];
    private readonly List<CaseEvent> _events = [];

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

    public DateTimeOffset? SurvivorWroteAt { get; private protected set; }

    public DateTimeOffset? StaffWroteAt { get; private protected set; }

    public DateTimeOffset? AuthorityCheckedAt { get; private protected set; }

    public DateTimeOffset? ErasureDueAt { get; private protected set; }

    public bool ErasureKeepsProof { get; private protected set; }

    public CommandId FilingCommand { get; private set; }

    /// <summary>Came in an odd way, such as very many from one network, and no person has looked at it since.</summary>
    public bool IsUnchecked { get; private protected set; }

    public int PlaceCount { get; private protected set; }

    public SealedText? Details { get; private protected set; }

    public SealedText? Contact { get; private protected set; }

    public SealedText? Statement { get; private protected set; }

    public IReadOnlyList<Place> Places => _places;

    public IReadOnlyList<CaseClock> Clocks => _clocks;

    public IReadOnlyList<CaseMessage> Messages => _messages;

    public IReadOnlyList<CaseNote> Notes => _notes;

    public IReadOnlyList<Consent> Consents => _consents;

    public IReadOnlyList<AccessKey> Keys => _keys;

    public IReadOnlyList<Recusal> Recusals => _recusals;

    public IReadOnlyList<GlassGrant> Glass => _glass;

    public bool IsOpen => CaseStates.IsOpen(State);

    /// <summary>What happened since the case was loaded; the ledger takes them when the change is saved.</summary>
    public IReadOnlyList<CaseEvent> Events => _events;

    /// <summary>The Data project calls this once the events stand in the ledger.</summary>
    public void ForgetEvents() => _events.Clear();

    private protected bool IsErased => State == CaseState.Erased;

    private protected Outcome Record(CaseEvent happened)
    {
        _events.Add(happened);
        return Outcome.Done;
    }

    private protected CasePlaces PlacesOf() => new(Id, _places, _events);

    private protected CaseClocks ClocksOf() => new(Id, _clocks, _events);

    private protected CaseConversation ConversationOf() => new(Id, _messages, _notes, _events);

    private protected CaseConsents ConsentsOf() => new(Id, _consents, _events);

    private protected CaseKeys KeysOf() => new(Id, _keys, _events);

    private protected CaseWalls WallsOf() => new(Id, _recusals, _glass, _events);

    private protected int AddEach(IReadOnlyList<NewPlace> places, Actor by, DateTimeOffset now)
    {
        var added = PlacesOf().Add(places, by, now);
        PlaceCount += added;
        return added;
    }

    private protected void MoveTo(CaseState state, Actor by, DateTimeOffset now)
    {
        Record(new StateChanged(by, now, State, state));
        State = state;
    }

    private protected Outcome End(CaseState state, CaseEvent ended)
    {
        if (!CaseStates.MayFollow(State, state))
        {
            return CaseRefusals.NotOpen;
        }

        State = state;
        Record(ended);
        StopClocks(ended.By, ended.At);
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

    private protected void Answered(Actor by, DateTimeOffset now)
    {
        SurvivorWroteAt = now;
        if (State == CaseState.WaitingForSurvivor)
        {
            MoveTo(CaseState.InProgress, by, now);
        }
    }

    private protected void Start(ClockKind kind, StartClock startClock, DateTimeOffset now)
    {
        ClocksOf().Start(startClock(kind, Track, Severity, now), now);
        NextDueAt = ClocksOf().NextDueAt;
    }

    private protected void Meet(ClockKind kind, Actor by, DateTimeOffset now)
    {
        ClocksOf().Meet(kind, by, now);
        NextDueAt = ClocksOf().NextDueAt;
    }

    private protected void Recount(StartClock startClock, Actor by, DateTimeOffset now)
    {
        ClocksOf().Recount(clock => startClock(clock.Kind, Track, Severity, clock.StartedAt), by, now);
        NextDueAt = ClocksOf().NextDueAt;
    }

    private protected void StopClocks(Actor by, DateTimeOffset now)
    {
        ClocksOf().StopAll(by, now);
        NextDueAt = ClocksOf().NextDueAt;
    }
}
