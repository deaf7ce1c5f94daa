using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Cases;

/// <summary>
/// One person's matter on one track. It changes only through the methods here, and each change records an event that
/// becomes a ledger entry in the same transaction (design law 3).
/// </summary>
public sealed partial class TakedownCase : CaseRecord
{
    private TakedownCase()
    {
    }

    private TakedownCase(CaseId id, FilingFacts facts, DateTimeOffset now)
        : base(id, facts, now)
    {
    }

    /// <summary>Opens a case from a filing, with its first clocks. Refuses what contradicts the track or the filer.</summary>
    public static Outcome<TakedownCase> File(FilingFacts facts, StartClock startClock, DateTimeOffset now)
    {
        if (FilingRules.Check(facts) is { } refusal)
        {
            return refusal;
        }

        var filed = new TakedownCase(CaseId.New(now), facts, now);
        filed.Record(new CaseFiled(
            facts.By, now, facts.Number, facts.Track, filed.Severity, facts.Language, facts.Country, facts.Places.Count,
            filed.Details!, filed.Contact, filed.Statement, facts.Command.Value, facts.IsUnchecked));
        if (facts.KeyLookup is { } lookup)
        {
            var holder = facts.Details.Filer == FilerKind.Survivor ? KeyHolder.Survivor : KeyHolder.Filer;
            filed.KeysOf().Make(lookup, holder, now, spoken: facts.Details.Caller is not null);
        }

        filed.AddEach(facts.Places, facts.By, now);
        foreach (var action in facts.Consents)
        {
            filed.GiveConsent(action, facts.By, now);
        }

        filed.Start(ClockKind.FirstReview, startClock, now);
        if (facts.Details.Filer != FilerKind.Bystander)
        {
            filed.Start(ClockKind.KeepInformed, startClock, now);
        }

        return filed;
    }

    /// <summary>
    /// More places join the case; those already in it are passed over. What is new waits for a notice of its own. From whoever
    /// filed it is an answer to what we asked. Needs places and clocks loaded.
    /// </summary>
    public Outcome<int> AddPlaces(IReadOnlyList<NewPlace> places, StartClock startClock, Actor by, DateTimeOffset now)
    {
        if (!IsOpen || PlaceCount + places.Count > FilingLimits.Places)
        {
            return IsOpen ? CaseRefusals.TooManyPlaces : CaseRefusals.NotOpen;
        }

        var added = AddEach(places, by, now);
        if (added == 0)
        {
            return added;
        }

        if (by.Kind != ActorKind.Staff)
        {
            StopWaiting(by, startClock, now);
        }

        if (State != CaseState.Filed)
        {
            StartOnce(ClockKind.NoticeOut, startClock, now);
        }

        return added;
    }

    public Outcome CheckPlace(PlaceId id, string? platform, Actor by, DateTimeOffset now)
        => IsErased ? CaseRefusals.NotOpen : PlacesOf().Check(id, platform, by, now);

    /// <summary>The survivor takes one place back, and nobody is waited for about it; doing it twice is doing it once.</summary>
    public Outcome WithdrawPlace(PlaceId id, Actor by, DateTimeOffset now)
    {
        var outcome = IsErased ? CaseRefusals.NotOpen : PlacesOf().Withdraw(id, by, now);
        if (outcome.IsDone)
        {
            Leave(id, by, now);
        }

        return outcome;
    }

    public Outcome Claim(StaffId staff, Actor by, DateTimeOffset now)
    {
        if (!IsOpen || WallsOf().KeepOut(staff))
        {
            return IsOpen ? CaseRefusals.WalledOff : CaseRefusals.NotOpen;
        }

        if (Assignee is not { } holder)
        {
            Assignee = staff;
            IsUnchecked = false;
            return Record(new CaseAssigned(by, now, null, staff));
        }

        return holder == staff ? Outcome.Done : CaseRefusals.AlreadyClaimed;
    }

