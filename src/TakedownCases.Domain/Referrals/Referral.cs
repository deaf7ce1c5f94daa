using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Referrals;

/// <summary>
/// One handing over of a case to a hotline, a regulator, the police or another body: by what right, what was passed on, and what
/// they did. An aggregate of its own on its case's stream; what was passed on never changes.
/// </summary>
public sealed class Referral : CaseBound
{
    private readonly List<ReferralPlace> _places = [];

    private Referral() => (Authority, Items, Language) = (null!, null!, null!);

    private Referral(ReferralDraft draft, DateTimeOffset now)
    {
        CaseId = draft.CaseId;
        Id = ReferralId.New(now);
        Reference = draft.Facts.Reference;
        Authority = draft.Facts.Authority.Id;
        Track = draft.Facts.Track;
        Language = draft.Facts.Language;
        Ground = draft.Ground;
        Consent = draft.Facts.Authority.Consent;
        Duty = draft.Duty;
        Items = string.Join(' ', draft.Items.Distinct().Order().Select(Codes.Of));
        CreatedAt = now;
        _places.AddRange(draft.Facts.Places.Select(place => new ReferralPlace(draft.CaseId, Id, place.Id)));
    }

    public CaseId CaseId { get; private set; }

    public ReferralId Id { get; private set; }

    /// <summary>Our own name for it, that they can quote.</summary>
    public ReferralReference Reference { get; private set; }

    /// <summary>The id of the recipient in the directory.</summary>
    public string Authority { get; private set; }

    public ReferralState State { get; private set; }

    public ReferralGround Ground { get; private set; }

    /// <summary>The consent that names the recipient, whether or not it rests on it.</summary>
    public ConsentAction Consent { get; private set; }

    /// <summary>The id of the duty to report; null for another ground.</summary>
    public string? Duty { get; private set; }

    public Track Track { get; private set; }

    public string Language { get; private set; }

    /// <summary>Codes of what was passed on, with blanks between them.</summary>
    public string Items { get; private set; }

    public StaffId? ProposedBy { get; private set; }

    public StaffId? MadeBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was handed over; null while a second person has not agreed.</summary>
    public DateTimeOffset? MadeAt { get; private set; }

    /// <summary>When the last thing happened that they told us of.</summary>
    public DateTimeOffset? MovedAt { get; private set; }

    /// <summary>False where telling the person would endanger them; two people said so (practice P12).</summary>
    public bool TellPerson { get; private set; } = true;

    /// <summary>What was passed on, word for word.</summary>
    public SealedText? Text { get; private set; }

    /// <summary>Why without consent, and, where the person is not told, why not.</summary>
    public SealedText? Reason { get; private set; }

    /// <summary>Their reference.</summary>
    public SealedText? Theirs { get; private set; }

    /// <summary>What they said last.</summary>
    public SealedText? Words { get; private set; }

    public IReadOnlyList<ReferralPlace> Places => _places;

    public override CaseId Stream => CaseId;

    /// <summary>
    /// Handed over with consent or under a duty. Refuses what the track, the filer or practice P5 forbid; <paramref name="madeAt"/> is
    /// when a person did it.
    /// </summary>
    public static Outcome<Referral> Make(ReferralDraft draft, bool hasConsent, DateTimeOffset madeAt, string? theirs, Actor by, DateTimeOffset now)
    {
        if (Problem(draft) is { } problem)
        {
            return problem;
        }

        if (draft.Ground == ReferralGround.TwoPeople || (draft.Ground == ReferralGround.Consent && !hasConsent)
            || (draft.Ground == ReferralGround.Duty && string.IsNullOrEmpty(draft.Duty)))
        {
            return draft.Ground == ReferralGround.TwoPeople ? ReferralRefusals.NeedsSecondPerson : ReferralRefusals.NoConsent;
        }

        var referral = new Referral(draft, now) { Text = SealedText.Of(ReferralText.Of(draft.Facts, draft.Items)) };
        referral.HandOver(theirs, madeAt, second: null, by, now);
        return referral;
    }

    /// <summary>Without consent and without a duty: one person proposes, with a reason; nothing is passed on yet.</summary>
    public static Outcome<Referral> Propose(ReferralDraft draft, string reason, bool tellPerson, Actor by, DateTimeOffset now)
    {
        if (Problem(draft) is { } problem)
        {
            return problem;
        }

        if (string.IsNullOrWhiteSpace(reason) || draft.Ground != ReferralGround.TwoPeople)
        {
            return ReferralRefusals.NoReason;
        }

        var referral = new Referral(draft, now)
        {
            ProposedBy = by.Staff,
            TellPerson = tellPerson,
            Text = SealedText.Of(ReferralText.Of(draft.Facts, draft.Items)),
            Reason = SealedText.Of(reason),
        };
        referral.Record(new ReferralProposed(by, now, referral.Id, referral.Reference, referral.Authority, referral.Text, referral.Reason));
        return referral;
    }

