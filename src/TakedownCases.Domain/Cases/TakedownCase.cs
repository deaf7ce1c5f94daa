using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Cases;

/// <summary>
/// One person's matter on one track. It changes only through the methods here, and each change records an event that
/// becomes a ledger entry in the same transaction (design law 3).
/// </summary>
public sealed class TakedownCase
{
    private readonly List<CaseEvent> _events = [];
    private readonly List<Place> _places = [];
    private readonly List<CaseClock> _clocks = [];
    private readonly List<CaseMessage> _messages = [];
    private readonly List<CaseNote> _notes = [];
    private readonly List<Consent> _consents = [];
    private readonly List<AccessKey> _keys = [];
    private readonly List<Recusal> _recusals = [];
    private readonly List<GlassGrant> _glass = [];

    private TakedownCase()
    {
        Language = null!;
    }

    private TakedownCase(CaseId id, FilingFacts facts, DateTimeOffset now)
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
        Details = SealedText.OfRecord(facts.Details);
        Contact = facts.Contact is null ? null : SealedText.OfRecord(facts.Contact);
        Statement = facts.Statement is null ? null : SealedText.OfRecord(facts.Statement);
    }

    public CaseId Id { get; private set; }

    public CaseNumber Number { get; private set; }

    public Track Track { get; private set; }

    public CaseState State { get; private set; }

    public Severity Severity { get; private set; }

    public string Language { get; private set; }

    public string? Country { get; private set; }

    public PersonId Person { get; private set; }

    public StaffId? Assignee { get; private set; }

    public DateTimeOffset FiledAt { get; private set; }

    /// <summary>The earliest running deadline: what queues are sorted by. Null when nothing runs.</summary>
    public DateTimeOffset? NextDueAt { get; private set; }

    public DateTimeOffset? SurvivorWroteAt { get; private set; }

    public DateTimeOffset? StaffWroteAt { get; private set; }

    public DateTimeOffset? AuthorityCheckedAt { get; private set; }

    public DateTimeOffset? ErasureDueAt { get; private set; }

    public bool ErasureKeepsProof { get; private set; }

    public CommandId FilingCommand { get; private set; }

    public int PlaceCount { get; private set; }

    public SealedText? Details { get; private set; }

    public SealedText? Contact { get; private set; }

    public SealedText? Statement { get; private set; }

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

    /// <summary>Opens a case from a filing, with its first clocks. Refuses what contradicts the track or the filer.</summary>
    public static Outcome<TakedownCase> File(FilingFacts facts, StartClock startClock, DateTimeOffset now)
    {
        if (FilingRules.Check(facts) is { } refusal)
        {
            return refusal;
        }

        var takedownCase = new TakedownCase(CaseId.New(now), facts, now);
        takedownCase._events.Add(new CaseFiled(
            facts.By, now, facts.Number, facts.Track, takedownCase.Severity, facts.Language, facts.Country, facts.Places.Count,
            takedownCase.Details!, takedownCase.Contact, takedownCase.Statement, facts.Command.Value));
        if (facts.KeyLookup is { } lookup)
        {
            var holder = facts.Details.Filer == FilerKind.Survivor ? KeyHolder.Survivor : KeyHolder.Filer;
            takedownCase._keys.Add(new AccessKey(takedownCase.Id, lookup, holder, now));
        }

        takedownCase.AddEach(facts.Places, facts.By, now);
        foreach (var action in facts.Consents.Distinct())
        {
            takedownCase.GiveConsent(action, facts.By, now);
        }

        takedownCase.Start(startClock(ClockKind.FirstReview, facts.Track, takedownCase.Severity, now), now);
        if (facts.Details.Filer != FilerKind.Bystander)
        {
            takedownCase.Start(startClock(ClockKind.KeepInformed, facts.Track, takedownCase.Severity, now), now);
        }

        return takedownCase;
    }

    /// <summary>More places join the case; those already in it are passed over. Needs the places loaded.</summary>
    public Outcome<int> AddPlaces(IReadOnlyList<NewPlace> places, Actor by, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return CaseRefusals.NotOpen;
        }

        if (PlaceCount + places.Count > FilingLimits.Places)
        {
            return CaseRefusals.TooManyPlaces;
        }

        return AddEach(places, by, now);
    }

    public Outcome CheckPlace(PlaceId id, string? platform, Actor by, DateTimeOffset now)
    {
        if (_places.Find(place => place.Id == id) is not { } place)
        {
            return CaseRefusals.NoSuchPlace;
        }

        if (place.State != PlaceState.Filed)
        {
            return Outcome.Done;
        }

        place.Check(platform);
        _events.Add(new PlaceChecked(by, now, id, place.Platform));
        return Outcome.Done;
    }

    /// <summary>The survivor takes one place back; doing it twice is doing it once.</summary>
    public Outcome WithdrawPlace(PlaceId id, Actor by, DateTimeOffset now)
    {
        if (_places.Find(place => place.Id == id) is not { } place)
        {
            return CaseRefusals.NoSuchPlace;
        }

        if (place.State != PlaceState.Withdrawn)
        {
            place.Withdraw();
            _events.Add(new PlaceWithdrawn(by, now, id));
        }

        return Outcome.Done;
    }

    public Outcome Claim(StaffId staff, Actor by, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return CaseRefusals.NotOpen;
        }

        if (Assignee is { } holder && holder != staff)
        {
            return CaseRefusals.AlreadyClaimed;
        }

        if (Assignee is null)
        {
            _events.Add(new CaseAssigned(by, now, null, staff));
            Assignee = staff;
        }

        return Outcome.Done;
    }

    public Outcome Release(Actor by, DateTimeOffset now)
    {
        if (Assignee is { } holder)
        {
            _events.Add(new CaseAssigned(by, now, holder, null));
            Assignee = null;
        }

        return Outcome.Done;
    }

    /// <summary>A person has read the filing: the first-review clock is met and work begins.</summary>
    public Outcome Review(Actor by, DateTimeOffset now)
    {
        if (State == CaseState.Filed)
        {
            MoveTo(CaseState.InProgress, by, now);
            Meet(ClockKind.FirstReview, by, now);
        }

        return Outcome.Done;
    }

    public Outcome ChangeSeverity(Severity severity, Actor by, DateTimeOffset now)
    {
        if (severity != Severity)
        {
            _events.Add(new SeverityChanged(by, now, Severity, severity));
            Severity = severity;
        }

        return Outcome.Done;
    }

    /// <summary>To the minor track at once; back to the adult track only with a second person (design section 2).</summary>
    public Outcome MoveToTrack(Track track, Actor by, StaffId? second, DateTimeOffset now)
    {
        if (track == Track)
        {
            return Outcome.Done;
        }

        if (track == Track.Adult && (second is null || second == by.Staff))
        {
            return CaseRefusals.NeedsSecondPerson;
        }

        _events.Add(new TrackChanged(by, now, Track, track, second));
        Track = track;
        if (track == Track.Minor)
        {
            Statement = null;
        }

        return Outcome.Done;
    }

    /// <summary>A message by either side. Staff's keeps the person informed: that clock is met and starts again.</summary>
    public Outcome<MessageId> WriteMessage(string text, Actor by, StartClock startClock, DateTimeOffset now)
    {
        if (State is CaseState.Erased || ErasureDueAt is not null)
        {
            return CaseRefusals.NotOpen;
        }

        var message = new CaseMessage(Id, MessageId.New(now), by, SealedText.Of(text), now);
        _messages.Add(message);
        _events.Add(new MessageWritten(by, now, message.Id, message.Text!));
        if (by.Kind == ActorKind.Staff)
        {
            StaffWroteAt = now;
            Restart(ClockKind.KeepInformed, startClock, by, now);
        }
        else
        {
            SurvivorWroteAt = now;
            if (State == CaseState.WaitingForSurvivor)
            {
                MoveTo(CaseState.InProgress, by, now);
            }
        }

        return message.Id;
    }

    public NoteId WriteNote(NoteKind kind, string text, Actor by, DateTimeOffset now)
    {
        var staff = by.Staff ?? throw new InvalidOperationException("Only staff write notes.");
        var note = new CaseNote(Id, NoteId.New(now), kind, staff, SealedText.Of(text), now);
        _notes.Add(note);
        _events.Add(new NoteWritten(by, now, note.Id, kind, note.Text!));
        return note.Id;
    }

    /// <summary>We asked the survivor something: internal clocks that may pause do so from here.</summary>
    public Outcome WaitForSurvivor(Actor by, DateTimeOffset now)
    {
        if (!CaseStates.MayFollow(State, CaseState.WaitingForSurvivor))
        {
            return CaseRefusals.NotOpen;
        }

        MoveTo(CaseState.WaitingForSurvivor, by, now);
        Meet(ClockKind.FirstReview, by, now);
        return Outcome.Done;
    }

    /// <summary>The survivor tells more; the whole of the details is kept anew.</summary>
    public Outcome AddContext(CaseDetails details, Actor by, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return CaseRefusals.NotOpen;
        }

        Details = SealedText.OfRecord(details);
        SurvivorWroteAt = now;
        _events.Add(new ContextAdded(by, now, Details));
        return Outcome.Done;
    }

    public Outcome ChangeContact(SafeContact contact, Actor by, DateTimeOffset now)
    {
        if (State == CaseState.Erased)
        {
            return CaseRefusals.NotOpen;
        }

        Contact = SealedText.OfRecord(contact);
        _events.Add(new ContactChanged(by, now, Contact));
        return Outcome.Done;
    }

    public void GiveConsent(ConsentAction action, Actor by, DateTimeOffset now)
    {
        if (_consents.Exists(consent => consent.Action == action && consent.IsInForce))
        {
            return;
        }

        var consent = new Consent(Id, action, now);
        _consents.Add(consent);
        _events.Add(new ConsentGiven(by, now, consent.Id, action));
    }

    public Outcome WithdrawConsent(ConsentAction action, Actor by, DateTimeOffset now)
    {
        foreach (var consent in _consents.Where(consent => consent.Action == action && consent.IsInForce))
        {
            consent.Withdraw(now);
            _events.Add(new ConsentWithdrawn(by, now, consent.Id, action));
        }

        return Outcome.Done;
    }

    /// <summary>The survivor stops everything that has not left the house (practice P13).</summary>
    public Outcome Withdraw(Actor by, DateTimeOffset now)
    {
        if (State == CaseState.Withdrawn)
        {
            return Outcome.Done;
        }

        if (!CaseStates.MayFollow(State, CaseState.Withdrawn))
        {
            return CaseRefusals.NotOpen;
        }

        State = CaseState.Withdrawn;
        _events.Add(new CaseWithdrawn(by, now));
        StopClocks(by, now);
        return Outcome.Done;
    }

    public Outcome Close(Actor by, DateTimeOffset now)
    {
        if (!CaseStates.MayFollow(State, CaseState.Closed))
        {
            return CaseRefusals.NotOpen;
        }

        MoveTo(CaseState.Closed, by, now);
        StopClocks(by, now);
        return Outcome.Done;
    }

    /// <summary>A withdrawn or closed case is taken up again; keeping the person informed starts anew.</summary>
    public Outcome Reopen(StartClock startClock, Actor by, DateTimeOffset now)
    {
        if (State is not (CaseState.Withdrawn or CaseState.Closed))
        {
            return CaseRefusals.NotClosed;
        }

        MoveTo(CaseState.InProgress, by, now);
        Start(startClock(ClockKind.KeepInformed, Track, Severity, now), now);
        return Outcome.Done;
    }

    /// <summary>Asks for erasure, which waits until <paramref name="dueAt"/> and can be undone until then.</summary>
    public Outcome RequestErasure(bool keepProof, DateTimeOffset dueAt, Actor by, DateTimeOffset now)
    {
        if (State == CaseState.Erased)
        {
            return CaseRefusals.NotOpen;
        }

        ErasureDueAt = dueAt;
        ErasureKeepsProof = keepProof;
        _events.Add(new ErasureRequested(by, now, dueAt, keepProof));
        return CaseStates.MayFollow(State, CaseState.Withdrawn) ? Withdraw(by, now) : Outcome.Done;
    }

    public Outcome UndoErasure(Actor by, DateTimeOffset now)
    {
        if (ErasureDueAt is null || State == CaseState.Erased)
        {
            return CaseRefusals.NothingToUndo;
        }

        ErasureDueAt = null;
        _events.Add(new ErasureUndone(by, now));
        return Outcome.Done;
    }

    /// <summary>Destroys what the person said. Needs places, messages and notes loaded; the vault drops the key beside it.</summary>
    public Outcome Erase(Actor by, DateTimeOffset now)
    {
        if (ErasureDueAt is not { } dueAt || dueAt > now || State == CaseState.Erased)
        {
            return CaseRefusals.NothingToUndo;
        }

        State = CaseState.Erased;
        Details = Contact = Statement = null;
        _places.ForEach(place => place.Erase(ErasureKeepsProof));
        _messages.ForEach(message => message.Erase());
        _notes.ForEach(note => note.Erase());
        _keys.ForEach(key => key.End(now));
        StopClocks(by, now);
        ErasureDueAt = null;
        Assignee = null;
        _events.Add(new CaseErased(by, now, ErasureKeepsProof));
        return Outcome.Done;
    }

    public Outcome ConfirmKey(Actor by, DateTimeOffset now)
    {
        if (_keys.Find(key => key.EndedAt is null) is { ConfirmedAt: null } current)
        {
            current.Confirm(now);
            _events.Add(new KeyConfirmed(by, now));
        }

        return Outcome.Done;
    }

    /// <summary>
    /// A new key ends the ones before it. Staff replace a lost key only as two people (practice P14); the survivor may
    /// take over from whoever filed.
    /// </summary>
    public Outcome ReplaceKey(byte[] lookup, KeyHolder holder, string reason, Actor by, StaffId? second, DateTimeOffset now)
    {
        if (by.Kind == ActorKind.Staff && (second is null || second == by.Staff))
        {
            return CaseRefusals.NeedsSecondPerson;
        }

        _keys.ForEach(key => key.End(now));
        _keys.Add(new AccessKey(Id, lookup, holder, now));
        _events.Add(new KeyReplaced(by, now, reason, second));
        return Outcome.Done;
    }

    public Outcome CheckAuthority(string reason, Actor by, DateTimeOffset now)
    {
        AuthorityCheckedAt = now;
        _events.Add(new AuthorityChecked(by, now, SealedText.Of(reason)));
        return Outcome.Done;
    }

    public Outcome Recuse(StaffId staff, Actor by, DateTimeOffset now)
    {
        if (!_recusals.Exists(recusal => recusal.Staff == staff))
        {
            _recusals.Add(new Recusal(Id, staff, now));
            _events.Add(new ColleagueRecused(by, now, staff));
            if (Assignee == staff)
            {
                Release(by, now);
            }
        }

        return Outcome.Done;
    }

    public Outcome BreakGlass(StaffId staff, Actor approver, string reason, DateTimeOffset until, DateTimeOffset now)
    {
        if (approver.Staff is not { } second || second == staff)
        {
            return CaseRefusals.NeedsSecondPerson;
        }

        _glass.Add(new GlassGrant(Id, staff, second, now, until));
        _events.Add(new GlassBroken(approver, now, staff, second, until, SealedText.Of(reason)));
        return Outcome.Done;
    }

    /// <summary>What a sweep does with one clock: warn, then flag as overdue; each once, whatever was missed.</summary>
    public bool Tick(ClockId id, DateTimeOffset now)
    {
        if (_clocks.Find(clock => clock.Id == id) is not { IsRunning: true, NextAt: { } nextAt } clock || nextAt > now)
        {
            return false;
        }

        if (clock.WarnedAt is null && clock.WarnAt <= now && clock.WarnAt < clock.DueAt)
        {
            clock.Warn(now);
            _events.Add(new ClockWarned(Actor.System, now, id, clock.Kind, clock.WarnPercent, clock.DueAt));
        }

        if (clock.OverdueAt is null && clock.DueAt <= now)
        {
            clock.FlagOverdue(now);
            _events.Add(new ClockOverdue(Actor.System, now, id, clock.Kind, clock.DueAt));
        }

        return true;
    }

    /// <summary>The Data project calls this once the events stand in the ledger.</summary>
    public void ForgetEvents() => _events.Clear();

    private int AddEach(IReadOnlyList<NewPlace> places, Actor by, DateTimeOffset now)
    {
        var added = 0;
        foreach (var newPlace in places)
        {
            if (newPlace.BlindIndex is { } index && _places.Exists(known => known.BlindIndex.AsSpan().SequenceEqual(index)))
            {
                continue;
            }

            var place = new Place(Id, newPlace, now);
            _places.Add(place);
            _events.Add(new PlaceAdded(by, now, place.Id, place.Platform, place.Details!, place.Reach));
            added++;
        }

        PlaceCount += added;
        return added;
    }

    private void MoveTo(CaseState state, Actor by, DateTimeOffset now)
    {
        _events.Add(new StateChanged(by, now, State, state));
        State = state;
    }

    private void Start(ClockStart start, DateTimeOffset now)
    {
        var clock = new CaseClock(Id, ClockId.New(now), start);
        _clocks.Add(clock);
        _events.Add(new ClockStarted(
            Actor.System, now, clock.Id, clock.Kind, clock.Basis, clock.BasisVersion, clock.StartedAt, clock.DueAt));
        NoteNextDue();
    }

    private void Restart(ClockKind kind, StartClock startClock, Actor by, DateTimeOffset now)
    {
        Meet(kind, by, now);
        if (IsOpen)
        {
            Start(startClock(kind, Track, Severity, now), now);
        }
    }

    private void Meet(ClockKind kind, Actor by, DateTimeOffset now)
    {
        foreach (var clock in _clocks.Where(clock => clock.Kind == kind && clock.IsRunning))
        {
            clock.End(met: true, now);
            _events.Add(new ClockMet(by, now, clock.Id, clock.Kind, clock.DueAt));
        }

        NoteNextDue();
    }

    private void StopClocks(Actor by, DateTimeOffset now)
    {
        foreach (var clock in _clocks.Where(clock => clock.IsRunning))
        {
            clock.End(met: false, now);
            _events.Add(new ClockStopped(by, now, clock.Id, clock.Kind));
        }

        NoteNextDue();
    }

    private void NoteNextDue()
        => NextDueAt = _clocks.Where(clock => clock.IsRunning).Min(clock => (DateTimeOffset?)clock.DueAt);
}