    public Outcome Release(Actor by, DateTimeOffset now)
    {
        if (Assignee is not { } holder)
        {
            return Outcome.Done;
        }

        Assignee = null;
        return Record(new CaseAssigned(by, now, holder, null));
    }

    /// <summary>A person looked at a filing that came in an odd way and says it goes to the others.</summary>
    public Outcome Accept(Actor by, DateTimeOffset now)
    {
        if (IsErased || !IsUnchecked)
        {
            return IsErased ? CaseRefusals.NotOpen : Outcome.Done;
        }

        IsUnchecked = false;
        return Record(new FilingAccepted(by, now));
    }

    /// <summary>A person has read the filing: the first-review clock is met, and that for the first notice starts.</summary>
    public Outcome Review(StartClock startClock, Actor by, DateTimeOffset now)
    {
        if (State == CaseState.Filed)
        {
            MoveTo(CaseState.InProgress, by, now);
            Reviewed(startClock, by, now);
        }

        return Outcome.Done;
    }

    /// <summary>More or less urgent: running clocks are counted again from their own start.</summary>
    public Outcome ChangeSeverity(Severity severity, StartClock startClock, Actor by, DateTimeOffset now)
    {
        if (IsErased || severity == Severity)
        {
            return IsErased ? CaseRefusals.NotOpen : Outcome.Done;
        }

        Record(new SeverityChanged(by, now, Severity, severity));
        Severity = severity;
        Recount(startClock, by, now);
        return Outcome.Done;
    }

    /// <summary>To the minor track at once; back to the adult track only with a second person (design section 2).</summary>
    public Outcome MoveToTrack(Track track, StartClock startClock, Actor by, StaffId? second, DateTimeOffset now)
    {
        if (IsErased || track == Track)
        {
            return IsErased ? CaseRefusals.NotOpen : Outcome.Done;
        }

        if (track == Track.Adult && (second is null || second == by.Staff))
        {
            return CaseRefusals.NeedsSecondPerson;
        }

        Record(new TrackChanged(by, now, Track, track, second));
        Track = track;
        Statement = track == Track.Minor ? null : Statement;
        Recount(startClock, by, now);
        if (track == Track.Minor)
        {
            BeginWithTheHotline(startClock, by, now);
        }

        return Outcome.Done;
    }

    public void GiveConsent(ConsentAction action, Actor by, DateTimeOffset now)
    {
        if (!IsErased)
        {
            ConsentsOf().Give(action, by, now);
        }
    }

    public Outcome WithdrawConsent(ConsentAction action, Actor by, DateTimeOffset now) => ConsentsOf().Withdraw(action, by, now);

    public Outcome ConfirmKey(Actor by, DateTimeOffset now) => KeysOf().Confirm(by, now);

    /// <summary>A new key ends its holder's others; the survivor's ends the filer's too, unless it may stay (P7, P14).</summary>
    public Outcome ReplaceKey(byte[] lookup, KeyHolder holder, string reason, Actor by, StaffId? second, DateTimeOffset now, bool filerStays = false)
        => IsErased ? CaseRefusals.NotOpen : KeysOf().Replace(lookup, holder, reason, by, second, now, filerStays);

    public Outcome CheckAuthority(string reason, Actor by, DateTimeOffset now)
    {
        if (IsErased)
        {
            return CaseRefusals.NotOpen;
        }

        AuthorityCheckedAt = now;
        return Record(new AuthorityChecked(by, now, SealedText.Of(reason)));
    }

    public Outcome Recuse(StaffId staff, Actor by, DateTimeOffset now)
        => WallsOf().Recuse(staff, by, now) && Assignee == staff ? Release(by, now) : Outcome.Done;

    public Outcome BreakGlass(StaffId staff, Actor approver, string reason, DateTimeOffset until, DateTimeOffset now)
        => IsErased ? CaseRefusals.NotOpen : WallsOf().BreakGlass(staff, approver, reason, until, now);
}