    /// <summary>The second person agrees, and it counts as handed over. <paramref name="text"/> is what they read.</summary>
    public Outcome Agree(string text, string? theirs, DateTimeOffset madeAt, Actor by, DateTimeOffset now)
    {
        if (State != ReferralState.Proposed)
        {
            return ReferralRefusals.NotWaiting;
        }

        if (by.Staff is null || by.Staff == ProposedBy)
        {
            return ReferralRefusals.NeedsSecondPerson;
        }

        Text = SealedText.Of(text);
        return HandOver(theirs, madeAt, ProposedBy, by, now);
    }

    /// <summary>Somebody told what they did. <paramref name="happenedAt"/> is when they did it: their clocks start there.</summary>
    public Outcome Tell(ReferralState to, DateTimeOffset happenedAt, string? theirs, string? words, Actor by, DateTimeOffset now)
    {
        if (MadeAt is not { } madeAt || !ReferralStates.Steps.Contains(to) || !ReferralStates.MayFollow(State, to))
        {
            return ReferralRefusals.CannotFollow;
        }

        if (happenedAt < madeAt || happenedAt > now)
        {
            return ReferralRefusals.TooEarly;
        }

        var (from, reference, said) = (State, SealedText.OfOptional(theirs), SealedText.OfOptional(words));
        (State, MovedAt) = (to, happenedAt);
        Theirs = reference ?? Theirs;
        Words = said ?? Words;
        return Record(new ReferralMoved(by, now, Id, from, to, happenedAt, reference, said));
    }

    /// <summary>Taken back, or not agreed to; doing it twice is doing it once.</summary>
    public Outcome Withdraw(string reasonCode, string? words, Actor by, DateTimeOffset now)
    {
        if (State == ReferralState.Withdrawn)
        {
            return Outcome.Done;
        }

        var (from, said) = (State, SealedText.OfOptional(words));
        (State, MovedAt) = (ReferralState.Withdrawn, now);
        Words = said ?? Words;
        return Record(new ReferralWithdrawn(by, now, Id, from, reasonCode, said));
    }

    /// <summary>The case was erased: what was written and what they said goes, unless the proof is kept.</summary>
    public void Erase(bool keepProof, Actor by, DateTimeOffset now)
    {
        Reason = Words = null;
        if (!keepProof)
        {
            (Text, Theirs) = (null, null);
        }

        Record(new ReferralErased(by, now, Id));
    }

    private static Refusal? Problem(ReferralDraft draft)
    {
        var (authority, track) = (draft.Facts.Authority, draft.Facts.Track);
        return !authority.IsFor(track) ? ReferralRefusals.WrongTrack
            : draft.Items.Except(PassedItems.Allowed(authority, track)).Any() ? ReferralRefusals.NotTheirs
            : draft.Filer == FilerKind.Bystander && draft.Ground == ReferralGround.Consent && !authority.IsHotlineOrPolice ? ReferralRefusals.Bystander
            : null;
    }

    private Outcome HandOver(string? theirs, DateTimeOffset madeAt, StaffId? second, Actor by, DateTimeOffset now)
    {
        (State, MadeBy, MadeAt) = (ReferralState.Made, by.Staff, madeAt);
        Theirs = SealedText.OfOptional(theirs);
        return Record(new ReferralMade(
            by, now, Id, Reference, Authority, Ground, Duty, second, Items, madeAt, [.. _places.Select(place => place.Place)], Text!, Theirs));
    }
}

/// <summary>To whom, by what right, and what of the facts is passed on.</summary>
public sealed record ReferralDraft(
    CaseId CaseId, ReferralFacts Facts, IReadOnlyList<PassedItem> Items, ReferralGround Ground, string? Duty, FilerKind Filer);

/// <summary>A place that a referral is about.</summary>
public sealed class ReferralPlace
{
    private ReferralPlace()
    {
    }

    internal ReferralPlace(CaseId caseId, ReferralId referral, PlaceId place) => (CaseId, Referral, Place) = (caseId, referral, place);

    public CaseId CaseId { get; private set; }

    public ReferralId Referral { get; private set; }

    public PlaceId Place { get; private set; }
}
